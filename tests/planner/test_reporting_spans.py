"""The spans of reports, case by case: office months, cut-off days, leap years, turns of the year."""

from datetime import date, timedelta

import pytest

from planner.reporting import KINDS, YearDay, period_of
from planner.reporting.period import count_of, neighbour
from planner.reporting.spans import cut_period, month_end

FRONT = {("half", 1): YearDay(6, 10), ("year", 1): YearDay(12, 5)}
STATE = {("year", 1): YearDay(12, 14)}
LATE_QUARTERS = {("quarter", 4): YearDay(1, 5)}


@pytest.mark.parametrize(
    ("ends_on", "year", "month", "last"),
    [
        (0, 2026, 2, "2026-02-28"), (0, 2028, 2, "2028-02-29"), (0, 2026, 12, "2026-12-31"),
        (24, 2026, 2, "2026-02-24"), (25, 2026, 12, "2026-12-25"),
        (29, 2026, 2, "2026-02-28"), (29, 2028, 2, "2028-02-29"),
        (30, 2026, 2, "2026-02-28"), (30, 2026, 3, "2026-03-30"),
        (31, 2026, 4, "2026-04-30"), (31, 2026, 5, "2026-05-31"),
    ],
)  # fmt: skip
def test_a_month_ends_on_the_offices_day(ends_on: int, year: int, month: int, last: str) -> None:
    assert month_end(ends_on, year, month) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("ends_on", "kind", "year", "nth", "key", "first", "last"),
    [
        (0, "month", 2026, 5, "2026-05", "2026-05-01", "2026-05-31"),
        (0, "month", 2028, 2, "2028-02", "2028-02-01", "2028-02-29"),
        (24, "month", 2026, 5, "2026-05", "2026-04-25", "2026-05-24"),
        (24, "month", 2026, 1, "2026-01", "2025-12-25", "2026-01-24"),
        (24, "month", 2026, 3, "2026-03", "2026-02-25", "2026-03-24"),
        (30, "month", 2026, 3, "2026-03", "2026-03-01", "2026-03-30"),
        (30, "month", 2026, 4, "2026-04", "2026-03-31", "2026-04-30"),
        (0, "quarter", 2026, 2, "2026-Q2", "2026-04-01", "2026-06-30"),
        (24, "quarter", 2026, 1, "2026-Q1", "2025-12-25", "2026-03-24"),
        (0, "half", 2026, 1, "2026-H1", "2026-01-01", "2026-06-30"),
        (24, "half", 2026, 2, "2026-H2", "2026-06-25", "2026-12-24"),
        (0, "year", 2026, 1, "2026", "2026-01-01", "2026-12-31"),
        (24, "year", 2026, 1, "2026", "2025-12-25", "2026-12-24"),
    ],
)  # fmt: skip
def test_spans_are_made_of_the_offices_months(
    ends_on: int, kind: str, year: int, nth: int, key: str, first: str, last: str
) -> None:
    period = period_of(ends_on, kind, year, nth)
    assert (period.key, period.first.isoformat(), period.last.isoformat()) == (key, first, last)


@pytest.mark.parametrize(
    ("cut_offs", "kind", "year", "nth", "first", "last"),
    [
        (FRONT, "half", 2026, 1, "2026-01-01", "2026-06-10"),
        (FRONT, "half", 2026, 2, "2026-06-11", "2026-12-31"),
        (FRONT, "year", 2026, 1, "2025-12-06", "2026-12-05"),
        (FRONT, "quarter", 2026, 2, "2026-04-01", "2026-06-30"),
        (STATE, "year", 2026, 1, "2025-12-15", "2026-12-14"),
        (LATE_QUARTERS, "quarter", 2026, 4, "2026-10-01", "2027-01-05"),
        (LATE_QUARTERS, "quarter", 2027, 1, "2027-01-06", "2027-03-31"),
        ({("quarter", 1): YearDay(2, 29)}, "quarter", 2028, 1, "2028-01-01", "2028-02-29"),
        ({("quarter", 1): YearDay(2, 29)}, "quarter", 2026, 1, "2026-01-01", "2026-02-28"),
    ],
)  # fmt: skip
def test_a_cut_off_day_ends_one_report_and_begins_the_next(
    cut_offs: dict[tuple[str, int], YearDay], kind: str, year: int, nth: int, first: str, last: str
) -> None:
    period = cut_period(0, cut_offs, kind, year, nth)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize("ends_on", [0, 1, 15, 24, 25, 28, 29, 30, 31])
@pytest.mark.parametrize("kind", KINDS)
def test_the_periods_of_a_kind_leave_no_day_out_and_take_none_twice(kind: str, ends_on: int) -> None:
    year, nth = 2023, 1
    for _ in range(count_of(kind) * 6):
        period = cut_period(ends_on, FRONT, kind, year, nth)
        year, nth = neighbour(kind, year, nth, 1)
        following = cut_period(ends_on, FRONT, kind, year, nth)
        assert period.first <= period.last
        assert following.first == period.last + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "to", "nearest", "after"),
    [
        (YearDay(12, 5), "2026-12-31", "2026-12-05", "2027-12-05"),
        (YearDay(1, 5), "2026-12-31", "2027-01-05", "2027-01-05"),
        (YearDay(2, 29), "2027-03-31", "2027-02-28", "2028-02-29"),
        (YearDay(6, 15), "2026-06-15", "2026-06-15", "2027-06-15"),
    ],
)
def test_a_day_of_every_year(day: YearDay, to: str, nearest: str, after: str) -> None:
    assert day.nearest(date.fromisoformat(to)) == date.fromisoformat(nearest)
    assert day.first_after(date.fromisoformat(to)) == date.fromisoformat(after)
