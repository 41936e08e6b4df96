"""Links by mail that set a password; one's own account; the page of an office without people."""

import re
from collections.abc import Callable

import pytest
from flask import Flask, before_render_template
from flask.testing import FlaskClient
from office import PASSWORD, Office
from sqlalchemy import delete, select

from planner.models import Link, Mail, Membership, Person
from webapp.extensions import db, limiter

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
NEW = "mây trôi trên núi"


def look_again(office: Office) -> None:
    office.session.rollback()
    office.session.expire_all()


def links(office: Office) -> list[str]:
    look_again(office)
    found = [re.search(r"/links/[\w-]+", mail.text) for mail in office.session.scalars(select(Mail).order_by(Mail.id))]
    return [match.group() for match in found if match]


def ask(client: FlaskClient, office: Office, key: str = "head") -> str:
    client.post("/password-reset", data={"email": office.people[key].email})
    return links(office)[-1]


def test_a_forgotten_password_is_set_by_a_link_that_works_once(anonymous: FlaskClient, office: Office) -> None:
    link = ask(anonymous, office)
    assert anonymous.post(link, data={"password": NEW, "again": NEW}).location == "/sign-in"
    data = {"email": office.people["head"].email, "password": NEW}
    assert anonymous.post("/sign-in", data=data).location == "/"
    assert anonymous.get(link).status_code == 404
    assert anonymous.post(link, data={"password": PASSWORD, "again": PASSWORD}).status_code == 404


def test_an_unknown_address_gets_the_same_answer_and_no_mail(anonymous: FlaskClient, office: Office) -> None:
    known = anonymous.post("/password-reset", data={"email": office.people["viewer"].email}).text
    unknown = anonymous.post("/password-reset", data={"email": "khong.ai@mau.invalid"}).text
    without_token = re.compile(r'(content|value)="[^"]*\.[^"]*\.[^"]*"|X-CSRFToken[^}]*')
    assert without_token.sub("", known) == without_token.sub("", unknown)
    assert len(links(office)) == 1


def test_a_new_link_ends_the_one_before(anonymous: FlaskClient, office: Office) -> None:
    first, second = ask(anonymous, office), ask(anonymous, office)
    assert (anonymous.get(first).status_code, anonymous.get(second).status_code) == (404, 200)


def test_open_sessions_end_when_the_password_is_set(as_: Client, anonymous: FlaskClient, office: Office) -> None:
    client = as_("head")
    anonymous.post(ask(anonymous, office), data={"password": NEW, "again": NEW})
    assert client.get("/").status_code == 303


@pytest.mark.parametrize(
    ("password", "again", "words"),
    [("ngắn", "ngắn", "ít nhất 12"), ("password1234", "password1234", "phổ biến"), (NEW, PASSWORD, "không giống nhau")],
)
def test_a_poor_password_is_refused_and_the_link_stays_good(
    anonymous: FlaskClient, office: Office, password: str, again: str, words: str
) -> None:
    link = ask(anonymous, office)
    answer = anonymous.post(link, data={"password": password, "again": again})
    assert (answer.status_code, words in answer.text) == (422, True)
    assert anonymous.post(link, data={"password": NEW, "again": NEW}).status_code == 303


def test_a_locked_account_gets_no_link(anonymous: FlaskClient, as_: Client, office: Office) -> None:
    as_("admin").post(f"/admin/people/{office.people['head'].id}/disabling")
    anonymous.post("/password-reset", data={"email": office.people["head"].email})
    assert links(office) == []


def test_asking_over_and_over_is_slowed(app: Flask, anonymous: FlaskClient, office: Office) -> None:
    data = {"email": office.people["head"].email}
    assert [anonymous.post("/password-reset", data=data).status_code for _ in range(4)] == [200, 200, 200, 429]
    with app.app_context():
        limiter.reset()


def test_a_made_up_link_leads_nowhere(anonymous: FlaskClient) -> None:
    answer = anonymous.get("/links/abc")
    assert (answer.status_code, "đã hết hạn" in answer.text) == (404, True)


def test_one_s_own_password_is_changed_and_this_session_goes_on(as_: Client, office: Office) -> None:
    here, elsewhere = as_("head"), as_("head")
    data = {"current": PASSWORD, "password": NEW, "again": NEW}
    assert here.post("/me/password", data=data, headers=HX).status_code == 204
    assert (here.get("/").status_code, elsewhere.get("/").status_code) == (200, 303)
    look_again(office)
    assert office.people["head"].has_password(NEW)


@pytest.mark.parametrize(
    ("change", "words"),
    [({"current": "sai"}, "không đúng"), ({"again": "khác hẳn ở đây"}, "không giống"),
     ({"password": "a", "again": "a"}, "ít nhất")],
)  # fmt: skip
def test_a_wrong_change_changes_nothing(as_: Client, office: Office, change: dict[str, str], words: str) -> None:
    data = {"current": PASSWORD, "password": NEW, "again": NEW} | change
    answer = as_("head").post("/me/password", data=data, headers=HX)
    assert (answer.status_code, words in answer.text) == (422, True)
    look_again(office)
    assert office.people["head"].has_password(PASSWORD)


@pytest.mark.parametrize("who", ["head", "member", "secretariat", "leader", "viewer", "admin", "outsider"])
def test_one_s_own_language_is_kept(as_: Client, office: Office, who: str) -> None:
    client = as_(who)
    assert client.post("/me/language", data={"language": "en"}).status_code == 303
    assert '<html lang="en">' in client.get("/me").text
    look_again(office)
    assert office.people[who].language == "en"
    assert client.post("/me/language", data={"language": "xx"}).status_code == 422


def test_an_office_without_people_says_how_the_first_is_made(anonymous: FlaskClient, office: Office) -> None:
    assert anonymous.get("/first-run").status_code == 404
    for model in (Link, Membership, Person):
        office.session.execute(delete(model))
    office.session.commit()
    assert anonymous.get("/sign-in").location == "/first-run"
    assert "bangviec admin create" in anonymous.get("/first-run").text


def test_the_wrong_verb(as_: Client, anonymous: FlaskClient) -> None:
    assert as_("head").get("/me/password").status_code == 405
    assert anonymous.delete("/password-reset").status_code == 405


@pytest.mark.parametrize("address", ["/password-reset", "/links/unknown"])
def test_no_transaction_is_open_while_strangers_are_answered(app: Flask, anonymous: FlaskClient, address: str) -> None:
    open_ones = []

    def look(_sender: Flask, **_values: object) -> None:
        open_ones.append(db.session().in_transaction())

    with before_render_template.connected_to(look, app):
        anonymous.post(address, data={"email": "khongco@mau.invalid"})
    assert open_ones == [False]
