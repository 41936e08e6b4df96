"""What figures mean where they stand: numbers of the unit in force, and dates."""

from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.questions import Unclear
from planner.period.tokens import Token
from planner.period.walk import Walk

_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
           "xii": 12}  # fmt: skip


def number(walk: Walk, token: Token) -> None:
    if len(token.text) == 4 and token.text[:2] in ("19", "20"):
        return year(walk, int(token.text))
    counts_things = walk.peek() == "word" and not walk.fresh
    if len(token.text) > 2 or not walk.open or counts_things or walk.unit == "year":
        return walk.leave(token.text)
    count(walk, int(token.text))


def roman(walk: Walk, token: Token) -> None:
    if walk.unit in ("quarter", "month", "week") and walk.open:
        return count(walk, _ROMANS[token.text])
    if walk.unit is None and walk.peek() == "of_year":
        walk.start_unit("quarter")
        walk.ask(ask.BARE_QUARTER)
        return count(walk, _ROMANS[token.text])
    walk.leave(token.text)


def count(walk: Walk, value: int, year: int | None = None) -> None:
    """A number of the unit in force: a month, a quarter, a day, a week; without one, it waits for its neighbour."""
    last = walk.last
    if walk.attaching and last:
        last.month, last.year, walk.template = value, year or last.year, last
        return walk.settle()
    if walk.template and walk.unit == "month":
        walk.add(walk.template.copy(month=value, year=year, part=None, carried=False))
        return
    if walk.unit in ("day", "week") and walk.fresh:
        _go_under(walk)
    walk.add(Mark(walk.unit or "bare", value, year=year))


def _go_under(walk: Walk) -> None:
    """ "Tháng 3 (tuần 2)", "Tháng 3, ngày 15": the month was only where the week or day is."""
    last = walk.last
    if last and last.unit == "month" and not last.part and walk.close_by and last.join != "range":
        walk.under = walk.marks.pop()
        walk.join, walk.prefix = last.join, walk.prefix or last.prefix


def year(walk: Walk, value: int) -> None:
    """A year belongs to the mark before it, or is a mark of its own."""
    last = walk.last
    if last and last.year is None and last.unit != "year":
        if walk.join is None or (walk.joint == "," and last.unit not in ("months", "every", "bare")):
            last.year = value
            return walk.settle()
        if walk.join == "range" and last.unit in ("month", "quarter") and walk.tokens[walk.at].name == "number":
            last.year = value
            walk.ask(ask.SHORT_YEAR, number=value, year=value)
            return walk.settle()
    walk.unit = "year"
    walk.add(Mark("year", year=value))


def month_year(walk: Walk, token: Token) -> None:
    value, its_year = token.numbers
    if walk.unit == "week" and walk.open:
        raise Unclear(ask.WEEK_OF_YEAR)
    if walk.unit == "day" and walk.fresh:
        raise Unclear(ask.UNREAD)
    if not (walk.unit == "quarter" and walk.open):
        walk.unit = "month"
    count(walk, value, its_year)


def day_month(walk: Walk, token: Token) -> None:
    first, second = token.numbers
    special = _UNDER_A_WORD.get(walk.unit or "") if walk.fresh else None
    if special:
        return special(walk, first, second)
    if walk.unit == "week" and walk.open:
        return _slashed_week(walk, first, second)
    if second > 12:
        return _odd_date(walk, first, second)
    if walk.unit == "month" and walk.join == "list" and first <= 12:
        walk.ask(ask.DAY_OR_MONTH, day=f"{first}/{second}")
    day(walk, first, second)


def day(walk: Walk, number: int, month: int, year: int | None = None) -> None:
    if month > 12 and number <= 12:
        number, month = month, number
        walk.ask(ask.MONTH_FIRST, day=f"{number}/{month}" + (f"/{year}" if year else ""))
    walk.under, walk.unit, walk.template, walk.attaching = None, "day", None, False
    walk.add(Mark("day", number, month=month, year=year))


def _odd_date(walk: Walk, first: int, second: int) -> None:
    """ "3/23": March of a plan for 2023; "03/25": month first; "07/13 xã": a fraction."""
    if walk.peek() == "word":
        return walk.leave(f"{first}/{second}")
    if first <= 12 and 2000 + second in walk.years and walk.unit != "day":
        walk.ask(ask.SHORT_YEAR, number=second, year=2000 + second)
        walk.unit = "month"
        return count(walk, first, 2000 + second)
    if first > 12 or second > 31:
        raise Unclear(ask.NO_MONTH, number=second)
    day(walk, first, second)


def _two_months(walk: Walk, first: int, second: int) -> None:
    if first <= 12 < second and 2000 + second in walk.years:
        return count(walk, first, 2000 + second)
    if first > 12 or second > 12:
        walk.ask(ask.DAY_OR_MONTH, day=f"{first}/{second}")
        return day(walk, first, second)
    count(walk, first)
    walk.join = "list"
    count(walk, second)
    walk.ask(ask.SLASHED_MONTHS)


def _two_quarters(walk: Walk, first: int, second: int) -> None:
    if 2000 + second in walk.years and second > 12:
        return count(walk, first, 2000 + second)
    count(walk, first)
    walk.join = "list"
    count(walk, second)
    walk.ask(ask.SLASHED_QUARTERS)


def _slashed_week(walk: Walk, first: int, second: int) -> None:
    walk.ask(ask.SLASHED_WEEK, number=second)
    walk.add(Mark("week", first, month=second))


_UNDER_A_WORD = {"month": _two_months, "quarter": _two_quarters}


def full_date(walk: Walk, token: Token) -> None:
    number, month, its_year = token.numbers
    if walk.unit == "week" and walk.fresh:
        walk.ask(ask.SLASHED_WEEK, number=month)
        walk.add(Mark("week", number, month=month, year=its_year))
    else:
        day(walk, number, month, its_year)


def short_date(walk: Walk, token: Token) -> None:
    number, month, short = token.numbers
    if 2000 + short not in walk.years:
        walk.ask(ask.SHORT_YEAR, number=f"{short:02}", year=2000 + short)
    day(walk, number, month, 2000 + short)


def iso_date(walk: Walk, token: Token) -> None:
    its_year, month, number = token.numbers
    if not 1900 <= its_year <= 2099 or month > 12:
        raise Unclear(ask.UNREAD)
    day(walk, number, month, its_year)


def dashed_date(walk: Walk, token: Token) -> None:
    """ "ngày 25-3" is a date as newspapers write it; "ngày 10-15" is a range of days; "ngày 3-5" may be either."""
    first, second = token.numbers
    if second > 12 or walk.years.month:
        walk.start_unit("day")
        count(walk, first)
        walk.join = "range"
        return count(walk, second)
    if first <= second:
        walk.ask(ask.DAY_OR_MONTH, day=f"{first}/{second}")
    day(walk, first, second)
