"""How an event follows its task: one UID for ever, a SEQUENCE that grows, marks for what was cancelled or done."""

from datetime import date

import pytest
from office import TODAY, Office
from sqlalchemy.orm import Session

import feeds
from planner.models import work_calendar


def event_of(office: Office, session: Session, parse, milestone_id: int) -> dict:
    session.flush()
    found = parse(feeds.build(session, office.organisation, "all"))["events"]
    return next(e for e in found if e["uid"].startswith(f"milestone-{milestone_id}@"))


def test_a_move_keeps_the_uid_and_raises_the_sequence(
    office: Office, session: Session, parse, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = office.task("2")
    milestone = task.milestone("execute")
    before = event_of(office, session, parse, milestone.id)
    monkeypatch.setenv("BANGVIEC_TODAY", "2027-01-31")  # the history's clock goes on
    task.move_to_month("execute", 2026, 7, office.actor("secretariat"), TODAY, "Kỳ họp lùi lại", work_calendar(session))
    after = event_of(office, session, parse, milestone.id)
    assert (before["uid"], before["start"]) == (after["uid"], "2026-05-29")
    assert after["start"] == "2026-07-31"
    assert after["sequence"] == before["sequence"] + 1
    assert {"Thời gian hiện nay: Tháng 7/2026", "Thời gian ban đầu: Tháng 5"} <= set(after["description"].split("\n"))
    assert after["properties"]["dtstamp"]["values"][0].startswith("2027-01-3")
    assert after["properties"]["created"]["values"] == before["properties"]["created"]["values"]


def test_a_cancelled_task_stays_as_cancelled_and_wakes_nobody(office: Office, session: Session, parse) -> None:
    task = office.task("2")
    task.cancel(office.actor("secretariat"), TODAY, "Không tổ chức")
    found = event_of(office, session, parse, task.milestone("execute").id)
    assert found["properties"]["status"]["values"] == ["CANCELLED"]
    assert found["summary"].startswith("Hủy: Thực hiện: Hội nghị tiếp xúc")
    assert found["alarms"] == []


def test_a_postponed_task_is_tentative(office: Office, session: Session, parse) -> None:
    task = office.task("2")
    task.postpone(office.actor("secretariat"), TODAY, "Chờ hướng dẫn", date(2026, 8, 3))
    found = event_of(office, session, parse, task.milestone("execute").id)
    assert found["properties"]["status"]["values"] == ["TENTATIVE"]
    assert found["summary"].startswith("Tạm hoãn: ")


def test_a_milestone_that_is_done_is_marked_and_the_other_goes_on(office: Office, session: Session, parse) -> None:
    task, head = office.task("1"), office.actor("head_pt")
    task.begin_drafting(head, TODAY)
    task.submit(head, TODAY, "12/TTr-BPT", date(2026, 2, 20))
    submit = event_of(office, session, parse, task.milestone("submit").id)
    execute = event_of(office, session, parse, task.milestone("execute").id)
    assert submit["summary"].startswith("✔ Trình: ")
    assert submit["alarms"] == []
    assert "Đã xong ngày: 20/02/2026" in submit["description"]
    assert "Số văn bản trình: 12/TTr-BPT" in submit["description"]
    assert execute["summary"].startswith("Thực hiện: ")
    assert len(execute["alarms"]) == 2


def test_a_milestone_that_lost_its_date_leaves_the_feed(office: Office, session: Session, parse) -> None:
    task = office.task("2")
    task.undate("execute", office.actor("secretariat"), TODAY, "Chờ lịch họp", work_calendar(session))
    with pytest.raises(StopIteration):
        event_of(office, session, parse, task.milestone("execute").id)


@pytest.mark.parametrize("day", ["2025-12-31", "2026-05-30", "2031-01-01"])
def test_the_bytes_do_not_depend_on_the_day(
    office: Office, session: Session, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    before = feeds.build(session, office.organisation, "all")
    monkeypatch.setenv("BANGVIEC_TODAY", day)
    assert feeds.build(session, office.organisation, "all") == before
