"""Adding work that came up, and cancelling work from the plan's page."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import BOARDS, Office
from sqlalchemy import select

from planner.models import Plan, PlanRow

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
FIELDS = {
    "title": "Vận động hỗ trợ đồng bào vùng lũ", "board": BOARDS["pt"], "basis": "Công văn số 12-CV/TU",
    "execute_text": "Tháng 7", "year": "2026",
}  # fmt: skip


def arisen(office: Office) -> list[PlanRow]:
    office.session.rollback()
    return list(office.session.scalars(select(PlanRow).where(PlanRow.origin == "arisen")))


def test_it_is_added_to_the_plan_and_marked(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    assert "Thêm việc phát sinh" in client.get(f"/plans/{office.plan.id}").text
    assert "selected" in client.get(f"/arisen-work/new?plan={office.plan.id}").text
    answer = client.post("/arisen-work", data={**FIELDS, "plan": office.plan.id}, follow_redirects=True)
    assert "Đã thêm việc phát sinh: 1 nhiệm vụ của Ban Phong trào" in answer.text
    assert '<span class="tag">Phát sinh</span>' in answer.text
    [row] = arisen(office)
    page = client.get(f"/tasks/{row.tasks[0].id}").text
    assert "Phát sinh" in page
    assert "Công văn số 12-CV/TU" in page


def test_without_a_plan_it_has_the_years_own(as_: Client, office: Office) -> None:
    as_("secretariat").post("/arisen-work", data={**FIELDS, "plan": ""}, headers=HX)
    [row] = arisen(office)
    assert row.plan.title == "Việc phát sinh năm 2026"


def test_what_is_missing_is_said_beside_the_form_and_nothing_is_stored(as_: Client, office: Office) -> None:
    answer = as_("secretariat").post("/arisen-work", data={**FIELDS, "basis": ""}, headers=HX)
    assert (answer.status_code, "căn cứ" in answer.text) == (422, True)
    as_("secretariat").post("/arisen-work", data={**FIELDS, "title": "", "plan": ""}, headers=HX)
    assert arisen(office) == []
    assert len(office.session.scalars(select(Plan)).all()) == 1


def test_times_are_read_as_they_are_typed(as_: Client) -> None:
    read = as_("secretariat").post("/arisen-work/reading", data={**FIELDS, "execute_text": "Quý III"}, headers=HX).text
    assert "tháng 7/2026 – tháng 9/2026" in read
    assert "hạn 30/09/2026" in read


def test_an_answer_fills_the_form(as_: Client) -> None:
    client, data = as_("secretariat"), {**FIELDS, "execute_text": "Tháng 13"}
    read = client.post("/arisen-work/reading", data=data, headers=HX).text
    assert 'value="1.1"' in read
    fields = client.post("/arisen-work/answers", data={**data, "answer": "1.1"}, headers=HX).text
    assert 'name="answered"' in fields
    assert "is-doubtful" not in fields
    assert "<h1>" in client.post("/arisen-work/answers", data={**data, "answer": "1.1"}).text
    assert client.post("/arisen-work/answers", data={**data, "answer": "9.x"}, headers=HX).status_code == 200


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer", "admin"])
def test_nobody_else_adds(as_: Client, office: Office, who: str) -> None:
    client = as_(who)
    assert client.get("/arisen-work/new").status_code == 403
    assert client.post("/arisen-work", data=FIELDS).status_code == 403
    assert client.post("/arisen-work/reading", data=FIELDS).status_code == 403
    assert client.post("/arisen-work/answers", data=FIELDS).status_code == 403
    assert "Thêm việc phát sinh" not in client.get("/plans").text


def test_the_neighbours_plan_is_not_there(as_: Client, office: Office) -> None:
    client = as_("outsider")
    assert client.get(f"/arisen-work/new?plan={office.plan.id}").status_code == 404
    assert client.post("/arisen-work", data={**FIELDS, "plan": office.plan.id}).status_code == 404


def test_work_is_cancelled_from_the_plans_page(as_: Client, office: Office) -> None:
    task, address = office.task("2"), f"/tasks/{office.task('2').id}/cancellation"
    for who, may in (("secretariat", True), ("leader", True), ("head", False), ("viewer", False)):
        assert (f'href="{address}/new"' in as_(who).get(f"/plans/{office.plan.id}").text) is may
    where = {**HX, "HX-Current-URL": f"http://localhost/plans/{office.plan.id}"}
    data = {"version": task.version, "state": task.state, "reason": "Không còn phù hợp"}
    answer = as_("leader").post(address, data=data, headers=where)
    assert (answer.status_code, 'id="card-' in answer.text) == (200, False)
    office.session.refresh(task)
    assert task.state == "cancelled"
