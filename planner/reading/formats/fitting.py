"""Which cell each line of a row belongs to, where a table was copied one cell a line and empty cells are left out.

The lines stand in the order of the columns: the likeliest of all ways to part them is taken, and how much likelier it
is than the next one tells whether a person has to be asked.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.reading.formats.line_likeness import (
    SKIPPED,
    SKIPPED_OTHER,
    TIMES,
    as_heading,
    first,
    further,
    goes_on,
)
from planner.text import fold

_KNOWN = 1.5  # a text that stands in this column elsewhere, and in no other
_ALIKE = (("board", "cooperating", "both"), TIMES)  # what stands in the one may stand in the other
_CUT = -2.0  # a cell that begins amid a sentence
_WHOLE = -5.0  # one more line, where each line is known to be a whole cell

Way = tuple[float, tuple[int, ...]]  # how likely, and the column of each line


@dataclass
class Shape:
    """The columns' roles in order, without the numbers; `whole`: no cell goes on over lines; what cells hold."""

    roles: Sequence[str]
    whole: bool = False
    known: dict[str, Counter[str]] = field(default_factory=dict)

    @property
    def heading(self) -> int:
        """The place behind the last column, where the next section's heading stands."""
        return len(self.roles)

    def skipped(self, start: int, end: int) -> float:
        return sum(SKIPPED.get(role, SKIPPED_OTHER) for role in self.roles[start:end])

    def begins(self, texts: Sequence[str], n: int, column: int) -> float:
        """How well a line begins the cell of a column."""
        text, before = texts[n], texts[n - 1] if n else ""
        if column == self.heading:
            return as_heading(text, None, self.roles)
        cut = _CUT if n and goes_on(before, text) else 0.0
        return first(text, self.roles[column]) + cut + self._knows(text, column)

    def goes_on(self, texts: Sequence[str], n: int, column: int) -> float:
        """How well a line goes on with the cell of the line before it."""
        if column == self.heading:
            return as_heading(texts[n], texts[n - 1], self.roles)
        return further(texts[n - 1], texts[n], self.roles[column]) + (_WHOLE if self.whole else 0.0)

    def learn(self, texts: Sequence[str], places: Sequence[int]) -> None:
        """Keeps what stands in which column, of a row that is certain."""
        for text, column in zip(texts, places, strict=True):
            if column < self.heading and self.roles[column] != "title":
                self.known.setdefault(fold(text), Counter())[self.roles[column] or str(column)] += 1

    def is_odd(self, texts: Sequence[str], places: Sequence[int]) -> bool:
        """Whether a body stands alone as the lead that elsewhere only co-operates: a merged lead may be left out."""
        roles = {self.roles[column]: text for text, column in zip(texts, places, strict=True) if column < self.heading}
        seen = self.known.get(fold(roles.get("board", "")), Counter())
        return "cooperating" not in roles and bool(seen["cooperating"]) and not seen["board"]

    def _knows(self, text: str, column: int) -> float:
        seen = self.known.get(fold(text))
        if not seen:
            return 0.0
        role = self.roles[column]
        alike = next((group for group in _ALIKE if role in group), (role or str(column),))
        return _KNOWN * (2 * sum(seen[each] for each in alike) / seen.total() - 1)


def ways(texts: Sequence[str], shape: Shape) -> list[Way]:
    """The two likeliest ways, the likelier first."""
    width = len(shape.roles) + 1
    states: list[list[Way]] = [
        [(shape.skipped(0, column) + shape.begins(texts, 0, column), (column,))] for column in range(width)
    ]
    for n in range(1, len(texts)):
        states = [_best(_steps(states, texts, n, column, shape)) for column in range(width)]
    ends = [
        (score + shape.skipped(column + 1, len(shape.roles)), places)
        for column in range(width)
        for score, places in states[column]
    ]
    return _best(ends)


def _steps(states: list[list[Way]], texts: Sequence[str], n: int, column: int, shape: Shape) -> list[Way]:
    goes_on, begins = shape.goes_on(texts, n, column), shape.begins(texts, n, column)
    found = [(score + goes_on, (*places, column)) for score, places in states[column]]
    for before in range(column):
        cost = begins + shape.skipped(before + 1, column)
        found += [(score + cost, (*places, column)) for score, places in states[before]]
    return found


def _best(found: list[Way]) -> list[Way]:
    return sorted(found, key=lambda way: -way[0])[:2]
