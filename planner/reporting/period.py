"""A span that a report covers: a month, a quarter, a half-year or a year, as the office counts them."""

from dataclasses import dataclass
from datetime import date

KINDS = ("month", "quarter", "half", "year")
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """The `nth` month, quarter, half-year or year (nth 1) of a year; `first` and `last` are both included.

    An office's month may end before the calendar's: May may run from 25 April to 24 May.
    """

    kind: str
    year: int
    nth: int
    first: date
    last: date

    @property
    def key(self) -> str:
        """How keys name it: 2026-05, 2026-Q2, 2026-H1, 2026."""
        named = {"month": f"-{self.nth:02}", "quarter": f"-Q{self.nth}", "half": f"-H{self.nth}", "year": ""}
        return f"{self.year}{named[self.kind]}"


def count_of(kind: str) -> int:
    """How many periods of a kind a year has."""
    return MONTHS_OF_A_YEAR // MONTHS[kind]


def neighbour(kind: str, year: int, nth: int, step: int) -> tuple[int, int]:
    """The year and number of the period so many steps later, or earlier when `step` is negative."""
    years, at = divmod(nth - 1 + step, count_of(kind))
    return year + years, at + 1
