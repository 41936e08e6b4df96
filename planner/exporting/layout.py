"""The columns of a written plan, and how wide they are on a sheet of A4 that lies on its side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.reading.own import STATES, WORDS


@dataclass(frozen=True)
class WrittenColumn:
    """`width` is in millimetres; `centred` for figures and days."""

    header: str
    width: float
    centred: bool = False


MARGIN = 10  # millimetres on each side of 297
PAPER = 297 - 2 * MARGIN
_WORDS = dict(zip(WORDS, ((9, True), (50, False), (24, False), (20, False), (17, True), (19, True)), strict=True))
_STATES = ((19, True), (20, True), (34, False), (20, False), (20, True), (25, False))
_BESIDE = 26


def written_columns(extras: Sequence[str] = ()) -> tuple[WrittenColumn, ...]:
    """The document's own columns, what it had beside them under these headers, then where the work stands."""
    words = [WrittenColumn(WORDS[role], *look) for role, look in _WORDS.items()]
    states = [WrittenColumn(header, *look) for header, look in zip(STATES, _STATES, strict=True)]
    return (*words, *(WrittenColumn(header, _BESIDE) for header in extras), *states)


def fitted(columns: Sequence[WrittenColumn]) -> tuple[WrittenColumn, ...]:
    """The columns as narrow as the paper wants them."""
    share = PAPER / sum(column.width for column in columns)
    return tuple(replace(column, width=column.width * share) for column in columns)
