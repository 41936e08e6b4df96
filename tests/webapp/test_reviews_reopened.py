"""A review session that was ended by mistake is opened again on its page, until its minutes went out."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import Office
from review_pages import HX, OTHERS, begin, post

from planner.models import ReviewSession

Client = Callable[[str], FlaskClient]


def test_one_that_was_ended_by_mistake_is_opened_again_until_its_minutes_go_out(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    item = begin(client)
    post(client, f"{item}/note", office.task("4"), text="Báo cáo trước ngày 20/5")
    assert "Mở lại phiên" not in client.get("/reviews/1").text
    client.post("/reviews/1/end")
    assert "Mở lại phiên" in client.get("/reviews/1").text
    begin(client)
    page = client.get("/reviews/1").text
    assert "kết thúc phiên đó rồi mới mở lại được" in page
    assert "/reopening" not in page
    assert client.post("/reviews/1/reopening", headers=HX).status_code == 422
    client.post("/reviews/2/end")
    assert "Đã mở lại phiên rà soát" in client.post("/reviews/1/reopening", follow_redirects=True).text
    assert stored_first(office).is_open
    assert client.post("/reviews/1/reopening").status_code == 409
    client.post("/reviews/1/end")
    minutes = stored_first(office).document
    assert minutes is not None
    client.post(f"/reports/{minutes.id}/release", data={"version": minutes.version}, headers=HX)
    assert "Mở lại phiên" not in client.get("/reviews/1").text
    answer = client.post("/reviews/1/reopening", headers=HX)
    assert (answer.status_code, "đã ban hành, nên phiên không mở lại được nữa" in answer.text) == (422, True)


def stored_first(office: Office) -> ReviewSession:
    office.session.rollback()
    return office.session.get_one(ReviewSession, 1, populate_existing=True)


@pytest.mark.parametrize("who", [*OTHERS, "outsider"])
def test_nobody_else_opens_it_again(as_: Client, office: Office, who: str) -> None:
    begin(as_("secretariat"))
    as_("secretariat").post("/reviews/1/end")
    assert "Mở lại phiên" not in as_(who).get("/reviews/1").text
    assert as_(who).post("/reviews/1/reopening").status_code == (404 if who == "outsider" else 403)
    assert not stored_first(office).is_open
