"""Who writes a letter, how it is numbered and formed: the organisation's own words, or else those of its form."""

import re
from datetime import date
from typing import Any

from planner.models import Organisation
from planner.sheets.forms import NUMBER, RECIPIENTS, SYMBOL, TYPE, Form, form_of, group_of

REPORT = "BC"
MINUTES = "BB"
ANNEX = "PL"
LETTER = ""
BLANK = "……"  # a number that is left to be written by hand, as offices do
LINE = 28  # letters that fit the left column in bold capitals of 12 points
_UNIT = re.compile(r"\b(tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã|thị trấn)\b", re.IGNORECASE)
_BREAK = re.compile(r"\s*[\n/]\s*")


def letterhead(organisation: Organisation, kind: str = "digest", of_board: bool = False) -> dict[str, Any]:
    """The blocks at the top and the foot of a paper of a kind; each is a list of lines, top first.

    Also how it is formed: measures, who is named before the signature, and to whom it goes. All of it is kept with the
    paper's data, so that it prints again as it was when the office has changed its form.
    """
    body, form, own = _lines(organisation.body), form_of(organisation.form), organisation.wording or {}
    return {
        "superior": [part for text in _lines(organisation.superior) for part in _halves(text)],
        "issuer": [*_halves(organisation.name), *body],
        "name": organisation.name,
        "body": " ".join(body),
        "speaker": _in_running_text(" ".join(body)) or organisation.name,
        "place": organisation.place,
        "signer": _lines(organisation.signer),
        "signature": list(own.get("signature", [])),
        "signatory": own.get("signatory", ""),
        "recipients": _recipients(form, own, kind, of_board),
        **_measures(form, own),
    }


def _measures(form: Form, own: dict[str, Any]) -> dict[str, Any]:
    return {
        "head": form.head, "said_number": form.said_number, "on_behalf": form.on_behalf, "ends": list(form.ends),
        "size": own.get("size", form.size), "margins": list(own.get("margins", form.margins)),
        "archive": own.get("archive", False),
    }  # fmt: skip


def _recipients(form: Form, own: dict[str, Any], kind: str, of_board: bool) -> list[dict[str, Any]]:
    """The lines after "Nơi nhận", with whether they are the office's own words."""
    group = group_of(kind)
    if words := own.get("recipients", {}).get(group):
        return [{"text": text, "own": True} for text in words]
    usual = RECIPIENTS["report_of_board" if group == "report" and of_board else group]
    return [{"text": text, "own": False} for text in (*usual, form.kept)]


def code(number: int, kind: str, organisation: Organisation) -> str:
    """A number and symbol, two digits at least: `15/BC-MTTQ-BTT` for a report, `402-CV/VPTU` for a Party letter.

    Number 0 is a paper that was not issued: its place is left to be filled in by hand.
    """
    form, own = form_of(organisation.form), organisation.wording or {}
    pattern = own.get("numbered", form.numbered) if kind else own.get("numbered_letter", form.numbered_letter)
    said = {NUMBER: f"{number:02d}" if number else BLANK, TYPE: kind or form.letter_type, SYMBOL: organisation.symbol}
    return _filled(pattern, said)


def _filled(pattern: str, said: dict[str, str]) -> str:
    """The pattern with its places filled; a place without anything takes the sign before it along, or after it."""
    for place, value in said.items():
        if value:
            pattern = pattern.replace(place, value)
        elif place in pattern:
            before, after = pattern.split(place, 1)
            joined = "-" if before.endswith("-") and after.startswith("-") else ""
            pattern = f"{before.removesuffix('-')}{joined}{after.removeprefix('-')}"
    return pattern


def _lines(text: str) -> list[str]:
    """The lines of a block; a signer may be "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"."""
    return [part for part in _BREAK.split(text.strip()) if part]


def _halves(name: str) -> list[str]:
    """A long name in two lines: before the unit's own name (… / TỈNH MẪU), else as even as its words allow."""
    if len(name) <= LINE:
        return [name]
    if (unit := _UNIT.search(name)) and unit.start() <= LINE:
        return [name[: unit.start()].strip(), name[unit.start() :].strip()]
    blanks = [i for i, c in enumerate(name) if c == " "]
    middle = min(blanks, key=lambda i: abs(2 * i - len(name)), default=0)
    return [name[:middle].strip(), name[middle:].strip()] if middle else [name]


def _in_running_text(name: str) -> str:
    """BAN THƯỜNG TRỰC as Ban Thường trực: what a sentence calls the body that its letterhead has in capitals."""
    if not name.isupper():
        return name
    first, _, rest = name.lower().partition(" ")
    return f"{first.capitalize()} {rest.capitalize() if first == 'ban' else rest}".strip()


def renumbered(data: dict[str, Any], organisation: Organisation, number: int, issued_on: date) -> dict[str, Any]:
    """The data of a paper that waited, with the number and the day that it gets when it goes out."""
    symbol = {"minutes": MINUTES, "reminder": LETTER, "annex": ANNEX}.get(data["kind"], REPORT)
    return {**data, "code": code(number, symbol, organisation), "issued_on": issued_on.isoformat()}
