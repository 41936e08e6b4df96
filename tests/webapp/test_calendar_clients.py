"""Real calendar programs subscribe over http: the right days, in every time zone, and they follow what happens."""

import json
import os
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from calendar_clients import Subscriber
from office import TODAY, Office

from planner import clock
from planner.models import Feed, work_calendar

ZONES = ("Pacific/Honolulu", "America/New_York", "UTC", "Asia/Ho_Chi_Minh", "Pacific/Tongatapu")  # UTC-10 … UTC+13
MEETING = "Thực hiện: Hội nghị tiếp xúc cử tri trước kỳ họp thường lệ giữa năm"
DAYS_IN_JAVASCRIPT = Path(__file__).with_name("days.mjs")


@pytest.fixture
def feed(address: str, office: Office) -> tuple[Feed, str]:
    """A feed of everything and its address."""
    feed, secret = Feed.make(office.people["head"], office.organisation, "all", "Điện thoại", clock.now())
    office.session.add(feed)
    office.session.commit()
    return feed, f"{address}/calendar/{secret}.ics"


def _subscribed(folder: Path, address: str, zone: str = "Asia/Ho_Chi_Minh") -> Subscriber:
    subscriber = Subscriber(folder, address, zone)
    subscriber.subscribe()
    assert subscriber.fetch().returncode == 0
    return subscriber


def _days(listed: list[str]) -> dict[str, str]:
    """Summary to day; khal writes [ cancelled ] or a mark of its own into the status."""
    return {one.split(" | ")[1]: one.split(" | ")[0] for one in listed}


def _wanted(office: Office) -> list[str]:
    """Every dated milestone's day, from the data itself."""
    dated = [m.shown_on for task in office.tasks for m in task.milestones if m.shown_on]
    return sorted(f"{day:%d/%m/%Y}" for day in dated)


def test_vdirsyncer_and_khal_list_the_right_days(tmp_path: Path, office: Office, feed: tuple[Feed, str]) -> None:
    listed = _subscribed(tmp_path, feed[1]).listed(2026)
    assert sorted(one.split(" | ")[0] for one in listed) == _wanted(office)
    assert _days(listed)[MEETING] == "29/05/2026"


def test_they_follow_a_move_a_cancellation_and_a_revocation(
    tmp_path: Path, office: Office, feed: tuple[Feed, str]
) -> None:
    subscriber, session, task = _subscribed(tmp_path, feed[1]), office.session, office.task("2")
    by = office.actor("secretariat")
    task.move_to_month("execute", 2026, 7, by, TODAY, "Kỳ họp lùi lại", work_calendar(session))
    session.commit()
    assert subscriber.fetch().returncode == 0
    assert _days(subscriber.listed(2026))[MEETING] == "31/07/2026"
    task.cancel(by, TODAY, "Không tổ chức")
    session.commit()
    assert subscriber.fetch().returncode == 0
    assert [one for one in subscriber.listed(2026) if f"Hủy: {MEETING} | CANCELLED" in one]
    before = subscriber.listed(2026)
    feed[0].revoke(clock.now())
    session.commit()
    refused = subscriber.fetch()
    assert refused.returncode != 0
    assert "NOT FOUND" in refused.stderr
    assert subscriber.listed(2026) == before


@pytest.mark.parametrize("zone", ZONES)
def test_the_days_are_the_same_in_khal_wherever_one_is(
    tmp_path: Path, office: Office, feed: tuple[Feed, str], zone: str
) -> None:
    listed = _subscribed(tmp_path, feed[1], zone).listed(2026)
    assert sorted(one.split(" | ")[0] for one in listed) == _wanted(office)


@pytest.mark.parametrize("zone", ZONES)
def test_the_days_are_the_same_in_ical_js_wherever_one_is(
    anonymous, office: Office, feed: tuple[Feed, str], zone: str
) -> None:
    content = anonymous.get("/calendar/" + feed[1].rpartition("/")[2]).data
    done = subprocess.run(
        ["node", str(DAYS_IN_JAVASCRIPT)], input=content, capture_output=True, check=True,
        env=os.environ | {"TZ": zone},
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert found["offset"] == datetime(2026, 1, 15, tzinfo=ZoneInfo(zone)).utcoffset() / timedelta(hours=1)
    assert sorted(found["days"]) == _wanted(office)


def test_they_take_away_what_was_handed_to_another_board(tmp_path: Path, address: str, office: Office) -> None:
    session, task, board = office.session, office.task("2"), office.boards["dcpl"]
    feed, secret = Feed.make(office.people["leader"], office.organisation, "board", "Máy tính", clock.now(), board)
    session.add(feed)
    session.commit()
    subscriber = _subscribed(tmp_path, f"{address}/calendar/{secret}.ics")
    assert _days(subscriber.listed(2026))[MEETING] == "29/05/2026"
    task.hand_over(office.boards["pt"], office.actor("secretariat"), TODAY, "Phân công lại")
    session.commit()
    assert subscriber.fetch().returncode == 0
    assert f"29/05/2026 | Đã chuyển: {MEETING} | CANCELLED" in subscriber.listed(2026)
