"""Several cards at once: moved, assigned, placed, undone; what the rules forbid is named and the rest is done."""

import json
from collections.abc import Callable

import pytest
from databases import engine_of, selects
from flask import Flask
from flask.testing import FlaskClient
from office import TODAY, Office
from werkzeug.test import TestResponse

from planner.models import Change, Task
from planner.places import place_in_plan, place_of

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
JSON = {"Accept": "application/json"}


def card(task: Task, place: str = "") -> str:
    return f"{task.id}:{task.version}:{task.state}" + (f":{place}" if place else "")


def post(client: FlaskClient, address: str, *tasks: Task, **values: str) -> TestResponse:
    return client.post(address, data={"card": [card(task) for task in tasks], **values}, headers=HX)


def reread(office: Office) -> None:
    office.session.rollback()
    office.session.expire_all()


def drafted(office: Office, *numbers: str) -> list[Task]:
    tasks = [office.task(number) for number in numbers]
    for task in tasks:
        task.begin_drafting(office.actor("secretariat"), TODAY)
    office.session.commit()
    return tasks


def test_all_are_moved_and_answered_with_their_cards(as_: Client, office: Office) -> None:
    tasks = [office.task(number) for number in ("1", "4", "5")]
    answer = post(as_("secretariat"), "/selection/moves", *tasks, to="drafting")
    reread(office)
    assert (answer.status_code, [task.state for task in tasks]) == (200, ["drafting"] * 3)
    assert answer.text.count('hx-swap-oob="true"') == 4
    assert "Đã chuyển 3 thẻ." in answer.text
    assert json.loads(answer.headers["HX-Trigger"]) == {"cards-changed": {"ids": [task.id for task in tasks]}}


def test_their_cards_cost_no_query_each(as_: Client, app: Flask, office: Office) -> None:
    client = as_("secretariat")

    def move(*numbers: str) -> int:
        tasks = [office.task(number) for number in numbers]
        found = selects(engine_of(app), lambda: post(client, "/selection/moves", *tasks, to="drafting"))
        reread(office)
        assert {task.state for task in tasks} == {"drafting"}
        return found

    assert move("1") == move("4", "5", "3")


def test_what_the_rules_forbid_is_named_card_by_card_and_the_rest_is_done(as_: Client, office: Office) -> None:
    mine, others, without = office.task("4"), office.task("1"), office.task("2")
    answer = post(as_("head"), "/selection/moves", mine, others, without, to="drafting")
    reread(office)
    assert (answer.status_code, mine.state, others.state, without.state) == (200, "drafting", "planned", "planned")
    assert "Đã chuyển 1 thẻ." in answer.text
    assert "Không thực hiện được với 2 thẻ: 1 (Vai trò của đồng chí" in answer.text
    assert "2 (Không chuyển được từ “Chưa triển khai” sang “Đang tham mưu”)" in answer.text
    assert answer.text.count('class="card') >= 3


@pytest.mark.parametrize(("by", "status"), [("viewer", 403), ("head_pt", 403), ("admin", 403)])
def test_who_may_move_none_of_them_moves_none(as_: Client, office: Office, by: str, status: int) -> None:
    answer = post(as_(by), "/selection/moves", office.task("4"), to="drafting")
    reread(office)
    assert (answer.status_code, office.task("4").state) == (status, "planned")


def test_another_organisation_s_people_find_none(as_: Client, office: Office) -> None:
    for address in ("moves", "undo", "places", "assignment"):
        assert post(as_("outsider"), f"/selection/{address}", office.task("4"), to="drafting").status_code == 404


def test_a_card_that_changed_since_is_left_and_said(as_: Client, office: Office) -> None:
    first, second = office.task("4"), office.task("5")
    client, stale = as_("secretariat"), card(first)
    drafted(office, "4")
    answer = client.post("/selection/moves", data={"card": [stale, card(second)], "to": "postponed", "reason": "Chờ"},
                         headers=HX)  # fmt: skip
    reread(office)
    assert (answer.status_code, first.state, second.state) == (200, "drafting", "postponed")
    assert "4 (Nhiệm vụ này vừa có thay đổi" in answer.text


def test_what_the_moves_ask_for_is_asked_once(as_: Client, office: Office) -> None:
    tasks, client = drafted(office, "4", "5"), as_("secretariat")
    form = client.get("/selection/moves/new", query_string={"card": [card(t) for t in tasks], "to": "submitted"},
                      headers=HX).text  # fmt: skip
    assert "Chuyển 2 thẻ sang “Đã trình”" in form
    assert form.count('name="paper_number"') == 1
    assert form.count('name="card"') == 2
    refused = post(client, "/selection/moves", *tasks, to="submitted", paper_number="", submitted_on="2026-05-08")
    assert (refused.status_code, "Vui lòng nhập số, ký hiệu" in refused.text) == (422, True)
    late = post(client, "/selection/moves", *tasks, to="submitted", paper_number="7/TTr", submitted_on="2026-06-08")
    assert (late.status_code, 'value="7/TTr"' in late.text) == (422, True)
    done = post(client, "/selection/moves", *tasks, to="submitted", paper_number="7/TTr", submitted_on="2026-05-08")
    reread(office)
    assert (done.status_code, {task.paper_number for task in tasks}) == (200, {"7/TTr"})


def test_the_columns_say_what_a_drop_of_all_means(as_: Client, office: Office) -> None:
    drafted(office, "4")
    cards = {"card": [card(office.task("4")), card(office.task("5"))]}
    columns = as_("secretariat").get("/selection/moves", query_string=cards, headers=JSON).json["columns"]
    assert columns["submitted"] == {"asks": True, "to": "submitted", "url": "/selection/moves/new"}
    assert columns["drafting"]["url"] == "/selection/moves"
    assert columns["done"] == {"why": "Không thẻ nào đã chọn chuyển được sang “Hoàn thành”."}
    menu = as_("head").get("/selection/moves", query_string=cards, headers=HX).text
    assert 'data-to="submitted"' in menu
    assert "(1/2)" in menu
    assert "Không có cột nào" in as_("viewer").get("/selection/moves", query_string=cards, headers=HX).text


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({}, 400),
        ({"card": "x"}, 404),
        ({"card": "9999:1:planned"}, 404),
        ({"card": "1:1:planned", "to": "nowhere"}, 422),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(
    as_: Client, office: Office, data: dict[str, str], status: int
) -> None:
    assert as_("secretariat").post("/selection/moves", data=data, headers=HX).status_code == status
    many = {"card": [f"{n}:1:planned" for n in range(1, 300)], "to": "drafting"}
    assert as_("secretariat").post("/selection/moves", data=many, headers=HX).status_code == 422


def test_the_verb_is_called_by_post_only(as_: Client) -> None:
    for address in ("undo", "places"):
        assert as_("secretariat").get(f"/selection/{address}?card=1:1:planned").status_code == 405


def test_several_are_assigned_to_one_person(as_: Client, office: Office) -> None:
    mine, others, person = office.task("4"), office.task("1"), office.people["member"]
    form = as_("head").get("/selection/assignment/new", query_string={"card": card(mine)}, headers=HX).text
    assert person.name in form
    answer = post(as_("head"), "/selection/assignment", mine, others, person=str(person.id))
    reread(office)
    assert (mine.assignee_id, others.assignee_id) == (person.id, None)
    assert "Đã ghi nhận người phụ trách của 1 thẻ." in answer.text
    assert "1 (Người này không thuộc" in answer.text
    for by in ("viewer", "member", "leader"):
        assert post(as_(by), "/selection/assignment", mine, person="").status_code == 403


def test_a_move_is_undone_with_the_place_that_the_card_had(as_: Client, office: Office) -> None:
    task, client = office.task("4"), as_("head")
    place = place_of(task)
    answer = client.post(f"/tasks/{task.id}/drafting", data={"version": "1", "state": "planned",
                         "after": str(office.task("7").id)}, headers=HX)  # fmt: skip
    reread(office)
    assert (answer.status_code, task.state) == (200, "drafting")
    assert place_of(task) > place_of(office.task("7"))
    undone = client.post("/selection/undo", data={"card": card(task, place)}, headers=HX)
    reread(office)
    assert (undone.status_code, task.state, task.rank) == (200, "planned", None)
    assert "Đã hoàn tác bước chuyển của 1 thẻ." in undone.text
    assert [change.verb for change in task.changes] == ["import", "drafting", "undo"]


@pytest.mark.parametrize("by", ["secretariat", "viewer"])
def test_nobody_undoes_what_another_did(as_: Client, office: Office, by: str) -> None:
    post(as_("head"), "/selection/moves", office.task("4"), to="drafting")
    reread(office)
    answer = post(as_(by), "/selection/undo", office.task("4"))
    reread(office)
    assert (answer.status_code, office.task("4").state) == (403, "drafting")
    assert "không phải do đồng chí thực hiện" in answer.text


def test_the_menu_offers_undo_and_places_to_who_may(as_: Client, office: Office) -> None:
    task = office.task("4")
    post(as_("head"), "/selection/moves", task, to="drafting")
    reread(office)
    offered = {by: as_(by).get(f"/tasks/{task.id}/moves", headers=HX).text for by in ("head", "secretariat", "viewer")}
    assert ["Hoàn tác bước vừa rồi" in offered[by] for by in offered] == [True, False, False]
    assert ["data-place" in offered[by] for by in offered] == [True, True, False]


def test_cards_are_put_one_behind_another_beside_a_neighbour(as_: Client, office: Office) -> None:
    first, second, behind = office.task("7"), office.task("2"), office.task("3")
    answer = post(as_("secretariat"), "/selection/places", first, second, after=str(behind.id))
    reread(office)
    assert answer.status_code == 200
    between = [place_of(behind), place_of(first), place_of(second), place_of(office.task("4"))]
    assert between == sorted(between)
    ids = [int(part.split('"')[0]) for part in as_("viewer").get("/").text.split('id="card-')[1:] if part[0].isdigit()]
    assert ids[ids.index(behind.id) :][:3] == [behind.id, first.id, second.id]
    assert office.session.query(Change).filter_by(verb="place").count() == 2
    for end, at in (("first", 0), ("last", -1)):
        post(as_("secretariat"), "/selection/places", second, end=end)
        reread(office)
        assert sorted(office.tasks, key=place_of)[at] is second
    back = as_("secretariat").post("/selection/places", data={"card": card(second, place_in_plan(second))}, headers=HX)
    reread(office)
    assert (back.status_code, second.rank) == (200, None)


@pytest.mark.parametrize("by", ["viewer", "head_pt", "admin"])
def test_who_has_no_part_in_a_task_does_not_place_it(as_: Client, office: Office, by: str) -> None:
    answer = post(as_(by), "/selection/places", office.task("4"), after=str(office.task("1").id))
    reread(office)
    assert (answer.status_code, office.task("4").rank) == (403, None)
    drops = as_(by).get(f"/tasks/{office.task('4').id}/moves", headers=JSON).json
    assert "không được phép sắp xếp" in drops["place"]["why"]
