"""What the words for parts of a year, a month or a week do to the walk."""

from planner.period import figures
from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.questions import Unclear
from planner.period.tokens import Token
from planner.period.unit_words import weekday_named
from planner.period.walk import Handler, Walk

_TEN_DAYS = {"thượng": "đầu", "trung": "giữa", "hạ": "cuối"}


_NO_MONTHS = ("year", "of_year", "whole_year", "quarter", "quarter_month")


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
    if walk.join is None and walk.peek() not in ("of_year", "number"):
        walk.lead_by_year()
    walk.fresh = True
    walk.add(Mark("months", count=int(token.values[0]), part=token.values[1]))


def quarters_of(walk: Walk, token: Token) -> None:
    """ "2 quý đầu năm" is one span of so many quarters."""
    count, ahead = int(token.values[0]), token.values[1] == "đầu"
    first, last = (1, count) if ahead else (5 - count, 4)
    walk.start_unit("quarter")
    walk.add(Mark("quarter", first))
    if first != last:
        walk.join = "range"
        walk.add(Mark("quarter", last))


def months(walk: Walk, token: Token) -> None:
    """ "6 tháng" is the first half; "định kỳ 3 tháng" is each three of them."""
    number = int(token.values[0])
    repeats = "periodic" in walk.flags and number in (1, 2, 3, 4)
    walk.fresh = True
    walk.add(Mark("every" if repeats else "months", count=number))


def end_of_year(walk: Walk, token: Token) -> None:
    """ "Tháng cuối năm", "quý đầu năm"."""
    unit, end = token.values
    last = 12 if unit == "tháng" else 4
    walk.add(Mark("month" if unit == "tháng" else "quarter", 1 if end == "đầu" else last))


def some_months(walk: Walk, token: Token) -> None:
    """ "Những tháng cuối năm" may be more or fewer than the last quarter: asked."""
    walk.ask(ask.WHICH_MONTH)
    walk.add(Mark("year", part=token.values[0]))


def half(walk: Walk, token: Token) -> None:
    walk.add(Mark("months", count=6, part="đầu" if token.values[0] == "đầu" else "cuối"))


def week_part(walk: Walk, token: Token) -> None:
    walk.start_unit("week")
    figures.count(walk, 1 if token.values[0] == "đầu" else -1)


def day_part(walk: Walk, token: Token) -> None:
    """ "Ngày cuối tháng". The last working day needs the table of holidays: asked."""
    if len(token.values) > 1:
        walk.ask(ask.WORKING_DAYS)
    walk.start_unit("day")
    figures.count(walk, 1 if token.values[-1] == "đầu" else -1)


def days_of(walk: Walk, token: Token) -> None:
    """ "3 ngày đầu tháng 6"; "10 ngày đầu tháng" and "15 ngày cuối tháng" are windows with a word of their own."""
    number, unit, end = token.values
    if unit != "ngày" or not 1 <= int(number) <= 20 or _goes_on_without_month(walk):
        raise Unclear(ask.UNREAD)
    walk.part = {10: end, 15: f"nửa {end}"}.get(int(number), f"{int(number)} {end}")


def _goes_on_without_month(walk: Walk) -> bool:
    """ "10 ngày đầu năm", "10 ngày đầu mỗi quý" are no part of a month."""
    return walk.peek() in _NO_MONTHS or (walk.peek() == "every" and not walk.next_text.endswith("tháng"))


def nth_weekday(walk: Walk, token: Token) -> None:
    """ "Thứ Bảy đầu tiên của tháng 5", "chủ nhật cuối cùng hằng tháng": one day of the month."""
    name, end = token.values
    walk.start_unit("day")
    figures.count(walk, 1 if end == "đầu" else -1)
    if walk.last:
        walk.last.extra["nth"] = weekday_named(name)


WORDS: dict[str, Handler] = {
    "part": part, "half_of": half_of, "months_of": months_of, "months": months, "half": half, "week_part": week_part,
    "day_part": day_part, "end_of_year": end_of_year, "some_months": some_months, "days_of": days_of,
    "quarters_of": quarters_of, "nth_weekday": nth_weekday,
}  # fmt: skip
