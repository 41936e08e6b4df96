"""The one clock. "Today" is the day in Asia/Ho_Chi_Minh; domain code takes it as an argument and never looks here."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def pinned() -> date | None:
    """The day that BANGVIEC_TODAY sets for every process, or None."""
    value = os.environ.get("BANGVIEC_TODAY")
    return date.fromisoformat(value) if value else None


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
