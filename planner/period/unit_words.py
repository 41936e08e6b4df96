"""What the calendar's own words do to the walk: units, parts, years and weekdays."""

from planner.period import figures
from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.month_ends import to_its_end
from planner.period.questions import Unclear
from planner.period.tokens import Token
from planner.period.walk import FIGURES, Handler, Walk

_NO_NUMBER = ("", "list", "slash", "or", "range")
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "chủ nhật": 6, "cn": 6}


def unit(name: str, months: int) -> Handler:
    """The word of a unit: figures follow, or a part came before ("cuối quý"), or it is bare ("tháng, quý, năm")."""

    def seen(walk: Walk, token: Token) -> None:
        walk.start_unit(name)
        if name == "month" and to_its_end(walk):
            return
        if walk.peek() in FIGURES or (name in ("month", "quarter", "week") and walk.peek() == "roman"):
            return
        if months and walk.peek() == "word" and not walk.part:
            walk.leave(token.text)  # "Tháng Thanh niên" is a name
        elif walk.part:
            walk.add(Mark(name))
            walk.unit = None  # "đầu tháng, 12": the number is none of this unit's
        elif not months and walk.peek() in _NO_NUMBER:
            walk.leave(token.text)  # "tuần, tháng, quý"
        elif name == "year" and (walk.prefix == "by" or walk.join == "range"):
            walk.add(Mark("year"))
        elif months:
            walk.add(Mark("every", count=months, extra={"bare": 1}))
            walk.unit = None

    return seen


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
    if walk.years.single or (walk.part and not _ends_term(walk)):
        raise Unclear(ask.WHICH_TERM)
    if _ends_term(walk):
        walk.part = None
        walk.add(Mark("year", year=walk.years.last))
        return
    walk.add(Mark("year", year=walk.years.first))
    walk.join = "range"
    walk.add(Mark("year", year=walk.years.last))


def _ends_term(walk: Walk) -> bool:
    """ "Từ năm 2026 đến hết nhiệm kỳ", "đến cuối nhiệm kỳ": to the plan's last year."""
    return (walk.prefix == "by" or walk.join == "range") and walk.part in (None, "cuối")


def term_end(walk: Walk, token: Token) -> None:
    """ "Đến hết nhiệm kỳ 2024-2029"; a part of the term itself ("cuối nhiệm kỳ 2024-2029") is asked about."""
    if not _ends_term(walk):
        raise Unclear(ask.WHICH_TERM)
    walk.part = None
    walk.add(Mark("year", year=int(token.values[1])))


def whole_year(walk: Walk, token: Token) -> None:
    """ "Trong năm"; after a rhythm ("hằng quý trong năm") it is only the frame."""
    if not (walk.last and walk.last.unit == "every" and walk.join is None):
        walk.add(Mark("year"))


def of_year(walk: Walk, token: Token) -> None:
    figures.year(walk, int(token.values[0]))


def each_year(walk: Walk, token: Token) -> None:
    """ "Các năm 2021, 2023": each of them."""
    walk.flags.add("each_year")


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


def weekday_named(name: str) -> int:
    """0 for Monday; `name` is "hai", "5", "t7" or "chủ nhật"."""
    figure = name.removeprefix("t")
    return int(figure) - 2 if figure.isdigit() else _WEEKDAYS[name]


def weekday(walk: Walk, token: Token) -> None:
    """The weekday of the day that follows ("thứ Sáu, 18/7"), or of the one just read ("18/7 (thứ Sáu)")."""
    last, found = walk.last, weekday_named(token.values[0])
    if last and last.unit == "day" and last.weekday is None and walk.join is None:
        last.weekday = found
    else:
        walk.weekday = found


WORDS: dict[str, Handler] = {
    "month": unit("month", 1), "quarter": unit("quarter", 3), "year": unit("year", 12), "day": unit("day", 0),
    "week": unit("week", 0), "term": term, "term_end": term_end,
    "whole_year": whole_year, "years_long": years_long, "of_year": of_year, "each_year": each_year,
    "short_year": short_year, "next_year": next_year, "year_before": year_before,
    "this_year": this_year, "weekday": weekday,
}  # fmt: skip
