"""What marks take from their neighbours: "3-5/2023", "ngày 15 và 20/3", "Tháng 11 - 01/2024"."""

from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.model import Years
from planner.period.walk import Walk


def carry(walk: Walk) -> None:
    """Units and months first, then years, first from the right, then from the left."""
    marks = walk.marks
    for mark, after in reversed(list(zip(marks, marks[1:], strict=False))):
        _unit_from(mark, after)
        if mark.lacks_month and after.unit == mark.unit:
            mark.month = after.month
            mark.year = mark.year or after.year
    for mark in marks:
        if mark.unit == "bare":
            mark.unit = "day" if walk.years.month else "month"
    for mark, before in zip(marks[1:], marks, strict=False):
        _month_from_left(walk, mark, before)
    for mark in marks:
        if mark.lacks_month and not any(other.unit == "every" for other in marks):
            mark.month = walk.years.month
    _years(walk)


def _unit_from(mark: Mark, after: Mark) -> None:
    if mark.unit == "bare" and after.unit in ("day", "month", "quarter"):
        mark.unit = after.unit


def _month_from_left(walk: Walk, mark: Mark, before: Mark) -> None:
    if mark.lacks_month and before.unit == mark.unit and before.month:
        mark.month, mark.year = before.month, mark.year or before.year
        if mark.unit == "day":
            walk.ask(ask.CARRIED_DAY, number=mark.number)


def _years(walk: Walk) -> None:
    marks, years = walk.marks, walk.years
    for mark, after in reversed(list(zip(marks, marks[1:], strict=False))):
        if mark.year is None and after.year is not None and _shares(mark, after):
            _year_from_right(walk, mark, after, after.year)
    for mark, before in zip(marks[1:], marks, strict=False):
        if mark.year is None and before.year is not None and before.unit not in ("year", "every"):
            mark.year = _year_from_left(mark, before, before.year, years)
    for mark in marks:
        if mark.year is None and mark.unit != "every":
            mark.year = years.single


def _shares(mark: Mark, after: Mark) -> bool:
    """A year of a whole year is only shared by its halves: "6 tháng và năm 2023", not "tháng 6 và năm 2024"."""
    if "every" in (mark.unit, after.unit) or mark.unit == "year":
        return False
    return after.unit != "year" or mark.unit == "months"


def _year_from_right(walk: Walk, mark: Mark, after: Mark, year: int) -> None:
    years, backwards = walk.years, mark.order() > after.order()
    if backwards and year - 1 in years and (after.join in ("range", "or") or year not in years):
        mark.year = year - 1
    elif backwards and after.join == "range":
        mark.year = year - 1
        walk.ask(ask.SHARED_YEAR, year=year)
    else:
        mark.year = year
        if mark.keyword and after.keyword and after.join == "list" and year not in years:
            walk.ask(ask.SHARED_YEAR, year=year)
    mark.carried = True


def _year_from_left(mark: Mark, before: Mark, year: int, years: Years) -> int | None:
    if mark.order() > before.order():
        return year
    if mark.join in ("range", "or"):
        return year + 1 if year + 1 in years else year
    return years.single
