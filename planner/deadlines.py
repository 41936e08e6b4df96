"""Reading and deadline are two things: from a span of days to the day on which work must be finished."""

from datetime import date, timedelta
from typing import Protocol

from planner.workdays import WorkCalendar


class SpanLike(Protocol):
    """Both days are included; None is an open end. `rule` is window, day or before."""

    @property
    def start(self) -> date | None: ...
    @property
    def finish(self) -> date | None: ...
    @property
    def rule(self) -> str: ...


def deadline_of(span: SpanLike, calendar: WorkCalendar) -> date | None:
    """The deadline of a span, or None when it has no end.

    A window (month, quarter, year, soft word) ends on its last working day; a written day is that day, even a day off;
    "trước X" is the day before X. Where a plan's usual words differ from the Civil Code 2015, articles 146-148, the
    plan's own sense counts.
    """
    if span.finish is None:
        return None
    if span.rule == "before":
        return span.finish - timedelta(days=1)
    if span.rule == "day":
        return span.finish
    return calendar.last_working_day(span.start, span.finish)
