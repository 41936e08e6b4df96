"""Every move as a resource: who may make it, what it asks for, and what a stale page gets."""

import json
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office

from planner.models import Task

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
PAPER = {"paper_number": "12/TTr-DCPL", "submitted_on": "2026-05-08"}
DONE = {"result": "Đã tổ chức", "done_on": "2026-05-08"}
WHY = {"reason": "Theo ý kiến chỉ đạo"}


def bring(office: Office, number: str, state: str) -> Task:
    """A task in a state, by way of the moves that lead there."""
    task, clerk = office.task(number), office.actor("secretariat")
    way = {
        "planned": [],
        "drafting": [lambda: task.begin_drafting(clerk, TODAY)],
        "submitted": [lambda: task.submit(clerk, TODAY, "1/TTr", TODAY)],
        "approved": [lambda: task.approve(clerk, TODAY)],
        "executing": [lambda: task.begin_executing(clerk, TODAY)],
        "done": [lambda: task.complete(clerk, TODAY, "Xong", TODAY)],
    }
    held = {
        "postponed": lambda: task.postpone(clerk, TODAY, "Chờ"),
        "cancelled": lambda: task.cancel(clerk, TODAY, "Bỏ"),
    }
    if state in held:
        held[state]()
    else:
        for steps in list(way.values())[: list(way).index(state) + 1]:
            for step in steps:
                step()
    office.session.commit()
    return task


def fields(task: Task, **more: str) -> dict[str, str]:
    return {"version": str(task.version), "state": task.state, **more}


def reread(office: Office) -> None:
    """Sees what the pages wrote: ends this session's snapshot and forgets what it had loaded."""
    office.session.rollback()
    office.session.expire_all()


def now(office: Office, task: Task) -> Task:
    """The task as the database has it."""
    reread(office)
    return task


@pytest.mark.parametrize(
    ("state", "move", "entered", "by", "target"),
    [
        ("planned", "drafting", {}, "member", "drafting"),
        ("drafting", "submission", PAPER, "head", "submitted"),
        ("submitted", "approval", {}, "leader", "approved"),
        ("submitted", "return", WHY, "leader", "drafting"),
        ("approved", "execution", {}, "head", "executing"),
        ("executing", "completion", DONE, "head", "done"),
        ("done", "reopening", WHY, "secretariat", "executing"),
        ("drafting", "postponement", WHY | {"until": "2026-07-01"}, "secretariat", "postponed"),
        ("postponed", "resumption", {}, "secretariat", "planned"),
        ("drafting", "cancellation", WHY, "leader", "cancelled"),
        ("cancelled", "restoration", {}, "leader", "planned"),
    ],
)
def test_a_move_changes_the_state_and_answers_with_the_fresh_card(
    as_: Client, office: Office, state: str, move: str, entered: dict[str, str], by: str, target: str
) -> None:
    task = bring(office, "4", state)
    answer = as_(by).post(f"/tasks/{task.id}/{move}", data=fields(task, **entered), headers=HX)
    assert answer.status_code == 200, answer.text
    assert now(office, task).state == target
    assert f'data-state="{target}"' in answer.text
    assert f'data-version="{task.version}"' in answer.text
    assert 'hx-swap-oob="true"' in answer.text
    assert json.loads(answer.headers["HX-Trigger"]) == {"task-changed": {"id": task.id, "state": target}}
    assert task.changes[-1].actor_name == office.people[by].name


@pytest.mark.parametrize("by", ["head_pt", "viewer", "leader", "admin"])
def test_who_has_no_role_for_a_move_is_refused_and_nothing_changes(as_: Client, office: Office, by: str) -> None:
    task = bring(office, "4", "drafting")
    answer = as_(by).post(f"/tasks/{task.id}/submission", data=fields(task, **PAPER), headers=HX)
    assert answer.status_code == 403
    assert "Vai trò của đồng chí" in answer.text
    assert 'data-state="drafting"' in answer.text
    assert now(office, task).state == "drafting"
    assert len(task.changes) == 2


def test_another_organisation_s_clerk_finds_no_such_task(as_: Client, office: Office) -> None:
    task, outsider = office.task("4"), as_("outsider")
    for page in ("", "/moves", "/drafting/new"):
        assert outsider.get(f"/tasks/{task.id}{page}").status_code == 404
    assert outsider.post(f"/tasks/{task.id}/drafting", data=fields(task), headers=HX).status_code == 404
    assert now(office, task).state == "planned"


def test_a_stale_page_gets_409_and_the_fresh_card(as_: Client, office: Office) -> None:
    task = office.task("4")
    shown = fields(task)
    bring(office, "4", "drafting")
    answer = as_("head").post(f"/tasks/{task.id}/drafting", data=shown, headers=HX)
    assert answer.status_code == 409
    assert 'data-state="drafting"' in answer.text
    assert "vừa có thay đổi" in answer.text
    assert len(now(office, task).changes) == 2


@pytest.mark.parametrize("wrong", [{"version": "x"}, {"version": ""}, {"version": "9" * 30}, {"state": "done"}])
def test_a_page_that_does_not_say_what_it_shows_counts_as_stale(
    as_: Client, office: Office, wrong: dict[str, str]
) -> None:
    task = office.task("4")
    assert as_("head").post(f"/tasks/{task.id}/drafting", data=fields(task) | wrong, headers=HX).status_code == 409
    assert now(office, task).state == "planned"


def test_of_two_at_once_the_second_is_told(as_: Client, office: Office) -> None:
    task = bring(office, "4", "submitted")
    shown = fields(task)
    assert as_("leader").post(f"/tasks/{task.id}/approval", data=shown, headers=HX).status_code == 200
    assert as_("secretariat").post(f"/tasks/{task.id}/return", data=shown | WHY, headers=HX).status_code == 409
    assert now(office, task).state == "approved"


@pytest.mark.parametrize(
    ("entered", "sentence"),
    [
        ({"submitted_on": "2026-05-08"}, "Vui lòng nhập số, ký hiệu văn bản trình."),
        ({"paper_number": "1/TTr"}, "Vui lòng nhập ngày."),
        (PAPER | {"submitted_on": "2026-05-12"}, "Ngày 12/05/2026 chưa đến"),
        (PAPER | {"submitted_on": "31/02/2026"}, "Ngày “31/02/2026” không hợp lệ."),
        (PAPER | {"submitted_on": "'; DROP TABLE task"}, "không hợp lệ"),
    ],
)
def test_what_is_missing_is_asked_for_in_the_form_with_what_was_entered(
    as_: Client, office: Office, entered: dict[str, str], sentence: str
) -> None:
    task = bring(office, "4", "drafting")
    answer = as_("head").post(f"/tasks/{task.id}/submission", data=fields(task, **entered), headers=HX)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "<dialog" in answer.text
    assert f'value="{entered.get("paper_number", "")}"' in answer.text
    assert now(office, task).state == "drafting"


def test_a_move_that_the_table_has_not_is_refused_in_words(as_: Client, office: Office) -> None:
    task = office.task("4")
    answer = as_("secretariat").post(f"/tasks/{task.id}/approval", data=fields(task), headers=HX)
    assert answer.status_code == 422
    assert "Không chuyển được từ “Chưa triển khai” sang “Đã duyệt”." in answer.text


def test_without_a_script_a_move_leads_to_the_task_s_page_with_a_word(as_: Client, office: Office) -> None:
    task, client = office.task("4"), as_("head")
    answer = client.post(f"/tasks/{task.id}/drafting", data=fields(task))
    assert (answer.status_code, answer.location) == (303, f"/tasks/{task.id}")
    assert "Đã chuyển: Bắt đầu tham mưu." in client.get(answer.location).text
    form = client.get(f"/tasks/{task.id}/submission/new").text
    assert "<!doctype html>" in form
    assert 'name="paper_number"' in form


def test_without_a_script_a_stale_page_gets_the_fresh_one(as_: Client, office: Office) -> None:
    task = office.task("4")
    answer = as_("head").post(f"/tasks/{task.id}/drafting", data=fields(task) | {"version": "0"})
    assert answer.status_code == 409
    assert "vừa có thay đổi" in answer.text
    assert "Bước tiếp theo" in answer.text


@pytest.mark.parametrize("verb", ["get", "put", "delete", "patch"])
def test_a_move_takes_no_other_verb(as_: Client, office: Office, verb: str) -> None:
    assert getattr(as_("secretariat"), verb)(f"/tasks/{office.task('4').id}/drafting").status_code == 405


def test_there_is_no_move_of_another_name(as_: Client, office: Office) -> None:
    assert as_("secretariat").post(f"/tasks/{office.task('4').id}/do").status_code == 404


def test_the_form_of_a_move_that_is_not_open_is_refused(as_: Client, office: Office) -> None:
    task = office.task("4")
    assert as_("head").get(f"/tasks/{task.id}/submission/new", headers=HX).status_code == 422
    assert as_("viewer").get(f"/tasks/{task.id}/postponement/new", headers=HX).status_code == 403


def test_the_menu_holds_the_open_moves_with_the_version_that_the_page_shows(as_: Client, office: Office) -> None:
    task = bring(office, "4", "drafting")
    menu = as_("head").get(f"/tasks/{task.id}/moves?version=2&state=drafting", headers=HX).text
    assert f"/tasks/{task.id}/submission/new?version=2&amp;state=drafting" in menu
    assert "cancellation" not in menu
    assert "không có bước chuyển" in as_("viewer").get(f"/tasks/{task.id}/moves", headers=HX).text


def test_a_stale_page_that_asks_for_the_moves_gets_the_fresh_card(as_: Client, office: Office) -> None:
    address = f"/tasks/{bring(office, '4', 'drafting').id}/moves?version=1&state=planned"
    answer = as_("head").get(address, headers=HX)
    assert (answer.status_code, 'data-state="drafting"' in answer.text) == (409, True)
    assert as_("head").get(address, headers={"Accept": "application/json"}).json == {"stale": True}


def test_a_drop_is_answered_for_every_column(as_: Client, office: Office) -> None:
    task = bring(office, "4", "drafting")
    address, json_ = f"/tasks/{task.id}/moves", {"Accept": "application/json"}
    head = as_("head").get(address, headers=json_).json
    assert head["columns"]["submitted"] == {"asks": True, "url": f"/tasks/{task.id}/submission/new"}
    assert "Không chuyển được" in head["columns"]["done"]["why"]
    assert "Chỉ Văn phòng" in head["board"]["why"]
    viewer = as_("viewer").get(address, headers=json_).json
    assert all("why" in meaning for meaning in viewer["columns"].values())
    assert as_("secretariat").get(address, headers=json_).json["board"] == {"url": f"/tasks/{task.id}/board/new"}
