"""The days of a mark whose month and year are known."""

import calendar
from datetime import date, timedelta

from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.questions import Unclear

# A part of a month: its first and last day (0 is the month's end).
PARTS_OF_MONTH = {"đầu": (1, 10), "giữa": (11, 20), "cuối": (21, 0), "nửa đầu": (1, 15), "nửa cuối": (16, 0)}
PARTS_OF_QUARTER = {"đầu": (0, 0), "giữa": (1, 1), "cuối": (2, 2)}
PARTS_OF_YEAR = {"đầu": (1, 3), "giữa": (6, 7), "cuối": (10, 12)}


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def whole_months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), month_end(year, last)


def week_of_month(year: int, month: int, number: int) -> tuple[date, date]:
    """Week `number` (-1 the last) of the weeks, Monday to Sunday, whose Thursday is in the month; inside its year."""
    thursdays = [week[calendar.THURSDAY] for week in calendar.monthcalendar(year, month) if week[calendar.THURSDAY]]
    if number == 0 or number > len(thursdays):
        raise Unclear(ask.NO_WEEK, number=number)
    thursday = date(year, month, thursdays[number if number < 0 else number - 1])
    monday, sunday = thursday - timedelta(days=3), thursday + timedelta(days=3)
    # A plan's year does not begin in the year before: the first and the last week are cut at the year.
    return max(monday, date(year, 1, 1)), min(sunday, date(year, 12, 31))


def days_of(mark: Mark) -> tuple[date, date]:
    """First and last day of a mark whose year (and month) is known. Raises Unclear for what no calendar has."""
    if mark.year is None:
        raise Unclear(ask.UNREAD)
    return _DAYS[mark.unit](mark, mark.year)


def _day(mark: Mark, year: int) -> tuple[date, date]:
    month = _checked(mark.month, 12, ask.NO_MONTH)
    last = month_end(year, month).day
    if "nth" in mark.extra:
        return _nth_weekday(date(year, month, 1 if mark.number == 1 else last), mark)
    number = last if mark.number == -1 else _checked(mark.number, 31, ask.NO_DAY)
    if number > last:
        raise Unclear(ask.NO_DAY, number=f"{number}/{month}")
    return date(year, month, number), date(year, month, number)


def _nth_weekday(end: date, mark: Mark) -> tuple[date, date]:
    """The weekday nearest to the month's first or last day, inside the month."""
    away = (mark.extra["nth"] - end.weekday()) % 7
    day = end + timedelta(days=away) if mark.number == 1 else end - timedelta(days=(7 - away) % 7)
    return day, day


def _week(mark: Mark, year: int) -> tuple[date, date]:
    month = _checked(mark.month, 12, ask.NO_MONTH)
    if mark.part:
        raise Unclear(ask.UNREAD)  # "cuối tuần 3"
    first, last = week_of_month(year, month, mark.number or 0)
    if mark.weekday is None:
        return first, last
    day = weekday_of(mark, year)
    # The week that the year's end cuts may have no such day in the year: then the one of the week beside it
    day += timedelta(weeks=year - day.year)
    return day, day


def weekday_of(mark: Mark, year: int) -> date:
    """The weekday that a week's mark names, even where the year cuts the week."""
    first, _ = week_of_month(year, mark.month or 0, mark.number or 0)
    return first + timedelta(days=(mark.weekday or 0) - first.weekday())


def _month(mark: Mark, year: int) -> tuple[date, date]:
    month = _checked(mark.number, 12, ask.NO_MONTH)
    first, last = whole_months(year, month, month)
    return _part_of_month(mark.part, first, last) if mark.part else (first, last)


def _part_of_month(part: str, first: date, last: date) -> tuple[date, date]:
    """A soft word's window, or so many days ("3 đầu", "10 cuối")."""
    count, end = part.split()[0], part.split()[-1]
    if not count.isdigit():
        start, finish = PARTS_OF_MONTH[part]
        return first.replace(day=start), last.replace(day=finish or last.day)
    more = timedelta(days=int(count) - 1)
    return (first, first + more) if end == "đầu" else (last - more, last)


def _quarter(mark: Mark, year: int) -> tuple[date, date]:
    first = 3 * _checked(mark.number, 4, ask.NO_QUARTER) - 2
    if mark.part and mark.part not in PARTS_OF_QUARTER:
        raise Unclear(ask.UNREAD)  # "nửa đầu quý II", "20 ngày đầu quý II"
    start, end = PARTS_OF_QUARTER[mark.part] if mark.part else (0, 2)
    return whole_months(year, first + start, first + end)


def _year(mark: Mark, year: int) -> tuple[date, date]:
    if mark.part in ("nửa đầu", "nửa cuối"):
        return whole_months(year, *((1, 6) if mark.part == "nửa đầu" else (7, 12)))
    if mark.part and mark.part not in PARTS_OF_YEAR:
        raise Unclear(ask.UNREAD)
    return whole_months(year, *(PARTS_OF_YEAR[mark.part] if mark.part else (1, 12)))


def _months(mark: Mark, year: int) -> tuple[date, date]:
    if not 1 <= mark.count <= 12:
        raise Unclear(ask.UNREAD)
    return whole_months(year, *((13 - mark.count, 12) if mark.part == "cuối" else (1, mark.count)))


def _block(mark: Mark, year: int) -> tuple[date, date]:
    """One of the equal parts of a year ("hai tháng một lần"), counted from 0."""
    first = (mark.number or 0) * mark.count + 1
    return whole_months(year, first, first + mark.count - 1)


def _checked(number: int | None, most: int, message: str) -> int:
    if number is None:
        raise Unclear(ask.WHICH_QUARTER if message == ask.NO_QUARTER else ask.WHICH_MONTH)
    if not 1 <= number <= most:
        raise Unclear(message, number=number)
    return number


_DAYS = {"day": _day, "week": _week, "month": _month, "quarter": _quarter, "year": _year, "months": _months,
         "block": _block}  # fmt: skip
