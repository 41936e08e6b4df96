"""Who writes a letter and how it is numbered (Decree 30/2020/NĐ-CP, appendix I, as the Front's bodies use it)."""

import re
from typing import Any

from planner.models import Organisation

REPORT = "BC"
LETTER = ""
LINE = 28  # letters that fit the left column in bold capitals of 12 points
_UNIT = re.compile(r"\b(tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã|thị trấn)\b", re.IGNORECASE)
_BREAK = re.compile(r"\s*[\n/]\s*")


def letterhead(organisation: Organisation) -> dict[str, Any]:
    """The blocks at the top and the foot of a letter; each is a list of lines, top first."""
    body = _lines(organisation.body)
    return {
        "superior": [part for text in _lines(organisation.superior) for part in _halves(text)],
        "issuer": [*_halves(organisation.name), *body],
        "name": organisation.name,
        "body": " ".join(body),
        "speaker": _in_running_text(" ".join(body)) or organisation.name,
        "place": organisation.place,
        "signer": _lines(organisation.signer),
    }


def code(number: int, kind: str, organisation: Organisation) -> str:
    """A number and symbol, two digits at least: `15/BC-MTTQ-BTT` for a report, `16/MTTQ-BTT` for a letter.

    Number 0 is a paper that was not issued: its place is left to be filled in by hand, as offices do.
    """
    return (f"{number:02d}/" if number else "……/") + "-".join(part for part in (kind, organisation.symbol) if part)


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
