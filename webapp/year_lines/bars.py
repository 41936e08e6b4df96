"""Where a milestone stands among the days of a year: pure figures for the drawing."""

from datetime import date
from typing import NamedTuple

POINT = 4  # days: how wide a deadline without a start is drawn


class Span(NamedTuple):
    """Days of a year, the first being 0; an open end lies outside the drawing, or is not known."""

    x: int
    width: int
    is_open: bool = False


def days_of(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def month_starts(year: int) -> list[int]:
    """The first days of February to December, where lines stand."""
    return [(date(year, month, 1) - date(year, 1, 1)).days for month in range(2, 13)]


def span_in(year: int, start: date | None, finish: date | None) -> Span | None:
    """What of a period lies in a year; None if nothing does, or it is undated.

    Without an end it goes on to the year's last day; without a start it is a point at its end.
    """
    if start is None and finish is None:
        return None
    first_day, days = date(year, 1, 1), days_of(year)
    last = (finish - first_day).days if finish else days - 1
    first = (start - first_day).days if start else last - POINT + 1
    if first >= days or last < 0:
        return None
    left, right = max(first, 0), min(last, days - 1)
    return Span(left, right - left + 1, finish is None)


def day_in(year: int, day: date | None) -> int | None:
    """A day's place in a year, or None outside."""
    return (day - date(year, 1, 1)).days if day and day.year == year else None
