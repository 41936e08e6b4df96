"""Copying a plan into the next year on the pages: the year, the preview, the import."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office
from sqlalchemy import select

from planner.models import Plan, Upload

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}


def test_a_plan_is_copied_looked_through_and_imported(as_: Client, office: Office) -> None:
    office.task("9").cancel(office.actor("secretariat"), TODAY, "Không còn phù hợp")
    office.session.commit()
    client, address = as_("secretariat"), f"/plans/{office.plan.id}/copies"
    assert "Chép sang năm sau" in client.get(f"/plans/{office.plan.id}").text
    assert 'value="2027"' in client.get(f"{address}/new").text
    page = client.post(address, data={"year": "2027"}, follow_redirects=True).text
    assert "Đã chép 8 dòng sang năm 2027" in page
    assert "Chép từ Chương trình công tác năm 2026" in page
    assert "đã hủy trong kế hoạch trước" in page
    upload = office.session.scalars(select(Upload)).one()
    assert "Chương trình công tác năm 2027" in client.get("/plans").text
    assert client.post(f"/uploads/{upload.id}/columns").status_code == 404
    answer = client.post("/plans", data={"upload": upload.id}, follow_redirects=True)
    assert "Đã nhập kế hoạch: 8 dòng" in answer.text
    office.session.rollback()
    assert sorted(plan.first_year for plan in office.session.scalars(select(Plan))) == [2026, 2027]


def test_a_row_that_was_left_out_is_taken_back_and_a_copy_dropped(as_: Client, office: Office) -> None:
    client = as_("admin")
    client.post(f"/plans/{office.plan.id}/copies", data={"year": "2027"})
    upload = office.session.scalars(select(Upload)).one()
    key = upload.draft["rows"][0]["key"]
    left = client.post(f"/uploads/{upload.id}/rows/{key}/removal", headers=HX).text
    assert "Lấy lại" in left
    assert client.post(f"/uploads/{upload.id}/rows/{key}/restoration", headers=HX).status_code == 200
    assert client.post(f"/uploads/{upload.id}/removal").status_code == 303
    office.session.rollback()
    assert office.session.scalars(select(Upload)).all() == []


@pytest.mark.parametrize("year", ["2026", "", "abc", "1200"])
def test_a_year_that_makes_no_sense_is_refused(as_: Client, office: Office, year: str) -> None:
    answer = as_("secretariat").post(f"/plans/{office.plan.id}/copies", data={"year": year}, headers=HX)
    assert answer.status_code == 422


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer"])
def test_nobody_else_copies(as_: Client, office: Office, who: str) -> None:
    address = f"/plans/{office.plan.id}/copies"
    assert as_(who).get(f"{address}/new").status_code == 403
    assert as_(who).post(address, data={"year": "2027"}).status_code == 403


def test_the_neighbour_finds_nothing(as_: Client, office: Office) -> None:
    assert as_("outsider").get(f"/plans/{office.plan.id}/copies/new").status_code == 404
    assert as_("outsider").post(f"/plans/{office.plan.id}/copies", data={"year": "2027"}).status_code == 404
