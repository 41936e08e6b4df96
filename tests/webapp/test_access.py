"""Every route says who may use it, and is kept to it."""

from collections.abc import Callable

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from office import Office
from werkzeug.test import TestResponse

from planner import clock
from planner.models import File, Upload
from webapp import create_app
from webapp.access import access, declared
from webapp.extensions import db

Client = Callable[[str], FlaskClient]
PUBLIC = {"static", "health.show", "sign_in.show", "sign_in.create", "speech.update"}


def test_every_route_declares_who_may_use_it(app: Flask) -> None:
    undeclared = [rule.endpoint for rule in app.url_map.iter_rules() if declared(app, rule.endpoint) is None]
    assert undeclared == []


def to(office: Office, key: str, path: str, view: Callable[[], str]) -> TestResponse:
    """What an application of its own, with one route more, answers to a person."""
    app = create_app({"TESTING": True})
    app.add_url_rule(path, "more", view)
    client, cookie = app.test_client(), office.cookie(key)
    with client.session_transaction() as session:
        session.update(cookie)
    answer = client.get(path)
    with app.app_context():
        db.engine.dispose()
    return answer


@pytest.mark.usefixtures("settings")
def test_a_route_without_a_declaration_answers_nobody(office: Office) -> None:
    assert to(office, "admin", "/forgotten", lambda: "secret").status_code == 403


def test_who_is_not_signed_in_is_led_to_the_sign_in_page_and_back(anonymous: FlaskClient) -> None:
    answer = anonymous.get("/?year=2026")
    assert (answer.status_code, answer.location) == (303, "/sign-in?next=/?year%3D2026")


def test_what_an_open_page_asks_for_is_told_to_sign_in(anonymous: FlaskClient) -> None:
    for headers in ({"HX-Request": "true"}, {"Accept": "application/json"}):
        answer = anonymous.get("/", headers=headers)
        assert (answer.status_code, answer.headers.get("HX-Redirect")) == (401, None)


@pytest.mark.usefixtures("settings")
def test_a_role_that_is_not_declared_is_refused_in_words(office: Office) -> None:
    only = access("secretariat")(lambda: "come in")
    assert to(office, "secretariat", "/secretariat-only", only).text == "come in"
    refused = to(office, "head", "/secretariat-only", only)
    assert refused.status_code == 403
    assert "không được phép" in refused.text


def test_an_unknown_role_cannot_be_declared() -> None:
    try:
        access("boss")
    except ValueError:
        return
    abort(500)


def test_who_has_roles_in_two_organisations_opens_one_of_them(app: Flask, as_: Client, office: Office) -> None:
    person, neighbour = office.people["viewer"], office.people["outsider"].memberships[0].organisation
    client = as_("viewer")
    assert "/organisation" not in client.get("/").text
    person.give_role("viewer", neighbour)
    office.session.commit()
    page = client.get("/").text
    assert neighbour.name in page
    assert "Ngày hội" in page
    assert client.post("/organisation", data={"organisation": neighbour.id}).status_code == 303
    assert "Ngày hội" not in client.get("/").text


def test_an_organisation_without_a_role_cannot_be_opened(as_: Client, office: Office) -> None:
    neighbour = office.people["outsider"].memberships[0].organisation
    assert as_("viewer").post("/organisation", data={"organisation": neighbour.id}).status_code == 404
    assert as_("viewer").post("/organisation", data={"organisation": "x"}).status_code == 404
    assert as_("viewer").get("/organisation").status_code == 405


def test_a_role_here_opens_nothing_next_door(as_: Client, office: Office) -> None:
    """Secretariat at home and viewer next door: the neighbour's upload is not theirs to see, correct or drop."""
    neighbour = office.people["outsider"].memberships[0].organisation
    office.people["secretariat"].give_role("viewer", neighbour)
    file = File(
        organisation_id=neighbour.id, name="kh.docx", media_type="application/octet-stream", sha256="0" * 64,
        content=b"", created_at=clock.now(),
    )  # fmt: skip
    upload = Upload(
        organisation_id=neighbour.id, person_id=office.people["outsider"].id, file=file, draft={},
        created_at=clock.now(),
    )  # fmt: skip
    office.session.add(upload)
    office.session.commit()
    for address in ("removal", "heading", "rows/1", "rows/1/removal"):
        assert as_("secretariat").post(f"/uploads/{upload.id}/{address}").status_code == 404
    assert as_("secretariat").get(f"/uploads/{upload.id}").status_code == 404
