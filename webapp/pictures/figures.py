"""A picture with its figures: what page, paper and file take alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from webapp.language import current_language

Cell = str | int


@dataclass(frozen=True, slots=True)
class Table:
    """The figures behind a picture. Each line begins with its name; `targets` are where the names lead, if anywhere."""

    heads: Sequence[str]
    lines: Sequence[Sequence[Cell]]
    total: Sequence[Cell] = ()
    targets: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, the sentence that says what it shows, and its figures; without a drawing the sentence is all.

    `key` names it in addresses and on the page; `legend` has what looks mean; `shown` is the table where the page has
    room for fewer lines than the file.
    """

    key: str
    title: str
    said: str
    table: Table
    drawing: Markup | None = None
    legend: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    shown: Table | None = None


def rate_text(rate: float | None) -> str:
    """33.3 as 33,3%, with the language's own decimal sign; a dash when there is nothing to divide by."""
    if rate is None:
        return "–"
    return f"{rate:.1f}%".replace(".", "," if current_language() == "vi" else ".")


def share(part: int, whole: int) -> float | None:
    """Per cent, to one decimal."""
    return round(100 * part / whole, 1) if whole else None
