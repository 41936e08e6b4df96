"""“Today” is the day in Việt Nam, at every minute and whatever zone the machine is set to."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

import pytest

from planner import clock

MIDNIGHT = datetime(2026, 5, 31, 17, tzinfo=UTC)  # 00:00 on 1 June in Việt Nam


@pytest.fixture(params=["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine's own zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def at(monkeypatch: pytest.MonkeyPatch, instant: datetime) -> None:
    """Stops the machine's clock at an instant."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Stopped":
            return cls.fromtimestamp(instant.timestamp(), tz)

    monkeypatch.setattr(clock, "datetime", Stopped)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-05-31T16:59:00", "2026-05-31"), ("2026-05-31T16:59:59.999999", "2026-05-31"),
        ("2026-05-31T17:00:00", "2026-06-01"), ("2026-05-31T17:01:00", "2026-06-01"),
        ("2026-12-31T16:59:59", "2026-12-31"), ("2026-12-31T17:00:00", "2027-01-01"),
        ("2028-02-28T16:59:59", "2028-02-28"), ("2028-02-28T17:00:00", "2028-02-29"),
        ("2028-02-29T17:00:00", "2028-03-01"), ("2026-06-01T00:00:00", "2026-06-01"),
    ],
)  # fmt: skip
def test_the_day_turns_at_17_00_utc(monkeypatch: pytest.MonkeyPatch, zone: None, instant: str, day: str) -> None:
    at(monkeypatch, datetime.fromisoformat(instant).replace(tzinfo=UTC))
    assert clock.today() == date.fromisoformat(day)


def test_every_minute_of_a_day_is_that_day(monkeypatch: pytest.MonkeyPatch, zone: None) -> None:
    days = set()
    for minute in range(24 * 60):
        at(monkeypatch, MIDNIGHT + timedelta(minutes=minute))
        days.add(clock.today())
    assert days == {date(2026, 6, 1)}


def test_now_is_in_utc_and_keeps_the_hour_on_a_pinned_day(monkeypatch: pytest.MonkeyPatch, zone: None) -> None:
    at(monkeypatch, MIDNIGHT + timedelta(hours=7, minutes=5))
    assert clock.now() == datetime(2026, 6, 1, 0, 5, tzinfo=UTC)
    monkeypatch.setenv("BANGVIEC_TODAY", "2026-01-05")
    assert clock.now() == datetime(2026, 1, 5, 0, 5, tzinfo=UTC)
    assert clock.today() == date(2026, 1, 5)
