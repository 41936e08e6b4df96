"""The spans of reports by an office's own months and cut-off days: pure functions over dates."""

import calendar as months
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from planner.reporting.period import MONTHS, ReportPeriod, neighbour

ONE = timedelta(days=1)
LEAP_DAY = (2, 29)
A_LEAP_YEAR = 2028


class YearDay(NamedTuple):
    """A day that comes every year; 29 February is 28 February where there is none."""

    month: int
    day: int

    @property
    def exists(self) -> bool:
        """Whether some year has it."""
        return 1 <= self.month <= 12 and 1 <= self.day <= months.monthrange(A_LEAP_YEAR, self.month)[1]

    def of(self, year: int) -> date:
        day = 28 if tuple(self) == LEAP_DAY and not months.isleap(year) else self.day
        return date(year, self.month, day)

    def nearest(self, to: date) -> date:
        """Its occurrence that lies nearest to a day; of two as near the earlier."""
        return min((self.of(to.year + step) for step in (-1, 0, 1)), key=lambda day: abs(day - to))

    def first_after(self, day: date) -> date:
        """Its first occurrence after a day."""
        return next(found for step in (0, 1) if (found := self.of(day.year + step)) > day)


CutOffs = Mapping[tuple[str, int], YearDay]


def month_end(month_ends_on: int, year: int, month: int) -> date:
    """The last day of an office's month; `month_ends_on` 0 is the calendar's end, and so is a day it does not have."""
    last = months.monthrange(year, month)[1]
    return date(year, month, min(month_ends_on or last, last))


def period_of(month_ends_on: int, kind: str, year: int, nth: int) -> ReportPeriod:
    """The plain span: whole months of the office. With 24, May is 25 April to 24 May."""
    count = MONTHS[kind]
    last = month_end(month_ends_on, year, nth * count)
    before_year, before = neighbour("month", year, (nth - 1) * count + 1, -1)
    return ReportPeriod(kind, year, nth, month_end(month_ends_on, before_year, before) + ONE, last)


def cut_period(month_ends_on: int, cut_offs: CutOffs, kind: str, year: int, nth: int) -> ReportPeriod:
    """The span that the report counts: until its cut-off day, from the day after that of the report before it.

    So nothing is told twice, and nothing that was done after one report is missing in the next of its kind.
    """
    first = _end(month_ends_on, cut_offs, kind, *neighbour(kind, year, nth, -1)) + ONE
    return ReportPeriod(kind, year, nth, first, _end(month_ends_on, cut_offs, kind, year, nth))


def _end(month_ends_on: int, cut_offs: CutOffs, kind: str, year: int, nth: int) -> date:
    last = period_of(month_ends_on, kind, year, nth).last
    cut_off = cut_offs.get((kind, nth))
    return cut_off.nearest(last) if cut_off else last
