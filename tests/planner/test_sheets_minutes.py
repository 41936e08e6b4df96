"""The data of minutes and annexes."""

import json
from datetime import date

from databases import heard
from office import BOARDS, TODAY, Office
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from planner.models import PlanRow
from planner.sheets.annex import annex_sheet
from planner.sheets.minutes import Decision, ReviewedItem, minutes_sheet


def item(office: Office, number: str, days: int, *decisions: Decision) -> ReviewedItem:
    task = office.task(number)
    return ReviewedItem(task, "submit", date(2026, 3, 31), days, task.board.name, decisions)


def test_minutes_go_by_board_and_count_what_was_decided(office: Office) -> None:
    both = (Decision("extended", "2026-05-29", "Chờ số liệu"), Decision("reminded"))
    items = [item(office, "3", 5), item(office, "7", 9, Decision("reminded")), item(office, "4", 41, *both)]
    data = minutes_sheet(office.organisation, items, held_on=TODAY, number=3)
    assert [line["number"] for line in data["items"]] == ["4", "7", "3"]
    assert (data["decided"]["reminded"], data["decided"]["extended"], data["decided"]["dropped"]) == (2, 1, 0)
    assert (data["undecided"], data["ages"], data["code"]) == (1, [1, 1, 1, 0], "03/BB-MTTQ-BTT")
    assert data["items"][0]["decisions"][0] == {"kind": "extended", "to": "2026-05-29", "why": "Chờ số liệu"}
    assert json.loads(json.dumps(data)) == data


def test_an_annex_has_every_row_as_issued_and_where_its_work_is(office: Office, session: Session) -> None:
    by = office.actor("secretariat")
    office.task("8").postpone(by, date(2026, 5, 7), "Chờ hướng dẫn")
    session.flush()
    data = annex_sheet(session, office.plan, day=TODAY, number=4)
    rows = {row["number"]: row for row in data["rows"]}
    assert list(rows) == [str(n) for n in range(1, 10)]
    assert (rows["6"]["submit"], rows["6"]["execute"]) == ("Tháng 5,11", "Tháng 6,12")
    assert [task["submit"]["deadline"] for task in rows["6"]["tasks"]] == ["2026-05-29", "2026-11-30"]
    assert (rows["4"]["tasks"][0]["standing"], rows["4"]["tasks"][0]["days"]) == ("overdue", 41)
    assert rows["8"]["tasks"][0]["state"] == "postponed"
    assert (data["counts"]["total"], data["counts"]["postponed"]) == (10, 1)
    assert json.loads(json.dumps(data)) == data


def test_an_annex_of_a_past_day_says_what_was_so_then(office: Office, session: Session) -> None:
    before = annex_sheet(session, office.plan, day=date(2026, 4, 1))
    office.task("4").hand_over(office.boards["pt"], office.actor("secretariat"), TODAY, "Phân công lại")
    office.task("2").cancel(office.actor("secretariat"), TODAY, "Không tổ chức")
    session.flush()
    assert annex_sheet(session, office.plan, day=date(2026, 4, 1))["rows"] == before["rows"]
    now = annex_sheet(session, office.plan, day=TODAY)
    assert [row["tasks"][0]["board"] for row in now["rows"] if row["number"] == "4"] == [BOARDS["pt"]]


def test_work_goes_with_the_row_that_replaced_its_own(office: Office, session: Session) -> None:
    old = office.task("2").row
    new = PlanRow(position=old.position, number="2", title="Hội nghị tiếp xúc cử tri", board_text=old.board_text,
                  issue=2, replaces=old)  # fmt: skip
    office.plan.rows.append(new)
    old.ended_issue = 2
    session.flush()
    rows = [row for row in annex_sheet(session, office.plan, day=TODAY)["rows"] if row["number"] == "2"]
    assert [(row["title"], len(row["tasks"])) for row in rows] == [("Hội nghị tiếp xúc cử tri", 1)]


def test_sections_head_their_rows_and_queries_do_not_grow(office: Office, session: Session, engine: Engine) -> None:
    for row in office.plan.rows[:2]:
        row.section = "I. CÔNG TÁC DÂN CHỦ"
    session.commit()
    session.expire_all()
    with heard(engine) as said:
        data = annex_sheet(session, office.plan, day=TODAY)
    assert data["rows"][0] == {"heading": "I. CÔNG TÁC DÂN CHỦ"}
    assert len([s for s in said if s.startswith("SELECT")]) <= 12
