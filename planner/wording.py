"""How an office forms and words its papers: the form it chose, and what it says in its own way instead."""

import re
from datetime import date
from typing import Any

from planner.actor import Actor
from planner.administration import require_admin
from planner.errors import Refusal
from planner.language import N_
from planner.models import Organisation
from planner.models.change import record
from planner.sheets.forms import FORMS, MARGINS, NUMBER, SIZES, SYMBOL, TYPE
from planner.text import line

GROUPS = ("report", "reminder", "minutes")
LONGEST, MOST = 200, 20  # letters of a line, lines of a block
_PLACE = re.compile(r"\{[^{}]*\}")


def set_form(organisation: Organisation, by: Actor, today: date, form: str, own: dict[str, Any]) -> None:
    """Changes the form of the organisation's papers and its own words; what is empty is as the form has it.

    Keys of `own`: `recipients` (of GROUPS, each a text of lines), `signature` (a text of lines), `signatory`,
    `numbered` and `numbered_letter` (patterns), `size` (points), `margins` (top, right, bottom, left in millimetres),
    `archive` (papers become PDF/A).
    """
    require_admin(by, organisation)
    if form not in FORMS:
        raise Refusal(N_("Không có thể thức “%(form)s”."), form=form)
    words = _words(own)
    before = {"form": organisation.form, "wording": organisation.wording}
    after = {"form": form, "wording": words}
    if before != after:
        organisation.form, organisation.wording = form, words
        record(organisation, by, "letter_form", today, before=before, after=after)


def _words(own: dict[str, Any]) -> dict[str, Any]:
    """What the office really words itself, checked."""
    recipients = {group: _lines(own.get("recipients", {}).get(group, "")) for group in GROUPS}
    words = {
        "recipients": {group: lines for group, lines in recipients.items() if lines},
        "signature": _lines(own.get("signature", "")),
        "signatory": line(own.get("signatory", ""))[:LONGEST],
        "numbered": _pattern(own.get("numbered", "")),
        "numbered_letter": _pattern(own.get("numbered_letter", "")),
        "size": _size(own.get("size")),
        "margins": _margins(own.get("margins")),
        "archive": bool(own.get("archive")),
    }
    return {key: value for key, value in words.items() if value}


def _lines(text: str) -> list[str]:
    lines = [found for part in text.splitlines() if (found := line(part))]
    if len(lines) > MOST or any(len(one) > LONGEST for one in lines):
        raise Refusal(
            N_("Mỗi mục tối đa %(most)s dòng, mỗi dòng tối đa %(longest)s ký tự."), most=MOST, longest=LONGEST
        )
    return lines


def _pattern(text: str) -> str:
    """A pattern of numbers: it needs the number itself, and names nothing else than type and symbol."""
    text = line(text)
    unknown = [place for place in _PLACE.findall(text) if place not in (NUMBER, TYPE, SYMBOL)]
    if text and (NUMBER not in text or unknown or len(text) > LONGEST):
        raise Refusal(
            N_("Mẫu số, ký hiệu “%(text)s” phải có {số}; ngoài ra chỉ dùng {loại} và {ký hiệu}."), text=text[:LONGEST]
        )
    return text


def _size(size: int | None) -> int | None:
    if size is not None and size not in SIZES:
        raise Refusal(N_("Cỡ chữ nội dung là 13 hoặc 14."))
    return size


def _margins(margins: list[int] | None) -> list[int] | None:
    """Four margins as Decree 30/2020/NĐ-CP, appendix I, allows them."""
    if margins and not all(least <= one <= most for one, (least, most) in zip(margins, MARGINS, strict=True)):
        raise Refusal(N_("Lề trang: trên, dưới từ 20 đến 25 mm; trái từ 30 đến 35 mm; phải từ 15 đến 20 mm."))
    return margins
