"""A task's own page, and what the secretariat does there: time, board, person."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office

from planner.models import Task

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
WHY = {"reason": "Theo ý kiến của Ban Thường trực"}


def reread(office: Office) -> None:
    """Sees what the pages wrote: ends this session's snapshot and forgets what it had loaded."""
    office.session.rollback()
    office.session.expire_all()


def post(client: FlaskClient, task: Task, resource: str, **entered: str) -> tuple[int, str]:
    data = {"version": str(task.version), "state": task.state, **entered}
    answer = client.post(f"/tasks/{task.id}/{resource}", data=data, headers=HX)
    return answer.status_code, answer.text


def test_it_shows_what_the_document_said_and_what_became_of_it(as_: Client, office: Office) -> None:
    task, clerk = office.task("6", 2), office.actor("secretariat")
    task.begin_drafting(clerk, TODAY)
    task.submit(clerk, TODAY, "33/TTr-PT", date(2026, 5, 8))
    office.session.commit()
    page = as_("viewer").get(f"/tasks/{task.id}").text
    for shown in (
        "Hội nghị Ủy ban MTTQ tỉnh", "lần 2/2", "Tháng 5,11", "Tháng 6,12", "Chương trình công tác năm 2026",
        "01/CTr-MTTQ", "Đang tham mưu → Đã trình", "Văn bản số 33/TTr-PT, ngày 08/05/2026", "30/11/2026",
        "Nhập từ văn bản kế hoạch", "Lệnh quản trị trên máy chủ", f'href="/tasks/{office.task("6", 1).id}"',
    ):  # fmt: skip
        assert shown in page, shown


def test_next_moves_are_those_of_the_reader_s_role(as_: Client, office: Office) -> None:
    address = f"/tasks/{office.task('4').id}"
    assert f'action="{address}/drafting"' in as_("member").get(address).text
    viewer = as_("viewer").get(address).text
    assert f'action="{address}/drafting' not in viewer
    assert "không có bước chuyển" in viewer
    assert "/extension/new" not in as_("head").get(address).text


def test_a_step_back_or_aside_is_never_the_button_that_stands_out(as_: Client, office: Office) -> None:
    task = office.task("4")
    task.begin_drafting(office.actor("head"), TODAY)
    office.session.commit()
    stands_out = re.compile(r'class="button primary" href="/tasks/\d+/([a-z]+)/new')
    assert stands_out.findall(as_("secretariat").get(f"/tasks/{task.id}").text) == ["submission"]
    page = as_("leader").get(f"/tasks/{task.id}").text
    assert "/cancellation/new" in page and stands_out.findall(page) == []


def test_it_takes_no_other_verb_and_no_stranger(as_: Client, office: Office) -> None:
    address = f"/tasks/{office.task('4').id}"
    assert as_("secretariat").post(address).status_code == 405
    assert as_("outsider").get(address).status_code == 404
    assert as_("secretariat").get("/tasks/999999").status_code == 404


def test_a_milestone_moves_to_a_whole_month_and_the_first_period_stays(as_: Client, office: Office) -> None:
    task = office.task("4")
    assert post(as_("secretariat"), task, "submit/month", month="2026-07", **WHY)[0] == 200
    reread(office)
    milestone = task.milestone("submit")
    assert milestone and (milestone.deadline, milestone.first_deadline) == (date(2026, 7, 31), date(2026, 3, 31))
    page = as_("viewer").get(f"/tasks/{task.id}").text
    assert "Tháng 3 <small>(hạn 31/03/2026)</small>" in page
    assert "Trình: Tháng 3 → Tháng 7/2026 (hạn 31/07/2026)" in page
    assert WHY["reason"] in page


@pytest.mark.parametrize("month", ["", "2026-13", "7", "2026-07-01", "x-y", "0000-01", "²-³"])
def test_a_month_that_is_none_is_refused_in_the_form(as_: Client, office: Office, month: str) -> None:
    status, text = post(as_("secretariat"), office.task("4"), "submit/month", month=month, **WHY)
    assert status == 422
    assert "không hợp lệ" in text
    assert "<dialog" in text


def test_an_extension_needs_a_later_day_and_a_reason(as_: Client, office: Office) -> None:
    task, clerk = office.task("4"), as_("secretariat")
    assert "Hạn mới phải sau" in post(clerk, task, "submit/extension", until="2026-03-15", **WHY)[1]
    status, text = post(clerk, task, "submit/extension", until="2026-06-15", reason=" ")
    assert (status, "Vui lòng nhập lý do" in text, 'value="2026-06-15"' in text) == (422, True, True)
    assert post(clerk, task, "submit/extension", until="15/6/2026", **WHY)[0] == 200
    reread(office)
    milestone = task.milestone("submit")
    assert milestone and milestone.deadline == date(2026, 6, 15)


def test_a_milestone_can_be_left_without_a_date(as_: Client, office: Office) -> None:
    task = office.task("4")
    assert post(as_("secretariat"), task, "submit/undating", **WHY)[0] == 200
    assert "Chưa xác định thời gian" in as_("viewer").get(f"/tasks/{task.id}").text


@pytest.mark.parametrize("by", ["head", "leader", "viewer"])
@pytest.mark.parametrize("resource", ["submit/month", "submit/extension", "submit/undating", "board"])
def test_time_and_board_are_the_secretariat_s(as_: Client, office: Office, by: str, resource: str) -> None:
    entered = {"month": "2026-07", "until": "2026-07-01", "board": str(office.boards["pt"].id), **WHY}
    assert post(as_(by), office.task("4"), resource, **entered)[0] == 403
    assert as_(by).get(f"/tasks/{office.task('4').id}/{resource}/new").status_code == 403
    reread(office)
    assert office.task("4").version == 1


def test_a_milestone_that_the_task_has_not_is_not_found(as_: Client, office: Office) -> None:
    assert as_("secretariat").get(f"/tasks/{office.task('2').id}/submit/month/new").status_code == 404


def test_another_board_becomes_responsible(as_: Client, office: Office) -> None:
    task, board = office.task("4"), office.boards["pt"]
    assert (
        f'<option value="{board.id}" selected>'
        in as_("secretariat").get(f"/tasks/{task.id}/board/new?to={board.id}").text
    )
    status, text = post(as_("secretariat"), task, "board", board=str(board.id), **WHY)
    assert (status, f'data-board="{board.id}"' in text) == (200, True)
    page = as_("viewer").get(f"/tasks/{task.id}").text
    assert "Bộ phận: Ban Dân chủ - Pháp luật → Ban Phong trào" in page


@pytest.mark.parametrize("board", ["", "999", "x", "-1"])
def test_a_board_that_is_not_ours_is_refused(as_: Client, office: Office, board: str) -> None:
    assert post(as_("secretariat"), office.task("4"), "board", board=board, **WHY)[0] in (404, 422)
    reread(office)
    assert office.task("4").board_id == office.boards["dcpl"].id


def test_a_head_assigns_the_board_s_work(as_: Client, office: Office) -> None:
    task, member = office.task("4"), office.people["member"]
    assert post(as_("head"), task, "assignment", person=str(member.id))[0] == 200
    assert member.name in as_("viewer").get(f"/tasks/{task.id}").text
    reread(office)
    assert post(as_("head"), task, "assignment", person="")[0] == 200
    reread(office)
    assert task.assignee is None


def test_another_board_s_head_does_not_assign_it(as_: Client, office: Office) -> None:
    assert post(as_("head_pt"), office.task("4"), "assignment", person="")[0] == 403


def test_a_person_who_is_no_candidate_is_refused(as_: Client, office: Office) -> None:
    task = office.task("4")
    for key in ("outsider", "head_pt"):
        assert post(as_("head"), task, "assignment", person=str(office.people[key].id))[0] == 422
    reread(office)
    assert (task.assignee, task.version) == (None, 1)
