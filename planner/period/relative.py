"""Terms that hang on an event ("30 ngày kể từ …"): undated until the event has a date.

The first day is not counted (Civil Code 2015, article 147).
"""

import calendar
from datetime import date, timedelta

from planner.period import questions as ask
from planner.period.carry import carry
from planner.period.mark_days import days_of
from planner.period.model import Span
from planner.period.questions import Question
from planner.period.walk import Relative, Walk

_DAYS = {"ngày": 1, "tuần": 7}
_MONTHS = {"tháng": 1, "năm": 12}


def read_relative(walk: Walk, relative: Relative) -> tuple[str, list[Span], list[Question]] | None:
    """The reading when the text has nothing but a term and at most its date; None when other times stand beside it."""
    if not walk.marks:
        return "unscheduled", [], []
    number, unit, working, direction = relative
    if direction == "từ" and walk.marks[-1].join == "range":
        # "02 ngày, từ ngày 15 đến ngày 16/5": how long it takes, then when.
        walk.relative, walk.marks[0].prefix = None, "from"
        return None
    carry(walk)
    mark = walk.marks[0]
    if len(walk.marks) > 1 or mark.unit != "day" or mark.prefix or mark.year is None or mark.month is None:
        return None
    if working:
        return "unscheduled", [], [Question(ask.WORKING_DAYS)]
    begin = days_of(mark)[0]
    end = _moved(begin, -number if direction.startswith("trước") else number, unit)
    return "deadline", [Span(None, end, "day")], [Question(ask.FROM_EVENT, {"day": f"{end:%d/%m/%Y}"})]


def _moved(day: date, number: int, unit: str) -> date:
    if unit in _DAYS:
        return day + timedelta(days=number * _DAYS[unit])
    months = day.year * 12 + day.month - 1 + number * _MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
