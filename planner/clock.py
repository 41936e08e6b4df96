"""The one clock. "Today" is the day in Asia/Ho_Chi_Minh; domain code takes it as an argument and never looks here."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from planner.errors import Refusal
from planner.language import N_

WRONG_DAY = N_("BANGVIEC_TODAY phải là một ngày (NNNN-TT-NN); hiện là “%(value)s”.")
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_lived: ContextVar[date | None] = ContextVar("lived", default=None)


@contextmanager
def on_day(day: date) -> Iterator[None]:
    """Within it the clock stands on `day`: for tests, and for living a sample through its year."""
    token = _lived.set(day)
    try:
        yield
    finally:
        _lived.reset(token)


def pinned() -> date | None:
    """The day that BANGVIEC_TODAY sets for every process, or None. Refuses a setting that is no day."""
    if lived := _lived.get():
        return lived
    value = os.environ.get("BANGVIEC_TODAY")
    return _day(value) if value else None


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Refusal(WRONG_DAY, value=value) from None


def now() -> datetime:
    """This instant in UTC; on a pinned day the time of day is the real one."""
    local = datetime.now(ZONE)
    day = pinned()
    if day:
        local = local.replace(year=day.year, month=day.month, day=day.day)
    return local.astimezone(UTC)


def today() -> date:
    """The day in Việt Nam, whatever the machine's own zone."""
    return pinned() or datetime.now(ZONE).date()
