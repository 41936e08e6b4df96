"""Asking for another time on the pages, and deciding one or several at once."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office
from requested import key, look
from werkzeug.test import TestResponse

from planner.models import Task, TimeRequest
from planner.wishes import Wish

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}


def ask(client: FlaskClient, task: Task, headers: dict[str, str] = HX, **fields: Any) -> TestResponse:
    data = {"version": task.version, "what": "month", "month": "2026-07", "reason": "Chờ hướng dẫn", **fields}
    return client.post(f"/tasks/{task.id}/execute/time-request", data=data, headers=headers)


def asked(office: Office, number: str = "2", who: str = "head") -> TimeRequest:
    request = office.task(number).ask_time("execute", Wish.of_month(2026, 7), office.actor(who), TODAY, "Chờ hướng dẫn")
    office.session.commit()
    return request


def test_a_head_asks_and_sees_it_wait(as_: Client, office: Office) -> None:
    task = office.task("2")
    answer = ask(as_("head"), task)
    assert (answer.status_code, "Đã gửi đề nghị" in answer.text) == (200, True)
    page = as_("head").get(f"/tasks/{task.id}").text
    assert "Đang đề nghị" in page
    assert "Rút đề nghị" in page
    assert "Duyệt đề nghị" not in page
    assert "đang đề nghị: Tháng 7/2026" in as_("viewer").get("/months?year=2026").text


def test_without_a_script_the_form_and_its_refusal_are_pages(as_: Client, office: Office) -> None:
    task, head = office.task("2"), as_("head")
    assert "Gửi đề nghị" in head.get(f"/tasks/{task.id}/execute/time-request/new").text
    refused = ask(head, task, headers={}, what="extension", until="2026-05-01")
    assert (refused.status_code, "Hạn mới phải sau" in refused.text) == (422, True)
    assert ask(head, task, headers={}).status_code == 303


def test_the_month_page_gets_the_chip_and_other_pages_the_card(as_: Client, office: Office) -> None:
    task = office.task("2")
    chips = ask(as_("head"), task, headers={**HX, "HX-Current-URL": "http://localhost/months?year=2026"})
    assert 'id="chip-' in chips.text
    assert "đang đề nghị" in chips.text


@pytest.mark.parametrize("who", ["head_pt", "secretariat", "leader", "viewer", "admin"])
def test_nobody_but_the_board_asks(as_: Client, office: Office, who: str) -> None:
    assert ask(as_(who), office.task("2")).status_code == 403
    assert not office.task("2").time_requests


def test_the_neighbour_finds_nothing(as_: Client, office: Office) -> None:
    request = asked(office)
    assert as_("outsider").get("/time-requests").status_code == 200
    assert "Chờ hướng dẫn" not in as_("outsider").get("/time-requests").text
    answer = as_("outsider").post("/time-requests/approvals", data={"only": key(request)})
    assert answer.status_code == 422
    assert look(office, request).is_waiting


@pytest.mark.parametrize("who", ["secretariat", "leader"])
def test_one_is_approved_by_its_button(as_: Client, office: Office, who: str) -> None:
    request, client = asked(office), as_(who)
    page = client.get("/time-requests").text
    assert "Tháng 7/2026" in page
    assert "1 đề nghị đổi thời gian chờ duyệt" in client.get("/overdue").text
    answer = client.post("/time-requests/approvals", data={"only": key(request)}, follow_redirects=True)
    assert "Đã duyệt 1 đề nghị" in answer.text
    assert look(office, request).state == "approved"
    history = client.get(f"/tasks/{request.task_id}").text
    assert "Theo đề nghị của Trưởng Ban Dân chủ - Pháp luật" in history


def test_who_approves_on_the_page_of_a_task_stays_there(as_: Client, office: Office) -> None:
    request, client = asked(office), as_("secretariat")
    address = f"/tasks/{request.task_id}"
    assert f'name="next" value="{address}"' in client.get(address).text
    answer = client.post("/time-requests/approvals", data={"only": key(request), "next": address})
    assert answer.headers["Location"] == address
    assert "Đã duyệt 1 đề nghị" in client.get(address).text


@pytest.mark.parametrize("who", ["head", "member", "viewer", "admin"])
def test_nobody_else_decides(as_: Client, office: Office, who: str) -> None:
    request, client = asked(office), as_(who)
    assert client.post("/time-requests/approvals", data={"only": key(request)}).status_code == 403
    assert client.post("/time-requests/refusals", data={"only": key(request), "why": "x"}).status_code == 403
    assert client.get("/time-requests").status_code == (200 if who in ("head", "member") else 403)
    assert look(office, request).is_waiting


def test_several_are_decided_and_what_cannot_be_is_named(as_: Client, office: Office) -> None:
    good, late = asked(office), asked(office, "7")
    keys = [key(good), key(late)]
    office.task("7").begin_executing(office.actor("head"), TODAY)
    office.session.commit()
    page = as_("secretariat").post("/time-requests/approvals", data={"request": keys}, follow_redirects=True).text
    assert "Đã duyệt 1 đề nghị" in page
    assert "Nhiệm vụ 7: Nhiệm vụ này vừa có thay đổi" in page
    assert look(office, good).state == "approved"
    assert look(office, late).is_waiting


def test_both_milestones_of_a_task_are_decided_at_once(as_: Client, office: Office) -> None:
    task, head = office.task("4"), office.actor("head")
    both = [task.ask_time(kind, Wish.of_month(2026, 9), head, TODAY, "Lý do") for kind in ("submit", "execute")]
    office.session.commit()
    data = {"request": [key(one) for one in both]}
    page = as_("secretariat").post("/time-requests/approvals", data=data, follow_redirects=True).text
    assert "Đã duyệt 2 đề nghị" in page
    assert [look(office, one).state for one in both] == ["approved", "approved"]


def test_refusing_asks_for_a_reason_where_it_stands(as_: Client, office: Office) -> None:
    request, client = asked(office), as_("secretariat")
    data = {"only": key(request)}
    answer = client.post("/time-requests/refusals", data=data, headers=HX)
    assert (answer.status_code, "lý do không duyệt" in answer.text) == (422, True)
    client.post("/time-requests/refusals", data={**data, "why": "Không lùi được"}, headers=HX)
    assert look(office, request).state == "refused"
    assert "Không lùi được" in as_("head").get("/time-requests").text


def test_nothing_chosen_is_said(as_: Client, office: Office) -> None:
    answer = as_("secretariat").post("/time-requests/approvals", data={"request": "x.y"}, headers=HX)
    assert answer.status_code == 422
    assert as_("secretariat").post("/time-requests/approvals", headers=HX).status_code == 422


def test_who_asked_takes_it_back(as_: Client, office: Office) -> None:
    request = asked(office, who="member")
    address = f"/tasks/{request.task_id}/execute/time-request/withdrawal"
    data = {"version": request.task.version}
    assert as_("head").post(address, data=data).status_code == 403
    assert as_("member").post(address, data=data).status_code == 303
    assert look(office, request).state == "withdrawn"


def test_the_lists_of_other_boards_stay_theirs(as_: Client, office: Office) -> None:
    asked(office)
    assert "Chờ hướng dẫn" in as_("member").get("/time-requests").text
    assert "Chờ hướng dẫn" not in as_("head_pt").get("/time-requests").text
