"""What no page of ours would send: numbers that are none, years that are slips, addresses that are not addresses."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import Office

As = Callable[[str], FlaskClient]
HUGE = "99999999999999999999999"
SLIPS = ("9999-12-31", "0001-01-01", "11/5/26")


@pytest.mark.parametrize("address", ["tasks/{}", "plans/{}", "uploads/{}", "reports/{}.pdf", "overdue/tasks/{}"])
def test_an_id_that_no_database_holds_is_not_found(as_: As, address: str) -> None:
    assert as_("secretariat").get("/" + address.format(HUGE)).status_code == 404


@pytest.mark.parametrize("address", ["people/{}/disabling", "memberships/{}/removal", "boards/{}/name"])
def test_nor_for_an_administrator(as_: As, address: str) -> None:
    assert as_("admin").post("/admin/" + address.format(HUGE), data={"name": "Ban Mẫu"}).status_code == 404


@pytest.mark.parametrize("role", ["head:²", f"head:{HUGE}", "head:-1"])
def test_a_role_on_no_board_is_not_found(as_: As, role: str) -> None:
    data = {"email": "moi@mau.invalid", "name": "Chuyên viên mới", "role": role}
    assert as_("admin").post("/admin/people", data=data).status_code == 404


@pytest.mark.parametrize("scope", ["board:²", f"board:{HUGE}"])
def test_a_feed_of_no_board_is_not_found(as_: As, scope: str) -> None:
    assert as_("viewer").post("/feeds", data={"scope": scope}).status_code == 404


@pytest.mark.parametrize("sent", [{"board": "--5"}, {"board": "abc"}, {"month": "abcd"}])
def test_a_chip_dropped_nowhere_gets_the_form_with_a_sentence(as_: As, office: Office, sent: dict[str, str]) -> None:
    task = office.task("1")
    data = {"kind": "submit", "month": "2026-07", "reason": "Theo kết luận", "version": str(task.version)} | sent
    answer = as_("secretariat").post(f"/tasks/{task.id}/months", data=data)
    assert answer.status_code == 422
    assert "không" in answer.get_data(as_text=True)


@pytest.mark.parametrize("asked", ["to=abcd", "to=2026", "board=abc"])
def test_the_form_of_a_chip_opens_whatever_the_address_asks(as_: As, office: Office, asked: str) -> None:
    assert as_("secretariat").get(f"/tasks/{office.task('1').id}/months/new?kind=submit&{asked}").status_code == 200


@pytest.mark.parametrize("day", SLIPS)
def test_a_year_that_is_a_slip_is_refused_and_the_kanban_stands(as_: As, office: Office, day: str) -> None:
    task = office.task("5")  # its execution begins on the first of a month and has no end
    clerk, version = as_("secretariat"), str(task.version)
    for action, field in (("execute/extension", "until"), ("postponement", "until")):
        data = {field: day, "reason": "Theo kết luận", "version": version}
        answer = clerk.post(f"/tasks/{task.id}/{action}", data=data)
        assert answer.status_code == 422
        assert f"Ngày “{day}” không hợp lệ." in answer.get_data(as_text=True)
    assert clerk.get("/").status_code == 200


def test_a_version_that_is_no_number_is_a_stale_page(as_: As, office: Office) -> None:
    task = office.task("1")
    assert as_("secretariat").post(f"/tasks/{task.id}/drafting", data={"version": "²"}).status_code == 409


@pytest.mark.parametrize("address", ["http://[", "//[", "/\x00", "/\\evil.invalid"])
def test_an_address_that_is_none_leads_to_the_kanban(
    anonymous: FlaskClient, credentials: Callable[[str], dict[str, str]], address: str
) -> None:
    answer = anonymous.post("/sign-in", data=credentials("head") | {"next": address})
    assert (answer.status_code, answer.location) == (303, "/")


def test_a_page_whose_address_is_none_is_answered(as_: As) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://["}
    assert as_("head").get("/mine", headers=headers).status_code == 200


def test_two_offices_have_two_names(as_: As) -> None:
    answer = as_("admin").post("/admin/organisation", data={"name": "Ủy ban MTTQ Việt Nam tỉnh Bên"})
    assert answer.status_code == 422
    assert "Đã có cơ quan khác mang tên" in answer.get_data(as_text=True)
