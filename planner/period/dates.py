"""Dates in figures, day first, and pairs of figures that may be something else."""

from planner.period import questions as ask
from planner.period.figures import count
from planner.period.marks import Mark
from planner.period.questions import Unclear
from planner.period.tokens import Token
from planner.period.walk import Handler, Walk


def day_month(walk: Walk, token: Token) -> None:
    first, second = token.numbers
    if walk.unit in _AFTER_A_WORD and (walk.fresh or _counts_weeks(walk)):
        _AFTER_A_WORD[walk.unit](walk, first, second)
    elif second > 12:
        _odd_date(walk, first, second)
    else:
        if walk.unit == "month" and walk.join in ("list", "range") and first <= 12:
            walk.ask(ask.DAY_OR_MONTH, day=f"{first}/{second}")
        day(walk, first, second)


def _counts_weeks(walk: Walk) -> bool:
    """ "Tuần 3-4/11": the figures after a joint are weeks too; "tuần 2 từ 12/10" has no joint."""
    return walk.unit == "week" and walk.join in ("list", "range") and not walk.prefix


def day(walk: Walk, number: int, month: int, year: int | None = None) -> None:
    if month > 12 and number <= 12:
        number, month = month, number
        walk.ask(ask.MONTH_FIRST, day=f"{number}/{month}" + (f"/{year}" if year else ""))
    if not year and not walk.years.single:
        walk.lead_by_year()
    walk.under, walk.unit, walk.template, walk.attaching = None, "day", None, False
    walk.add(Mark("day", number, month=month, year=year))


def _odd_date(walk: Walk, first: int, second: int) -> None:
    """ "3/23": March of a plan for 2023; "03/25": month first; "07/13 xã": a fraction."""
    if walk.peek() == "word":
        walk.leave(f"{first}/{second}")
    elif first <= 12 and 2000 + second in walk.years and walk.unit != "day":
        walk.ask(ask.SHORT_YEAR, number=second, year=2000 + second)
        walk.unit = "month"
        count(walk, first, 2000 + second)
    elif first > 12 or second > 31:
        raise Unclear(ask.NO_MONTH, number=second)
    else:
        day(walk, first, second)


def _two_months(walk: Walk, first: int, second: int) -> None:
    if first <= 12 < second and 2000 + second in walk.years:
        count(walk, first, 2000 + second)
    elif first > 12 or second > 12:
        walk.ask(ask.DAY_OR_MONTH, day=f"{first}/{second}")
        day(walk, first, second)
    else:
        _both(walk, first, second)
        walk.ask(ask.SLASHED_MONTHS)


def _two_quarters(walk: Walk, first: int, second: int) -> None:
    if second > 12 and 2000 + second in walk.years:
        count(walk, first, 2000 + second)
    else:
        _both(walk, first, second)
        walk.ask(ask.SLASHED_QUARTERS)


def _both(walk: Walk, first: int, second: int) -> None:
    count(walk, first)
    walk.join = "list"
    count(walk, second)


def _slashed_week(walk: Walk, first: int, second: int, year: int | None = None) -> None:
    walk.ask(ask.SLASHED_WEEK, number=second)
    walk.add(Mark("week", first, month=second, year=year))


_AFTER_A_WORD = {"month": _two_months, "quarter": _two_quarters, "week": _slashed_week}


def full_date(walk: Walk, token: Token) -> None:
    number, month, year = token.numbers
    if _counts_weeks(walk):
        _slashed_week(walk, number, month, year)
    else:
        if walk.unit in ("month", "quarter") and walk.fresh and number <= 12:
            walk.ask(ask.DAY_OR_MONTH, day=f"{number}/{month}/{year}")
        day(walk, number, month, year)


def short_date(walk: Walk, token: Token) -> None:
    number, month, short = token.numbers
    if 2000 + short not in walk.years:
        walk.ask(ask.SHORT_YEAR, number=f"{short:02}", year=2000 + short)
    day(walk, number, month, 2000 + short)


def iso_date(walk: Walk, token: Token) -> None:
    year, month, number = token.numbers
    if not 1900 <= year <= 2099 or month > 12:
        raise Unclear(ask.UNREAD)
    day(walk, number, month, year)


def year_month(walk: Walk, token: Token) -> None:
    """ "2025-07", as spreadsheets write a month."""
    year, month = token.numbers
    walk.unit = "month"
    count(walk, month, year)


def dashed_date(walk: Walk, token: Token) -> None:
    """ "ngày 25-3" is a date as newspapers write it; "ngày 10-15" is a range of days; "ngày 3-5" may be either."""
    first, second = token.numbers
    if second > 12 or walk.years.month:
        walk.start_unit("day")
        count(walk, first)
        walk.join = "range"
        count(walk, second)
    else:
        if first <= second:
            walk.ask(ask.DAY_OR_MONTH, day=f"{first}/{second}")
        day(walk, first, second)


WORDS: dict[str, Handler] = {
    "dm": day_month, "dmy": full_date, "dmy2": short_date, "iso": iso_date, "ym": year_month, "day_dash": dashed_date,
}  # fmt: skip
