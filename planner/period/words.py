"""What each word of the grammar does to the walk."""

from collections.abc import Callable

from planner.period import figures
from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.questions import Unclear
from planner.period.tokens import Token
from planner.period.walk import FIGURES, Walk

_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "chủ nhật": 6, "cn": 6}
_TEN_DAYS = {"thượng": "đầu", "trung": "giữa", "hạ": "cuối"}
_MONTHS_A_UNIT = {"ngày": 0, "tuần": 0, "tháng": 1, "quý": 3, "năm": 12}
_MONTHS_IN_QUARTER = {"đầu": (1, 4, 7, 10), "giữa": (2, 5, 8, 11), "cuối": (3, 6, 9, 12)}
_UNITS = {"tháng": "month", "quý": "quarter", "năm": "year", "tuần": "week", "ngày": "day"}


def unit(name: str, months: int) -> Callable[[Walk, Token], None]:
    """The word of a unit: figures follow, or a part came before ("cuối quý"), or it is bare ("tháng, quý, năm")."""

    def seen(walk: Walk, token: Token) -> None:
        walk.start_unit(name)
        if walk.peek() in FIGURES or (name in ("month", "quarter", "week") and walk.peek() == "roman"):
            return
        if walk.part:
            walk.add(Mark(name))
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
    walk.add(Mark("months", count=int(token.values[0]), part=token.values[1] if len(token.values) > 1 else None))


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


def every(walk: Walk, token: Token) -> None:
    name = token.values[0]
    if walk.part and name in ("tháng", "quý", "năm"):
        walk.add(Mark(_UNITS[name]))
    _rhythm(walk, _MONTHS_A_UNIT[name])


def every_n(walk: Walk, token: Token) -> None:
    number, name = int(token.values[0]), token.values[1]
    months = number * _MONTHS_A_UNIT[name]
    if months > 12:
        raise Unclear(ask.RARE)
    if months and 12 % months:
        raise Unclear(ask.UNREAD)
    _rhythm(walk, months)


def every_one(walk: Walk, token: Token) -> None:
    _rhythm(walk, _MONTHS_A_UNIT[token.values[0]])


def times(walk: Walk, token: Token) -> None:
    """ "2 lần/năm": so many in each unit."""
    _times(walk, int(token.values[0]), token.values[1])


def times_after(walk: Walk, token: Token) -> None:
    _times(walk, int(token.values[1]) if token.values[1].isdigit() else 1, token.values[0])


def _times(walk: Walk, number: int, name: str) -> None:
    months = _MONTHS_A_UNIT[name]
    if number == 0 or (months > 1 and months % number):
        raise Unclear(ask.UNREAD)
    if months > 1 and number > 1:
        walk.ask(ask.SOME_TIMES)
    _rhythm(walk, 0 if months < number else months // number)


def _rhythm(walk: Walk, months: int) -> None:
    walk.add(Mark("every", count=months))
    walk.unit, walk.open = None, True


def quarter_month(walk: Walk, token: Token) -> None:
    months, last = _MONTHS_IN_QUARTER[token.values[0]], walk.last
    if last and last.unit == "every" and last.count == 3:
        last.months = months
    else:
        walk.add(Mark("every", count=3, months=months))


def flag(name: str) -> Callable[[Walk, Token], None]:
    def seen(walk: Walk, token: Token) -> None:
        walk.flags.add(name)
        walk.soft.append(token.text)

    return seen


def relative(walk: Walk, token: Token) -> None:
    number, name, *rest = token.values
    walk.relative = int(number), name, len(rest) > 1, rest[-1]


def length(walk: Walk, token: Token) -> None:
    """ "01 ngày, tháng 5": how long it takes says nothing about when."""
    walk.flags.add("duration")


def short_year(walk: Walk, token: Token) -> None:
    figures.year(walk, 2000 + int(token.values[0]))


def anniversary(walk: Walk, token: Token) -> None:
    """Two dates in brackets are an anniversary when day and month are the same; else they are not understood."""
    if len(token.values) == 4 and token.numbers[:2] != token.numbers[2:]:
        raise Unclear(ask.UNREAD)
    walk.flags.add("paper")


def school_year(walk: Walk, token: Token) -> None:
    raise Unclear(ask.WHICH_TERM)


def occasion(walk: Walk, token: Token) -> None:
    walk.flags.add("occasion")
    walk.ask(ask.OCCASION)


def lunar(walk: Walk, token: Token) -> None:
    raise Unclear(ask.LUNAR)


def prefix(name: str) -> Callable[[Walk, Token], None]:
    def seen(walk: Walk, token: Token) -> None:
        if token.text.startswith("đến"):
            until(walk, token)
        walk.prefix, walk.open = name, True

    return seen


def until(walk: Walk, token: Token) -> None:
    _no_part_waits(walk)
    last = walk.last
    if last and last.unit != "every" and last.join != "range" and ";" not in walk.joint:
        walk.join = "range"
    else:
        walk.prefix = "by"
    walk.open = True


def _no_part_waits(walk: Walk) -> None:
    """ "Từ đầu đến cuối tháng 3": the first end has no unit of its own."""
    if walk.part:
        raise Unclear(ask.UNREAD)


def onwards(walk: Walk, token: Token) -> None:
    if walk.last:
        walk.last.prefix = "from"
    else:
        walk.leave(token.text)


def joint(name: str) -> Callable[[Walk, Token], None]:
    def seen(walk: Walk, token: Token) -> None:
        if name == "range":
            _no_part_waits(walk)
        walk.open = True
        if name == "inside" and walk.join:
            return
        walk.join = "range" if "range" in (name, walk.join) else name
        walk.joint += token.text

    return seen


def quiet(walk: Walk, token: Token) -> None:
    """Says nothing about time."""


def unknown(walk: Walk, token: Token) -> None:
    walk.leave(token.text)


WORDS: dict[str, Callable[[Walk, Token], None]] = {
    "lunar": lunar, "relative": relative, "event": flag("event"), "unscheduled": flag("unscheduled"),
    "continuous": flag("continuous"), "paper": flag("paper"), "anniversary": anniversary, "occasion": occasion,
    "ordinal": quiet, "clock": flag("clock"), "times": times, "times_after": times_after, "every_n": every_n,
    "every_one": every_one, "quarter_month": quarter_month, "every": every, "periodic": flag("periodic"),
    "months_of": months_of, "half": half, "half_of": half_of, "months": months_of, "years_long": years_long,
    "term": term, "week_part": week_part, "day_part": day_part, "part": part, "next_year": next_year,
    "this_year": this_year, "iso": figures.iso_date, "dmy": figures.full_date, "dmy2": figures.short_date,
    "my": figures.month_year, "dm": figures.day_month, "day_dash": figures.dashed_date, "of_year": of_year,
    "weekday": weekday, "month": unit("month", 1), "quarter": unit("quarter", 3), "day": unit("day", 0),
    "week": unit("week", 0), "whole_year": whole_year, "year": unit("year", 12), "by": prefix("by"),
    "before": prefix("before"), "done": prefix("done"), "from_now": quiet, "from": prefix("from"), "until": until,
    "ended": prefix("by"), "after": prefix("after"), "onwards": onwards, "range": joint("range"), "or": joint("or"),
    "list": joint("list"), "slash": joint("list"), "number": figures.number, "roman": figures.roman,
    "length": length, "short_year": short_year, "school_year": school_year, "lunar_year": quiet, "inside": joint("inside"),
    "year_before": year_before, "colon": quiet, "filler": quiet, "word": unknown, "mark": unknown,
}  # fmt: skip


def walk_over(walk: Walk) -> Walk:
    for walk.at, token in enumerate(walk.tokens):
        WORDS[token.name](walk, token)
    return walk
