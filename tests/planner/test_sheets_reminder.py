"""What a board is reminded of, and what the letter says of it."""

import json
from datetime import date

from office import TODAY, Office
from sqlalchemy.orm import Session

from planner.models import DayOff, work_calendar
from planner.sheets.reminder import items_for, reminder_sheet


def listed(session: Session, office: Office, board: str, day: date) -> list[tuple[str, str, str]]:
    session.flush()
    return [(i.task.number, i.milestone.kind, i.kind) for i in items_for(session, office.boards[board], day)]


def test_a_board_is_reminded_of_what_is_overdue_or_due_within_a_week(office: Office, session: Session) -> None:
    assert listed(session, office, "dcpl", TODAY) == [("4", "submit", "overdue"), ("7", "execute", "due7")]
    assert listed(session, office, "dcpl", date(2026, 5, 14)) == [("4", "submit", "overdue"), ("7", "execute", "due1")]
    assert listed(session, office, "tctg", TODAY) == []


def test_work_that_rests_or_is_done_needs_no_reminder(office: Office, session: Session) -> None:
    by = office.actor("secretariat")
    office.task("4").postpone(by, TODAY, "Chờ hướng dẫn")
    office.task("7").begin_executing(by, TODAY)
    office.task("7").complete(by, TODAY, "Đã góp ý")
    assert listed(session, office, "dcpl", TODAY) == []


def test_a_past_day_is_told_as_it_was_then(office: Office, session: Session) -> None:
    by, board = office.actor("secretariat"), office.boards["dcpl"]
    office.task("4").extend("submit", date(2026, 7, 3), by, date(2026, 5, 20), "Gia hạn", work_calendar(session))
    office.task("7").hand_over(office.boards["pt"], by, date(2026, 5, 20), "Phân công lại")
    session.flush()
    items = items_for(session, board, TODAY)
    assert [(i.task.number, i.milestone.deadline) for i in items] == [
        ("4", date(2026, 3, 31)), ("7", date(2026, 5, 15)),
    ]  # fmt: skip
    assert listed(session, office, "dcpl", date(2026, 5, 21)) == []


def test_the_letter_counts_sorts_and_is_plain_json(office: Office, session: Session) -> None:
    board = office.boards["dcpl"]
    items = list(reversed(items_for(session, board, TODAY)))
    data = reminder_sheet(office.organisation, board, items, 16, TODAY)
    assert json.loads(json.dumps(data)) == data
    assert [(i["number"], i["left"], i["text"]) for i in data["items"]] == [
        ("4", -41, "Tháng 3"), ("7", 4, "Trước ngày 16/5/2026"),
    ]  # fmt: skip
    assert (data["overdue"], data["due_soon"], data["asked"]) == (1, 1, 0)
    assert (data["code"], data["board"]) == ("16/MTTQ-BTT", "Ban Dân chủ - Pháp luật")
    assert data["plans"] == [
        {"title": "Chương trình công tác năm 2026", "number": "01/CTr-MTTQ", "issued_on": "2026-01-05", "type": None}
    ]
    assert data["title"] == "V/v đôn đốc thực hiện nhiệm vụ theo chương trình công tác"


def test_only_what_is_soon_due_is_called_to_mind_and_not_pressed_for(office: Office, session: Session) -> None:
    task = office.task("7")
    items = [(task, task.milestone("execute"), "due7")]
    data = reminder_sheet(office.organisation, office.boards["dcpl"], items, 0, TODAY)
    assert data["title"] == "V/v nhắc các nhiệm vụ sắp đến hạn theo chương trình công tác"
    assert data["code"] == "……/MTTQ-BTT"


def test_the_answer_is_wanted_before_the_third_working_day(office: Office, session: Session) -> None:
    def answer_by(day: date) -> str:
        return reminder_sheet(office.organisation, office.boards["pt"], [], 1, day, work_calendar(session))["answer_by"]

    assert answer_by(TODAY) == "2026-05-14"
    assert answer_by(date(2026, 4, 29)) == "2026-05-06"  # over the holidays of 30/4 and 1/5 and a weekend
    session.add(DayOff(day=date(2026, 5, 12), is_off=True))
    session.flush()
    assert answer_by(TODAY) == "2026-05-15"
