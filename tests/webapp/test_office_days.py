"""The office's own days and its term, as an administrator keeps them; everybody else is refused."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import Office
from sqlalchemy import select

from planner.models import OfficeDay

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
DAY = {"name": "Ngày thành lập", "day": "15", "month": "8", "year": "", "is_lunar": "", "since": "1990"}


def _days(office: Office) -> list[OfficeDay]:
    office.session.rollback()
    office.session.expire_all()
    return list(office.session.scalars(select(OfficeDay).where(OfficeDay.removed_at.is_(None))))


def test_a_day_is_added_shown_and_removed(as_: Client, office: Office) -> None:
    admin = as_("admin")
    assert admin.post("/admin/office-days", data=DAY, headers=HX).status_code == 204
    page = admin.get("/admin/days-off?year=2026").text
    assert "Ngày thành lập" in page
    assert "15/08/2026" in page
    assert "36 năm" in page
    [made] = _days(office)
    for _twice in range(2):
        assert admin.post(f"/admin/office-days/{made.id}/removal", headers=HX).status_code == 204
    assert _days(office) == []
    assert f"/admin/office-days/{made.id}/removal" not in admin.get("/admin/days-off?year=2026").text


@pytest.mark.parametrize(
    ("change", "said"),
    [({"day": "32"}, "Không có ngày 32/8."), ({"name": ""}, "Vui lòng nhập tên ngày."),
     ({"day": "x"}, "không phải là số")],
)  # fmt: skip
def test_what_is_no_day_is_refused_in_a_sentence(as_: Client, office: Office, change: dict, said: str) -> None:
    answer = as_("admin").post("/admin/office-days", data=DAY | change, headers=HX)
    assert answer.status_code == 422
    assert said in answer.text
    assert _days(office) == []


def test_the_term_is_kept_or_refused(as_: Client) -> None:
    admin = as_("admin")
    assert admin.post("/admin/term", data={"first": "2025", "last": "2030"}, headers=HX).status_code == 204
    assert 'value="2030"' in admin.get("/admin/days-off").text
    assert admin.post("/admin/term", data={"first": "2030", "last": ""}, headers=HX).status_code == 422


@pytest.mark.parametrize("who", ["head", "member", "secretariat", "leader", "viewer"])
def test_only_administrators(as_: Client, office: Office, who: str) -> None:
    assert as_(who).post("/admin/office-days", data=DAY).status_code == 403
    assert as_(who).post("/admin/term", data={"first": "", "last": ""}).status_code == 403
    assert _days(office) == []


def test_a_neighbour_s_day_is_not_there(as_: Client, office: Office) -> None:
    as_("admin").post("/admin/office-days", data=DAY)
    [made] = _days(office)
    office.people["outsider"].give_role("admin", office.people["outsider"].memberships[0].organisation)
    office.session.commit()
    assert as_("outsider").post(f"/admin/office-days/{made.id}/removal").status_code == 404
    assert len(_days(office)) == 1
