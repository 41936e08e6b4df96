"""What a heading that gives the month ("Lịch công tác tháng 7/2025") says of numbers and of "tháng" alone."""

from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.walk import Walk


def take_month(walk: Walk) -> None:
    """ "Cuối tháng", "trong tháng": the heading's month; right beside its days it only says so again."""
    frames = [mark for mark in walk.marks if mark.unit == "every" and mark.count == 1 and "bare" in mark.extra]
    others = [mark for mark in walk.marks if mark not in frames]
    beside = all(mark.join in (None, "next", "list") and "apart" not in mark.extra for mark in walk.marks)
    if frames and others and beside and all(_is_in_month(mark) for mark in others):
        walk.marks, others[0].join = others, None
    for mark in walk.marks:
        if mark in frames or (mark.unit == "month" and mark.number is None):
            mark.unit, mark.number = "month", walk.years.month


def _is_in_month(mark: Mark) -> bool:
    return mark.lacks_month or mark.unit == "bare" or (mark.unit == "month" and mark.number is None)


def counts_days(mark: Mark, after: Mark) -> bool:
    """ "5; tháng 8": a number alone is a day of the heading's month; "3-5/2025" is a range of months."""
    return mark.unit == "bare" and after.unit in ("month", "quarter") and after.keyword


def ask_about_other(walk: Walk, mark: Mark, after: Mark) -> None:
    """ "5, 20/8" under July: the fifth of which month?"""
    if walk.years.month and mark.unit == "day" and after.join != "range" and mark.month != walk.years.month:
        walk.ask(ask.OTHER_MONTH, number=mark.number, month=mark.month)
