"""Years far from the plan's own, and days that no year of the plan holds."""

from planner.period import questions as ask
from planner.period.groups import Stretch
from planner.period.model import Span
from planner.period.neighbours import SAYS_A_YEAR
from planner.period.questions import Unclear
from planner.period.walk import Walk, seen

_FAR_MONTHS = 6  # from a heading's month: another year is as near
_FAR_BACK, _FAR_AHEAD = 1, 10  # years around the plan's own that a plan may name without being asked


def not_outside(walk: Walk, spans: list[Span], named: set[int]) -> None:
    near = {year + step for year in named for step in (-1, 0, 1)} if seen(walk, SAYS_A_YEAR) else named
    for span in spans:
        if any(day and day.year not in walk.years and day.year not in near for day in (span.start, span.finish)):
            raise Unclear(ask.OUTSIDE)


def ask_years(walk: Walk, parts: list[Stretch]) -> None:
    far = {year for part in parts for year in (part.first.year, part.last.year) if year and _is_far(walk, part, year)}
    for year in sorted(far):
        walk.ask(ask.FAR_YEAR, year=year)


def _is_far(walk: Walk, part: Stretch, year: int) -> bool:
    """ "Nhiệm kỳ 2024-2029" in a plan for 2026 is the term that the plan lies in, however long ago it began."""
    back = _FAR_AHEAD if _holds_the_plan(walk, part) else _FAR_BACK
    return not walk.years.first - back <= year <= walk.years.last + _FAR_AHEAD


def _holds_the_plan(walk: Walk, part: Stretch) -> bool:
    if part.unit != "year" or part.joined != "range" or not (part.first.year and part.last.year):
        return False
    return part.first.year <= walk.years.first and walk.years.last <= part.last.year


def ask_far_month(walk: Walk, parts: list[Stretch]) -> None:
    """ "Đến 05/01" under December is of the next year, or it is a slip."""
    heading = walk.years.month
    for mark in (mark for part in parts for mark in (part.first, part.last)) if heading else ():
        if mark.unit == "day" and mark.month and heading and abs(mark.month - heading) > _FAR_MONTHS:
            walk.ask(ask.CARRIED_YEAR, year=mark.year)
            return
