"""When mail to people goes out: in hours of working days in Asia/Ho_Chi_Minh, in whatever zone an instant is given."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from smtp_server import Mailbox, smtp_server
from sqlalchemy import Engine

from planner.clock import ZONE
from planner.database import writing
from planner.errors import Refusal
from planner.outbox import MailServer, MailTime, mail_hours, post, send_waiting
from planner.outbox.resting import Hours
from planner.workdays import WorkCalendar

USUAL = Hours(7 * 60, 19 * 60)
# 2026-05-11 is a Monday; 2026-09-02 is the national day, with a day off beside it; 2026-05-16 a corrected Saturday.
CALENDAR = WorkCalendar([(date(2026, 9, 1), True), (date(2026, 5, 23), False)])
TIME = MailTime(USUAL, CALENDAR)


def at(said: str) -> datetime:
    """An instant in Việt Nam: 2026-05-11 06:59."""
    return datetime.fromisoformat(said).replace(tzinfo=ZONE)


CASES = [  # when it arises, when it goes out
    ("2026-05-11 00:00", "2026-05-11 07:00"),
    ("2026-05-11 06:59", "2026-05-11 07:00"),
    ("2026-05-11 06:59:59", "2026-05-11 07:00"),
    ("2026-05-11 07:00", "2026-05-11 07:00"),
    ("2026-05-11 12:34", "2026-05-11 12:34"),
    ("2026-05-11 18:59", "2026-05-11 18:59"),
    ("2026-05-11 18:59:59", "2026-05-11 18:59:59"),
    ("2026-05-11 19:00", "2026-05-12 07:00"),
    ("2026-05-11 23:59", "2026-05-12 07:00"),
    ("2026-05-15 18:59", "2026-05-15 18:59"),
    ("2026-05-15 19:01", "2026-05-18 07:00"),  # Friday evening: Monday
    ("2026-05-16 12:00", "2026-05-18 07:00"),
    ("2026-05-17 23:59", "2026-05-18 07:00"),
    ("2026-05-18 00:00", "2026-05-18 07:00"),
    ("2026-05-22 19:00", "2026-05-23 07:00"),  # the Saturday is worked
    ("2026-05-23 08:00", "2026-05-23 08:00"),
    ("2026-08-31 19:00", "2026-09-03 07:00"),  # before the national day
    ("2026-09-01 08:00", "2026-09-03 07:00"),
    ("2026-09-02 08:00", "2026-09-03 07:00"),
    ("2026-12-31 19:00", "2027-01-04 07:00"),  # New Year on a Friday
]


@pytest.mark.parametrize(("arises", "goes"), CASES)
def test_what_arises_outside_waits_for_the_next_opening(arises: str, goes: str) -> None:
    assert TIME.opens_at(at(arises)) == at(goes)
    assert TIME.is_open(at(arises)) is (arises == goes)
    for zone in (UTC, ZoneInfo("Pacific/Honolulu"), ZoneInfo("Pacific/Apia"), ZoneInfo("Europe/Berlin")):
        assert TIME.is_open(at(arises).astimezone(zone)) is (arises == goes)


def test_every_minute_of_a_week_is_in_the_hours_or_not() -> None:
    first = at("2026-05-11 00:00")
    minutes = [first + timedelta(minutes=n) for n in range(7 * 24 * 60)]
    open_at = [one for one in minutes if TIME.is_open(one)]
    assert len(open_at) == 5 * 12 * 60
    assert {(one.weekday() < 5, 7 <= one.hour < 19) for one in open_at} == {(True, True)}
    assert all(TIME.is_open(TIME.opens_at(one)) and TIME.opens_at(one) >= one for one in minutes)


@pytest.mark.parametrize(
    ("value", "hours", "cron"),
    [
        ("", (420, 1140), "7-18"), ("07-19", (420, 1140), "7-18"), ("7–19", (420, 1140), "7-18"),
        ("07:30-17:30", (450, 1050), "7-17"), ("06:15 - 22", (375, 1320), "6-21"), ("00-24", (0, 1440), "0-23"),
    ],
)  # fmt: skip
def test_the_setting_says_from_when_until_when(
    value: str, hours: tuple[int, int], cron: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANGVIEC_MAIL_HOURS", value)
    assert (mail_hours(), mail_hours().cron) == (hours, cron)


@pytest.mark.parametrize("value", ["19-07", "07-07", "7", "07-25", "07:60-19", "sáng", "07-19-20", "00-24:01"])
def test_a_setting_that_names_no_hours_is_refused_with_its_name(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_MAIL_HOURS", value)
    with pytest.raises(Refusal, match="BANGVIEC_MAIL_HOURS"):
        mail_hours()


def test_a_trial_knows_no_rest() -> None:
    assert MailTime(USUAL, CALENDAR, is_trial=True).is_open(at("2026-05-17 03:00"))


def test_who_works_for_another_day_goes_by_that_day_and_the_time_now() -> None:
    is_open = TIME.on(date(2026, 5, 16))
    assert not is_open(at("2026-05-11 08:00"))
    assert TIME.on(date(2026, 5, 11))(at("2026-05-16 08:00"))
    assert not TIME.on(date(2026, 5, 11))(at("2026-05-16 06:59"))
    assert TIME.opens_on(date(2026, 5, 16), at("2026-05-11 08:00")) == at("2026-05-18 07:00")
    assert TIME.opens_on(date(2026, 5, 11), at("2026-05-16 08:00")) is None


@pytest.fixture
def smtp() -> Iterator[tuple[MailServer, Mailbox]]:
    with smtp_server() as server:
        yield server


@pytest.mark.parametrize("off", [-1, 0, 1])
def test_by_a_clock_that_is_an_hour_off_each_goes_out_once(
    engine: Engine, smtp: tuple[MailServer, Mailbox], off: int
) -> None:
    """A week-end lived in steps: letters that arise before, within and after it; the sender's clock is wrong."""
    server, mailbox = smtp
    names = count()
    went: dict[str, datetime] = {}
    for hour in range(17, 24 * 3 + 12):  # from Friday 17:00 to Monday 11:00
        now = at("2026-05-15 00:00") + timedelta(hours=hour)
        wrong = (now + timedelta(hours=off)).astimezone(UTC)
        if hour in (17, 19, 30, 60, 24 * 3 + 6, 24 * 3 + 8):
            with writing(engine) as session:
                name = f"{next(names)}@mau.invalid"
                mail = post(session, f"k:{name}", "reminder", name, "Thư", "Kính gửi")
                urgent = post(session, f"r:{name}", "reset", f"r{name}", "Thư", "Kính gửi")
                assert mail is not None and urgent is not None
                mail.not_before = urgent.not_before = wrong
        before = len(mailbox.recipients)
        send_waiting(engine, server, lambda: wrong, is_open=TIME.is_open)  # noqa: B023 - called at once
        for one in mailbox.recipients[before:]:
            assert one not in went
            went[one] = wrong.astimezone(ZONE)
    assert len(went) == 12
    assert all(TIME.is_open(when) for one, when in went.items() if not one.startswith("r"))
    assert went["r1@mau.invalid"] == at("2026-05-15 19:00") + timedelta(hours=off)  # a reset waits for nothing
    assert went["2@mau.invalid"] == went["3@mau.invalid"] == at("2026-05-18 07:00")


def test_at_closing_the_rest_of_a_round_stays(engine: Engine, smtp: tuple[MailServer, Mailbox]) -> None:
    server, mailbox = smtp
    moments = iter(at("2026-05-11 18:59:58") + timedelta(seconds=n) for n in range(20))
    with writing(engine) as session:
        for n in range(5):
            mail = post(session, f"k:{n}", "reminder", f"{n}@mau.invalid", "Thư", "Kính gửi")
            assert mail is not None
            mail.not_before = at("2026-05-11 12:00").astimezone(UTC)
    send_waiting(engine, server, lambda: next(moments).astimezone(UTC), is_open=TIME.is_open)
    assert mailbox.recipients == ["0@mau.invalid"]
    send_waiting(engine, server, lambda: at("2026-05-12 07:00").astimezone(UTC), is_open=TIME.is_open)
    assert sorted(mailbox.recipients) == [f"{n}@mau.invalid" for n in range(5)]
