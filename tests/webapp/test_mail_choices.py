"""What comes by mail: chosen on one's own page, or ended from a mail by its signed address without signing in."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import Office

from planner.mail_choices import AT_ONCE, DAILY, ONLY_DIGESTS
from planner.models import Person
from webapp import create_app

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def person(office: Office, key: str = "head") -> Person:
    office.session.rollback()
    office.session.refresh(office.people[key])
    return office.people[key]


def path(office: Office, which: str, key: str = "head") -> str:
    return office.people[key].address_to_end(which).removeprefix("http://127.0.0.1:8080")


@pytest.mark.parametrize("choice", [AT_ONCE, DAILY, ONLY_DIGESTS])
def test_a_choice_is_kept_at_once_and_shown(as_: Client, office: Office, choice: str) -> None:
    client = as_("head")
    answer = client.post("/me/mail", data={"mail": choice}, headers=HX)
    assert (answer.status_code, "Đã lưu" in answer.text) == (200, True)
    assert person(office).mail_choice == choice
    assert f'value="{choice}" checked' in client.get("/me").text


def test_reports_by_mail_are_switched_off_and_on(as_: Client, office: Office) -> None:
    for value, wanted in (("0", False), ("1", True)):
        assert as_("leader").post("/me/digests", data={"digests": value}, headers=HX).status_code == 200
        assert person(office, "leader").gets_digests is wanted


def test_without_a_script_the_page_comes_again(as_: Client, office: Office) -> None:
    answer = as_("head").post("/me/mail", data={"mail": AT_ONCE})
    assert (answer.status_code, answer.location) == (303, "/me")
    assert person(office).mail_choice == AT_ONCE


def test_what_is_no_choice_is_refused(as_: Client, office: Office) -> None:
    assert as_("head").post("/me/mail", data={"mail": "never"}, headers=HX).status_code == 422
    assert person(office).mail_choice == DAILY


def test_nobody_chooses_without_signing_in(anonymous: FlaskClient) -> None:
    assert anonymous.post("/me/mail", data={"mail": AT_ONCE}).status_code == 303
    assert anonymous.get("/me").status_code == 303


@pytest.mark.parametrize(("which", "kept"), [("concerns", (ONLY_DIGESTS, True)), ("digests", (DAILY, False))])
def test_one_click_ends_a_list_and_only_that(app: Flask, office: Office, which: str, kept: tuple[str, bool]) -> None:
    """As mail programs do it: a POST without cookies, without a token, with CSRF protection on as it runs."""
    client = create_app({"TESTING": True}).test_client()
    answer = client.post(path(office, which), data=ONE_CLICK)
    assert (answer.status_code, "Đã thôi gửi" in answer.text) == (200, True)
    assert (person(office).mail_choice, person(office).gets_digests) == kept
    assert client.post(path(office, which), data=ONE_CLICK).status_code == 200


def test_opening_the_address_changes_nothing(anonymous: FlaskClient, office: Office) -> None:
    page = anonymous.get(path(office, "concerns")).text
    assert "Thôi gửi thư báo việc đến truongban.dcpl@mau.invalid?" in page
    assert person(office).mail_choice == DAILY


def test_the_page_speaks_the_persons_language(anonymous: FlaskClient, office: Office) -> None:
    office.people["head"].choose_language("en")
    office.session.commit()
    assert '<html lang="en"' in anonymous.get(path(office, "concerns")).text


def test_an_address_that_was_not_signed_for_it_is_not_there(anonymous: FlaskClient, office: Office) -> None:
    concerns = path(office, "concerns")
    head, leader = office.people["head"].id, office.people["leader"].id
    wrong = [
        concerns[:-1], concerns + "x", concerns.replace("/concerns/", "/x/"),
        concerns.replace("/concerns/", "/digests/"), concerns.replace(f"/{head}/", f"/{leader}/"),
        concerns.replace(f"/{head}/", "/99999999999/"), concerns.rsplit("/", 1)[0] + "/chữ",
    ]  # fmt: skip
    for address in wrong:
        assert anonymous.get(address).status_code == 404
        assert anonymous.post(address, data=ONE_CLICK).status_code == 404
    assert person(office).mail_choice == DAILY


def test_a_new_key_ends_the_addresses_of_earlier_mails(anonymous: FlaskClient, office: Office) -> None:
    before = path(office, "concerns")
    office.people["head"].mail_key = "another"
    office.session.commit()
    assert anonymous.post(before, data=ONE_CLICK).status_code == 404
