"""A plan copied into another year: what is carried on, what stays, what is asked, and how it is stored."""

from collections.abc import Callable
from datetime import date

import pytest
from office import TODAY, Office, make_office
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from planner import clock
from planner.arising import ArisenTexts, add_arisen
from planner.copying import begin_copy, copied_draft
from planner.copying.years import anniversary, times_carried, words_carried
from planner.models import Upload
from planner.uploads import accept, answer, correct, removed_rows, restore, rows_asking
from planner.uploads.rows import row_of

TIMES = [
    ("10/2026", "10/2027"),
    ("Tháng 5,11", "Tháng 5,11"),
    ("Hằng quý", "Hằng quý"),
    ("Quý IV/2026 - Quý I/2027", "Quý IV/2027 - Quý I/2028"),
    ("Trước ngày 15/6/2026", "Trước ngày 15/6/2027"),
    ("15/6/26", "15/6/27"),
    ("5/26", "5/27"),
    ("10/12", "10/12"),
    ("Ngày 26 tháng 3 năm 2026", "Ngày 26 tháng 3 năm 2027"),
]
WORDS = [
    ("Báo cáo tổng kết năm 2025, phương hướng năm 2026", "Báo cáo tổng kết năm 2026, phương hướng năm 2027"),
    ("Chương trình công tác năm 2026", "Chương trình công tác năm 2027"),
    ("Sơ kết Nghị quyết số 04 ngày 01/8/2026", "Sơ kết Nghị quyết số 04 ngày 01/8/2026"),
    ("Kế hoạch giai đoạn 2021-2026", "Kế hoạch giai đoạn 2021-2026"),
    ("Kỷ niệm 96 năm ngày truyền thống (18/11/1930)", "Kỷ niệm 96 năm ngày truyền thống (18/11/1930)"),
    ("Chỉ thị năm 2019", "Chỉ thị năm 2019"),
]


@pytest.mark.parametrize(("text", "carried"), TIMES)
def test_the_years_of_times_go_on(text: str, carried: str) -> None:
    assert times_carried(text, 2026, 1) == carried


@pytest.mark.parametrize(("text", "carried"), WORDS)
def test_the_plans_own_years_in_words_go_on(text: str, carried: str) -> None:
    assert words_carried(text, 2026, 2026, 1) == carried


def test_counted_years_are_found() -> None:
    assert anniversary("Lễ kỷ niệm 96 năm ngày thành lập") == "96"
    assert anniversary("Hội nghị lần thứ 5") == "5"
    assert anniversary("Hội nghị quý 3") is None


def copy(office: Office) -> Upload:
    upload = begin_copy(office.session, office.plan, 2027, office.people["secretariat"], clock.now())
    office.session.commit()
    return upload


def arise(office: Office, title: str, execute: str) -> None:
    texts = ArisenTexts(title=title, board=office.boards["pt"].name, basis="Công văn", execute_text=execute)
    row = add_arisen(office.session, office.plan, texts, office.actor("secretariat"), TODAY)
    row.origin = "document"
    office.session.commit()


def test_rhythms_and_months_are_read_in_the_new_year(office: Office) -> None:
    draft = copied_draft(office.plan, 1)
    assert (draft.title, draft.number, draft.date) == ("Chương trình công tác năm 2027", None, None)
    assert (draft.years.first, draft.years.last) == (2027, 2027)
    row = next(row for row in draft.rows if row.number == "6")
    assert [one[1].finish for one in row.occurrences if one[1]] == [date(2027, 6, 30), date(2027, 12, 31)]
    before = next(row for row in draft.rows if row.number == "7")
    assert before.execute_text == "Trước ngày 16/5/2027"


def test_what_was_cancelled_or_came_up_is_left_out_and_can_be_taken_back(office: Office) -> None:
    office.task("9").cancel(office.actor("secretariat"), TODAY, "Không còn phù hợp")
    texts = ArisenTexts(title="Cứu trợ", board=office.boards["pt"].name, basis="Công văn", execute_text="Tháng 7")
    add_arisen(office.session, office.plan, texts, office.actor("secretariat"), TODAY)
    upload = copy(office)
    left = {row.title: key for key, row in removed_rows(upload)}
    assert set(left) == {"Thăm hỏi, động viên người uy tín trong đồng bào dân tộc", "Cứu trợ"}
    assert len(upload.draft["rows"]) == 8
    assert restore(upload, left["Cứu trợ"]) is not None


def test_a_named_day_is_asked_about_and_answered(office: Office) -> None:
    arise(office, "Lễ kỷ niệm 96 năm Ngày truyền thống", "Ngày 18/11/2026")
    upload = copy(office)
    key = max(row["key"] for row in upload.draft["rows"])
    row = row_of(upload, key)
    assert row and row.execute_text == "Ngày 18/11/2027"
    day, count = row.questions
    assert rows_asking(upload, str(day)) == [key]
    counted = answer(upload, key, str(count), "97")
    assert counted and counted.title == "Lễ kỷ niệm 97 năm Ngày truyền thống"
    assert counted.questions == [day]
    month = answer(upload, key, str(day), "Tháng 11")
    assert month and (month.execute_text, month.questions) == ("Tháng 11", [])


def test_a_corrected_time_answers_what_was_asked_about_it(office: Office) -> None:
    arise(office, "Lễ phát động", "Ngày 18/11/2026")
    upload = copy(office)
    key = max(row["key"] for row in upload.draft["rows"])
    assert (row := row_of(upload, key)) and len(row.questions) == 1
    corrected = correct(upload, key, {"board": "Ban Phong trào mới"})
    assert corrected and len(corrected.questions) == 1
    corrected = correct(upload, key, {"execute_text": "Tháng 10"})
    assert corrected and corrected.questions == []


def test_it_is_stored_as_any_plan_and_the_old_one_stays(office: Office) -> None:
    upload, rows = copy(office), len(office.plan.rows)
    assert copy(office) is upload
    plan, is_new = accept(office.session, upload, office.organisation, office.actor("secretariat"), TODAY)
    office.session.commit()
    assert (is_new, plan.first_year, plan.file, len(plan.rows)) == (True, 2027, None, rows)
    assert len(office.plan.rows) == rows
    assert {task.state for row in plan.rows for task in row.tasks} == {"planned"}


def test_on_postgresql(new_postgres: Callable[[], Engine]) -> None:
    engine = new_postgres()
    with Session(engine, expire_on_commit=False) as session:
        office = make_office(session)
        session.commit()
        plan, _ = accept(session, copy(office), office.organisation, office.actor("secretariat"), TODAY)
        session.commit()
        assert len(plan.rows) == len(office.plan.rows)
    engine.dispose()
