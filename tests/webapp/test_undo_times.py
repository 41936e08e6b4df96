"""Taking back on the pages: a decision about a request, one or several; a milestone's move on the month view."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office
from requested import key, look

from planner.models import TimeRequest, work_calendar
from planner.wishes import Wish

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
ADDRESS = "/time-requests/reconsiderations"


def approved(office: Office, number: str = "2", by: str = "secretariat") -> TimeRequest:
    task = office.task(number)
    request = task.ask_time("execute", Wish.of_month(2026, 7), office.actor("head"), TODAY, "Chờ hướng dẫn")
    office.session.flush()
    task.approve_time(request, office.actor(by), TODAY, work_calendar(office.session))
    office.session.commit()
    return request


@pytest.mark.parametrize("who", ["secretariat", "leader"])
def test_who_decided_takes_it_back_and_finds_it_among_what_waits(as_: Client, office: Office, who: str) -> None:
    request, client = approved(office, by=who), as_(who)
    page = client.get("/time-requests").text
    assert "Rút lại quyết định" in page
    assert "Rút lại các quyết định đã chọn" not in page
    page = client.post(ADDRESS, data={"only": key(request)}, follow_redirects=True).text
    assert "Đã rút lại 1 quyết định; đề nghị lại chờ duyệt." in page
    assert f'id="request-{request.id}"' in page
    assert look(office, request).is_waiting
    assert "1 đề nghị đổi thời gian chờ duyệt" in client.get("/overdue").text
    assert "Rút đề nghị" in as_("head").get("/time-requests").text


def test_several_go_back_at_once_and_what_cannot_is_named(as_: Client, office: Office) -> None:
    good, late, other = approved(office), approved(office, "7"), approved(office, "4", by="leader")
    keys = [key(good), key(late), key(other)]
    late.task.move_to_month(
        "execute", 2026, 9, office.actor("secretariat"), TODAY, "Lý do", work_calendar(office.session)
    )  # fmt: skip
    office.session.commit()
    client = as_("secretariat")
    page = client.post(ADDRESS, data={"request": keys}, follow_redirects=True).text
    assert "Đã rút lại 1 quyết định" in page
    assert "Nhiệm vụ 7: Nhiệm vụ này vừa có thay đổi" in page
    assert "Nhiệm vụ 4: Chỉ người đã quyết định được rút lại" in page
    assert [look(office, one).state for one in (good, late, other)] == ["waiting", "approved", "approved"]
    refused = client.post(ADDRESS, data={"only": key(late)}, headers=HX)
    assert (refused.status_code, "khi mốc chưa có thay đổi khác" in refused.text) == (403, True)


@pytest.mark.parametrize("who", ["head", "member", "viewer", "admin", "leader", "outsider"])
def test_nobody_else_takes_it_back(as_: Client, office: Office, who: str) -> None:
    request = approved(office)
    answer = as_(who).post(ADDRESS, data={"only": key(request)})
    assert answer.status_code == (422 if who == "outsider" else 403)
    assert look(office, request).state == "approved"
    if who in ("head", "leader"):
        assert "Rút lại quyết định" not in as_(who).get("/time-requests").text


def test_the_card_menu_takes_back_the_approval(as_: Client, office: Office) -> None:
    request, client = approved(office), as_("secretariat")
    task = request.task
    assert "Hoàn tác bước vừa rồi" in client.get(f"/tasks/{task.id}/moves", headers=HX).text
    card = f"{task.id}:{task.version}:{task.state}"
    stale = client.post("/selection/undo", data={"card": f"{task.id}:1:{task.state}"}, headers=HX)
    assert stale.status_code == 409
    assert look(office, request).state == "approved"
    answer = client.post("/selection/undo", data={"card": card}, headers=HX)
    assert answer.status_code == 200
    assert look(office, request).is_waiting
    history = client.get(f"/tasks/{task.id}").text
    assert "Rút lại điều chỉnh thời gian" in history
    assert "Xem xét lại đề nghị đổi thời gian" in history


def test_the_month_view_gets_its_chips_again(as_: Client, office: Office) -> None:
    task, client = office.task("2"), as_("secretariat")
    here = {**HX, "HX-Current-URL": "http://localhost/months?year=2026"}
    data = {"version": task.version, "kind": "execute", "month": "2026-09", "reason": "Chờ"}
    assert client.post(f"/tasks/{task.id}/months", data=data, headers=here).status_code == 200
    office.session.expire_all()
    answer = client.post("/selection/undo", data={"card": f"{task.id}:2:{task.state}"}, headers=here)
    assert answer.status_code == 200
    assert 'id="chip-' in answer.text
    assert f'id="card-{task.id}"' not in answer.text
    assert 'data-undo="Hoàn tác"' in client.get("/months?year=2026").text
    assert "data-undo" not in as_("head").get("/months?year=2026").text
