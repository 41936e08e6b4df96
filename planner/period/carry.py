"""What marks take from their neighbours: "3-5/2023", "ngày 15 và 20/3", "Tháng 11 - 01/2024"."""

from itertools import pairwise

from planner.period import heading
from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.model import Years
from planner.period.walk import Walk

_NEXT = {"quarter": 300}  # in Mark.order: how far the next one is; others: the next month


def carry(walk: Walk) -> None:
    """Units and months first, then years, first from the right, then from the left."""
    if walk.years.month:
        heading.take_month(walk)
    marks = walk.marks
    for mark, after in reversed(list(pairwise(marks))):
        _unit_from(walk, mark, after)
        if mark.lacks_month and after.unit == mark.unit and after.month:
            mark.month = after.month
            mark.year = mark.year or after.year
            heading.ask_about_other(walk, mark, after)
    _plain_numbers(walk)
    for before, mark in pairwise(marks):
        _month_from_left(walk, mark, before)
    for mark in marks:
        if mark.lacks_month and not any(other.unit == "every" for other in marks):
            mark.month = walk.years.month
    _years(walk)


def _plain_numbers(walk: Walk) -> None:
    """Numbers without a unit: months of a year; days where a heading gives the month or a rhythm is monthly."""
    monthly = any(mark.unit == "every" and mark.count == 1 and "bare" not in mark.extra for mark in walk.marks)
    for mark in walk.marks:
        if mark.unit == "bare":
            mark.unit = "day" if walk.years.month or monthly else "month"


def _unit_from(walk: Walk, mark: Mark, after: Mark) -> None:
    if walk.years.month and heading.counts_days(mark, after):
        mark.unit = "day"
    elif mark.unit == "bare" and after.unit in ("day", "month", "quarter"):
        mark.unit = after.unit


def _month_from_left(walk: Walk, mark: Mark, before: Mark) -> None:
    if mark.lacks_month and before.unit == mark.unit and before.month:
        mark.month, mark.year = before.month, mark.year or before.year
        if mark.unit == "day":
            walk.ask(ask.CARRIED_DAY, number=mark.number)


def _years(walk: Walk) -> None:
    marks, years = walk.marks, walk.years
    for mark, after in reversed(list(pairwise(marks))):
        if mark.year is None and after.year is not None and _shares(mark, after, years):
            _year_from_right(walk, mark, after, after.year)
    for before, mark in pairwise(marks):
        if mark.year is None and before.year is not None and before.unit not in ("year", "every"):
            mark.year = _year_from_left(walk, mark, before, before.year)
    for mark in marks:
        if mark.year is None and mark.unit != "every":
            mark.year = years.single


def _shares(mark: Mark, after: Mark, years: Years) -> bool:
    """A year of a whole year is only shared by its halves: "6 tháng và năm 2023", not "tháng 6 và năm 2024"."""
    if "every" in (mark.unit, after.unit) or mark.unit == "year":
        return False
    return after.unit != "year" or (mark.unit == "months" and after.year is not None and after.year in years)


def _year_from_right(walk: Walk, mark: Mark, after: Mark, year: int) -> None:
    years, same = walk.years, mark.unit == after.unit and mark.order() == after.order()
    backwards = mark.order() > after.order() or (after.join == "range" and same)
    if backwards and year - 1 in years and (after.join in ("range", "or") or year not in years):
        mark.year = year - 1
    elif backwards and after.join == "range":
        mark.year = year - 1
        walk.ask(ask.SHARED_YEAR, year=year)
    else:
        mark.year = year
        if mark.keyword and after.keyword and after.join in ("list", "next") and year not in years:
            walk.ask(ask.SHARED_YEAR, year=year)
    mark.carried = True


def _year_from_left(walk: Walk, mark: Mark, before: Mark, year: int) -> int | None:
    years = walk.years
    if mark.order() > before.order():
        far = mark.unit != before.unit or mark.order() - before.order() > _NEXT.get(mark.unit, 100)
        if far and year not in years and mark.join in ("list", "next"):
            walk.ask(ask.CARRIED_YEAR, year=year)
        return year
    if mark.join in ("range", "or"):
        return year + 1 if year + 1 in years else year
    return years.single
