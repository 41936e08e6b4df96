"""Dates as offices write them: dd/mm/yyyy, months in figures, periods in the few signs that a card has room for.

A month under three has two digits ("02"), as Decree 30/2020/NĐ-CP, appendix I, asks for in dates.
"""

import calendar
from datetime import date, datetime, timedelta
from typing import Protocol

from flask import Flask

from planner.clock import ZONE
from planner.language import C_, N_
from webapp.language import say

MONTHS = (
    C_("month", "Tháng 1"), C_("month", "Tháng 2"), C_("month", "Tháng 3"), C_("month", "Tháng 4"),
    C_("month", "Tháng 5"), C_("month", "Tháng 6"), C_("month", "Tháng 7"), C_("month", "Tháng 8"),
    C_("month", "Tháng 9"), C_("month", "Tháng 10"), C_("month", "Tháng 11"), C_("month", "Tháng 12"),
)  # fmt: skip
FROM, UNTIL, UNKNOWN = N_("từ %(day)s"), N_("đến %(day)s"), N_("chưa rõ")


class Span(Protocol):
    @property
    def start(self) -> date | None: ...
    @property
    def finish(self) -> date | None: ...


def day_text(day: date | None) -> str:
    """09/02/2026; nothing for no day."""
    return f"{day:%d/%m/%Y}" if day else ""


def instant_text(instant: datetime | None) -> str:
    """14:05 09/02/2026, on the clock in Việt Nam."""
    return f"{instant.astimezone(ZONE):%H:%M %d/%m/%Y}" if instant else ""


def local_day(instant: datetime) -> date:
    """The day of an instant in Việt Nam."""
    return instant.astimezone(ZONE).date()


def iso(day: date | None) -> str:
    """What a date field of a form takes."""
    return day.isoformat() if day else ""


def month_name(month: int) -> str:
    """Tháng 2, where it stands alone."""
    return say(MONTHS[month - 1])


def month_text(month: int) -> str:
    """01, 02, 3 … 12."""
    return f"{month:02}" if month < 3 else str(month)


def span_text(start: date | None, finish: date | None, year: int) -> str:
    """A span in a few signs: 02 · 10–11 · 15/4 · 03/5–10/5 · từ 8 · đến 30/9 · 12/2027 outside the open year."""
    if start is None and finish is None:
        return say(UNKNOWN)
    if start is None:
        return say(UNTIL, day=_day(finish, year))
    if finish is None:
        return say(FROM, day=_edge(start, year, start.day == 1))
    whole = start.day == 1 and (finish + timedelta(days=1)).day == 1
    first, last = _edge(start, year, whole), _edge(finish, year, whole)
    return first if first == last else f"{first}–{last}"


def _edge(day: date, year: int, whole_month: bool) -> str:
    if not whole_month:
        return _day(day, year)
    return month_text(day.month) if day.year == year else f"{month_text(day.month)}/{day.year}"


def _day(day: date | None, year: int) -> str:
    return f"{day.day:02}/{day.month:02}" if day and day.year == year else day_text(day)


def last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(local_day=local_day, day=day_text, instant=instant_text, iso=iso, month=month_text)
    app.jinja_env.globals.update(span_text=span_text, month_name=month_name)
