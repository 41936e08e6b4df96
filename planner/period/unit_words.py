"""What the calendar's own words do to the walk: units, parts, years and weekdays."""

from planner.period import figures
from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.questions import Unclear
from planner.period.tokens import Token
from planner.period.walk import FIGURES, Handler, Walk

_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "chủ nhật": 6, "cn": 6}
_TEN_DAYS = {"thượng": "đầu", "trung": "giữa", "hạ": "cuối"}


def unit(name: str, months: int) -> Handler:
    """The word of a unit: figures follow, or a part came before ("cuối quý"), or it is bare ("tháng, quý, năm")."""

    def seen(walk: Walk, token: Token) -> None:
        walk.start_unit(name)
        if walk.peek() in FIGURES or (name in ("month", "quarter", "week") and walk.peek() == "roman"):
            return
        if walk.part:
            walk.add(Mark(name))
        elif name == "year" and walk.prefix == "by":
            walk.add(Mark("year"))
        elif months:
            walk.add(Mark("every", count=months, extra={"bare": 1}))

    return seen


def part(walk: Walk, token: Token) -> None:
    if walk.part:
        walk.parts_before.append(walk.part)
    walk.part = _TEN_DAYS.get(token.values[0], token.values[0])
    if token.values[0] in _TEN_DAYS:
        # "Trung tuần tháng 5" has no word of its own for the unit.
        walk.unit = "month"


def half_of(walk: Walk, token: Token) -> None:
    walk.part = "nửa đầu" if token.values[0] == "đầu" else "nửa cuối"


def months_of(walk: Walk, token: Token) -> None:
    walk.fresh = True
    walk.add(Mark("months", count=int(token.values[0]), part=token.values[1]))


def months(walk: Walk, token: Token) -> None:
    """ "6 tháng" is the first half; "định kỳ 3 tháng" is each three of them."""
    number = int(token.values[0])
    repeats = "periodic" in walk.flags and number in (1, 2, 3, 4)
    walk.fresh = True
    walk.add(Mark("every" if repeats else "months", count=number))


def half(walk: Walk, token: Token) -> None:
    walk.add(Mark("months", count=6, part="đầu" if token.values[0] == "đầu" else "cuối"))


def years_long(walk: Walk, token: Token) -> None:
    if int(token.values[0]) == 1:
        walk.add(Mark("every", count=12, extra={"bare": 1}))
    elif "periodic" in walk.flags:
        raise Unclear(ask.RARE)
    else:
        walk.flags.add("duration")
        walk.leave(token.text)


def term(walk: Walk, token: Token) -> None:
    walk.unit, walk.open = "year", True
    if token.values or walk.peek() == "of_year":
        return
    if walk.part or walk.years.single:
        raise Unclear(ask.WHICH_TERM)
    walk.add(Mark("year", year=walk.years.first))
    walk.join = "range"
    walk.add(Mark("year", year=walk.years.last))


def week_part(walk: Walk, token: Token) -> None:
    walk.start_unit("week")
    figures.count(walk, 1 if token.values[0] == "đầu" else -1)


def day_part(walk: Walk, token: Token) -> None:
    walk.start_unit("day")
    figures.count(walk, 1 if token.values[0] == "đầu" else -1)


def whole_year(walk: Walk, token: Token) -> None:
    walk.add(Mark("year"))


def of_year(walk: Walk, token: Token) -> None:
    figures.year(walk, int(token.values[0]))


def short_year(walk: Walk, token: Token) -> None:
    """ "Quý I/23" is of a plan for 2023; elsewhere two figures after a stroke are no year."""
    year, last = 2000 + int(token.values[0]), walk.last
    if last and last.unit == "quarter" and last.year is None and walk.join is None and year in walk.years:
        last.year = year
    else:
        walk.leave(token.text)


def next_year(walk: Walk, token: Token) -> None:
    figures.year(walk, walk.years.last + 1)


def year_before(walk: Walk, token: Token) -> None:
    figures.year(walk, walk.years.first - 1)


def this_year(walk: Walk, token: Token) -> None:
    if not walk.years.single:
        raise Unclear(ask.WHICH_YEAR, first=walk.years.first, last=walk.years.last)
    figures.year(walk, walk.years.single)


def weekday(walk: Walk, token: Token) -> None:
    name = token.values[0].removeprefix("t")
    walk.weekday = int(name) - 2 if name.isdigit() else _WEEKDAYS.get(token.values[0], 2)


WORDS: dict[str, Handler] = {
    "month": unit("month", 1), "quarter": unit("quarter", 3), "year": unit("year", 12), "day": unit("day", 0),
    "week": unit("week", 0), "part": part, "half_of": half_of, "months_of": months_of, "months": months,
    "half": half, "years_long": years_long,
    "term": term, "week_part": week_part, "day_part": day_part, "whole_year": whole_year,
    "of_year": of_year, "short_year": short_year, "next_year": next_year, "year_before": year_before,
    "this_year": this_year, "weekday": weekday,
}  # fmt: skip
