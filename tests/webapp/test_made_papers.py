"""Papers made from other pages: minutes from the review, an annex from its plan, an opinion for both."""

from collections.abc import Callable

from flask.testing import FlaskClient
from office import Office
from sqlalchemy import select

from planner.models import Change

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}


def test_minutes_are_made_once_from_the_review_and_found_again(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    client.post(f"/tasks/{office.task('4').id}/reminder", headers=HX)
    first = client.post("/reports/minutes", headers=HX).headers["HX-Redirect"]
    assert "2 nhiệm vụ quá hạn, 1 nhiệm vụ chưa có quyết định." in client.get(first).text
    assert client.post("/reports/minutes", headers=HX).headers["HX-Redirect"] == first
    assert "Lập biên bản rà soát" in client.get("/overdue").text
    assert "Lập biên bản" not in as_("leader").get("/overdue").text
    assert as_("leader").post("/reports/minutes", headers=HX).status_code == 403
    past = client.post("/reports/minutes", data={"day": "2026-04-06"}, headers=HX).headers["HX-Redirect"]
    assert "Biên bản rà soát nhiệm vụ quá hạn ngày 06/04/2026" in client.get(past).text
    future = client.post("/reports/minutes", data={"day": "2026-05-12"}, headers=HX)
    assert (future.status_code, "chưa đến" in future.text) == (422, True)
    nothing = as_("outsider").post("/reports/minutes", headers=HX)
    assert (nothing.status_code, "không có nhiệm vụ quá hạn" in nothing.text) == (422, True)


def test_an_annex_is_made_from_its_plan(as_: Client, office: Office) -> None:
    client, plan = as_("secretariat"), office.plan
    assert "Lập phụ lục kế hoạch" in client.get(f"/plans/{plan.id}").text
    address = client.post("/reports/annexes", data={"plan": plan.id}, headers=HX).headers["HX-Redirect"]
    assert plan.title in client.get(address).text
    assert as_("head").post("/reports/annexes", data={"plan": plan.id}).status_code == 403
    assert as_("outsider").post("/reports/annexes", data={"plan": plan.id}).status_code == 404
    assert "Lập phụ lục" not in as_("head").get(f"/plans/{plan.id}").text


def test_an_opinion_is_noted_from_the_review(as_: Client, office: Office) -> None:
    task = office.task("4")
    form = as_("leader").get(f"/tasks/{task.id}/note/new", headers=HX).text
    assert "Ý kiến về nhiệm vụ" in form
    data = {"version": task.version, "state": task.state, "text": "Báo cáo trước ngày 20/5"}
    assert as_("leader").post(f"/tasks/{task.id}/note", data=data, headers=HX).status_code == 200
    line = office.session.scalars(select(Change).where(Change.verb == "note")).one()
    assert line.reason == "Báo cáo trước ngày 20/5"
    assert "Báo cáo trước ngày 20/5" in as_("viewer").get("/overdue").text
    assert as_("head").post(f"/tasks/{task.id}/note", data=data, headers=HX).status_code == 403
    assert as_("leader").post(f"/tasks/{task.id}/note", data=data, headers=HX).status_code == 409
