"""What a month's digest says: the official counts as of the month's end, whatever happened since."""

import json
from datetime import date

import pytest
from databases import selects
from office import BOARDS, Office
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from planner.counts import count, tasks_as_of
from planner.errors import Refusal
from planner.models import work_calendar
from planner.reporting import period_of
from planner.sheets.digest import digest_sheet

JUNE = date(2026, 6, 1)


def may(office: Office, session: Session, **changes) -> dict:
    session.flush()
    return digest_sheet(
        session, office.organisation, **{"period": period_of(0, "month", 2026, 5), "issued_on": JUNE, **changes}
    )


def titles(lines: list[dict]) -> list[str]:
    return [f"{line['number']}.{line['nth']}" for line in lines]


def finish(office: Office, number: str, on: date) -> None:
    task, by = office.task(number), office.actor("secretariat")
    task.begin_executing(by, on)
    task.complete(by, on, "Đã tổ chức", on)


def test_the_counts_are_the_official_ones_as_of_the_last_day(office: Office, session: Session) -> None:
    data = may(office, session)
    official = count(tasks_as_of(session, office.organisation, 2026, date(2026, 5, 31)))
    assert data["counts"] == official.as_json()
    assert data["as_of"] == "2026-05-31"
    assert sum(board["total"] for board in data["boards"]) == data["counts"]["total"] == 10
    assert [board["name"] for board in data["boards"]] == sorted(BOARDS.values())
    assert len(data["overdue"]) == data["counts"]["overdue"]
    assert len(data["in_hand"]) == data["counts"]["in_term"] + data["counts"]["due_soon"]


def test_the_data_is_plain_json(office: Office, session: Session) -> None:
    data = may(office, session)
    assert json.loads(json.dumps(data)) == data


def test_what_was_overdue_stands_oldest_first_with_its_days(office: Office, session: Session) -> None:
    overdue = may(office, session)["overdue"]
    assert [(line["number"], line["days"]) for line in overdue] == [("1", 93), ("4", 61), ("7", 16), ("2", 2), ("6", 2)]
    assert (overdue[0]["milestone"], overdue[0]["deadline"]) == ("submit", "2026-02-27")


def test_what_was_done_in_the_month_is_listed_with_its_result_and_day(office: Office, session: Session) -> None:
    finish(office, "2", date(2026, 5, 20))
    finish(office, "7", date(2026, 5, 18))
    data = may(office, session)
    assert [(line["number"], line["done_on"], line["standing"]) for line in data["done"]] == [
        ("7", "2026-05-18", "done_late"), ("2", "2026-05-20", "done_on_time"),
    ]  # fmt: skip
    assert data["done"][0]["days"] == 3
    assert {line["result"] for line in data["done"]} == {"Đã tổ chức"}
    assert data["counts"]["done"] == 2


def test_a_digest_made_later_says_what_was_so_then(office: Office, session: Session) -> None:
    before = may(office, session)
    finish(office, "2", date(2026, 6, 9))
    office.task("1").cancel(office.actor("secretariat"), date(2026, 6, 10), "Không tổ chức")
    office.task("4").hand_over(office.boards["pt"], office.actor("secretariat"), date(2026, 6, 10), "Phân công lại")
    later = may(office, session, issued_on=date(2026, 8, 3))
    for key in ("counts", "boards", "done", "in_hand", "overdue", "postponed", "moved", "due_next", "rate"):
        assert later[key] == before[key], key


def test_done_and_opened_again_within_the_month_is_not_done(office: Office, session: Session) -> None:
    finish(office, "2", date(2026, 5, 6))
    office.task("2").reopen(office.actor("secretariat"), date(2026, 5, 8), "Kết quả chưa đủ")
    assert may(office, session)["done"] == []


def test_cancelled_and_restored_work_was_not_done_again(office: Office, session: Session) -> None:
    finish(office, "2", date(2026, 4, 6))
    office.task("2").cancel(office.actor("secretariat"), date(2026, 5, 8), "Nhầm")
    office.task("2").restore(office.actor("secretariat"), date(2026, 5, 9))
    data = may(office, session)
    assert (data["done"], data["counts"]["done"]) == ([], 1)


def test_moves_of_the_month_are_told_with_their_reason(office: Office, session: Session) -> None:
    secretariat, calendar = office.actor("secretariat"), work_calendar(session)
    office.task("2").move_to_month("execute", 2026, 7, secretariat, date(2026, 5, 8), "Kỳ họp lùi", calendar)
    office.task("4").hand_over(office.boards["pt"], secretariat, date(2026, 5, 9), "Phân công lại")
    office.task("3").extend("submit", date(2026, 7, 3), secretariat, date(2026, 6, 2), "Sau tháng Năm", calendar)
    moved = may(office, session)["moved"]
    assert [(m["number"], m["milestone"], m["before"], m["after"], m["reason"]) for m in moved] == [
        ("2", "execute", "Tháng 5", "Tháng 7/2026", "Kỳ họp lùi"),
        ("4", None, BOARDS["dcpl"], BOARDS["pt"], "Phân công lại"),
    ]


def test_what_was_put_off_before_the_month_and_still_rests_is_told(office: Office, session: Session) -> None:
    office.task("8").postpone(office.actor("secretariat"), date(2026, 4, 7), "Chờ hướng dẫn", date(2026, 9, 1))
    data = may(office, session)
    assert [(p["number"], p["since"], p["until"], p["reason"]) for p in data["postponed"]] == [
        ("8", "2026-04-07", "2026-09-01", "Chờ hướng dẫn")
    ]
    assert data["counts"]["postponed"] == 1


def test_what_falls_due_in_the_next_month_leaves_out_what_is_done_or_rests(office: Office, session: Session) -> None:
    assert titles(may(office, session)["due_next"]) == ["3.1", "6.1", "8.1"]
    office.task("8").postpone(office.actor("secretariat"), date(2026, 5, 7), "Chờ hướng dẫn")
    assert titles(may(office, session)["due_next"]) == ["3.1", "6.1"]


def test_the_rate_is_of_the_same_tasks_a_month_before(office: Office, session: Session) -> None:
    finish(office, "7", date(2026, 4, 20))
    finish(office, "2", date(2026, 5, 20))
    office.task("9").cancel(office.actor("secretariat"), date(2026, 5, 7), "Không tổ chức")
    data = may(office, session)
    assert (data["rate_before"], data["rate"]) == (10.0, 22.2)  # one of ten, two of nine
    january = digest_sheet(session, office.organisation, period=period_of(0, "month", 2026, 1), issued_on=JUNE)
    assert january["rate_before"] is None  # the year's work had not begun


def test_a_boards_digest_holds_its_own_tasks_only(office: Office, session: Session) -> None:
    data = may(office, session, board=office.boards["dcpl"], number=7)
    assert data["counts"]["total"] == 3
    assert {line["board"] for line in data["overdue"]} == {BOARDS["dcpl"]}
    assert data["code"] == "07/BC-MTTQ-BTT"
    assert data["title"].endswith("tháng 5/2026 của Ban Dân chủ - Pháp luật")


def test_a_month_that_still_runs_is_told_as_of_the_day_of_issue(office: Office, session: Session) -> None:
    data = may(office, session, issued_on=date(2026, 5, 11))
    assert data["as_of"] == "2026-05-11"
    assert titles(data["overdue"]) == ["1.1", "4.1"]


def test_a_month_that_has_not_begun_is_refused(office: Office, session: Session) -> None:
    with pytest.raises(Refusal, match="Kỳ báo cáo tháng 5/2026 chưa bắt đầu"):
        may(office, session, issued_on=date(2026, 4, 30))


def test_december_looks_into_the_next_years_work(office: Office, session: Session) -> None:
    secretariat, calendar = office.actor("secretariat"), work_calendar(session)
    office.task("2").move_to_month("execute", 2027, 1, secretariat, date(2026, 12, 8), "Sang năm", calendar)
    data = may(office, session, period=period_of(0, "month", 2026, 12), issued_on=date(2027, 1, 4))
    assert (data["next_period"]["key"], titles(data["due_next"])) == ("2027-01", ["2.1"])


def test_the_number_of_queries_does_not_depend_on_the_tasks(office: Office, session: Session, engine: Engine) -> None:
    session.commit()
    session.expire_all()
    assert selects(engine, lambda: may(office, session)) <= 12
