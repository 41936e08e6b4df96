"""Before signing in: every public page has the switch of language, and what was chosen stays."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from office import Office
from playwright.sync_api import Browser

from planner import clock
from planner.models import Link

Credentials = Callable[[str], dict[str, str]]
Client = Callable[[str], FlaskClient]


def spoken(client: FlaskClient, where: str = "/sign-in") -> str:
    return html.fromstring(client.get(where).text).get("lang")


def switch(client: FlaskClient, text: str, language: str = "en") -> str:
    """Presses the switch of a page; gives where it leads."""
    form = html.fromstring(text).forms[0]
    assert form.action == "/language"
    location = client.post(form.action, data={"language": language, "next": form.fields["next"]}).location
    assert location
    return str(location)


@pytest.fixture
def public(office: Office) -> list[str]:
    """The pages of who is not signed in."""
    link, secret = Link.make(office.people["viewer"], "invitation", clock.now())
    office.session.add(link)
    office.session.commit()
    ended = office.people["leader"].address_to_end("concerns").split("8080")[-1]
    return ["/sign-in?next=/plans", "/password-reset", f"/links/{secret}", "/links/gone", ended, "/no/such/page"]


def test_every_public_page_is_vietnamese_first_and_turns_at_its_own_switch(
    public: list[str], anonymous: FlaskClient
) -> None:
    for where in public:
        page = anonymous.get(where).text
        assert 'lang="vi"' in page, where
        assert switch(anonymous, page) == where
        assert spoken(anonymous, where) == "en", where
        assert switch(anonymous, anonymous.get(where).text, "vi") == where


def test_the_first_run_turns_too(app: Flask, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.first_run.nobody_yet", lambda: True)
    client = app.test_client()
    assert switch(client, client.get("/first-run").text) == "/first-run"
    assert spoken(client, "/first-run") == "en"


def test_a_refused_form_turns_where_it_stands(public: list[str], anonymous: FlaskClient) -> None:
    wrong = anonymous.post("/sign-in", data={"email": "a@b.invalid", "password": "x", "next": "/plans"})
    assert wrong.status_code == 422
    assert switch(anonymous, wrong.text) == "/sign-in?next=%2Fplans"
    for where in public[1:3]:
        assert switch(anonymous, anonymous.post(where, data={"password": "x"}).text) == where


def test_the_choice_outlives_a_session_and_the_window(anonymous: FlaskClient, credentials: Credentials) -> None:
    chosen = anonymous.post("/language", data={"language": "en", "next": "/sign-in"})
    assert "Expires=" in chosen.headers["Set-Cookie"]
    assert "Sign in" in anonymous.get("/sign-in").text
    assert anonymous.post("/sign-in", data=credentials("head")).status_code == 303
    assert spoken(anonymous, "/") == "en"
    assert "Expires=" in anonymous.post("/sign-out").headers["Set-Cookie"]
    assert spoken(anonymous) == "en"


def test_who_has_a_language_of_their_own_finds_it_after_signing_out(
    anonymous: FlaskClient, office: Office, credentials: Credentials
) -> None:
    office.people["head"].choose_language("en")
    office.session.commit()
    assert spoken(anonymous) == "vi"
    anonymous.post("/sign-in", data=credentials("head"))
    assert spoken(anonymous, "/") == "en"
    anonymous.post("/sign-out")
    assert spoken(anonymous) == "en"
    anonymous.post("/sign-in", data=credentials("viewer"))
    assert spoken(anonymous, "/") == "vi"


def test_a_fault_speaks_the_language_and_asks_the_database_nothing(
    app: Flask, office: Office, as_: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no database")

    office.people["viewer"].choose_language("en")
    office.session.commit()
    app.config["PROPAGATE_EXCEPTIONS"] = False
    client = as_("viewer")
    with monkeypatch.context() as patched:
        patched.setattr("webapp.pages.kanban.cards_of_year", broken)
        fault = client.get("/").text
    assert 'lang="en"' in fault
    monkeypatch.setattr("webapp.sessions.find", broken)
    assert 'lang="vi"' in client.get("/").text
    client.post("/language", data={"language": "en"})
    answer = client.get("/")
    assert answer.status_code == 500
    assert 'lang="en"' in answer.text


def test_a_host_that_is_not_ours_is_refused_in_both_languages(app: Flask) -> None:
    app.config["TRUSTED_HOSTS"] = ["localhost"]
    answer = app.test_client().get("/sign-in", base_url="http://elsewhere.invalid")
    assert answer.status_code == 400
    assert answer.text == "Yêu cầu không hợp lệ.\nThe request is not valid."


@pytest.mark.system
def test_on_a_phone_one_turns_the_page_then_signs_in_and_out(
    browser: Browser, address: str, credentials: Credentials
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}/sign-in?next=/plans")
    page.click(".languages button")
    page.wait_for_selector("html[lang=en]")
    page.fill("[name=email]", credentials("head")["email"])
    page.fill("[name=password]", "wrong")
    page.click("main button.primary")
    page.wait_for_selector(".refusal")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.fill("[name=password]", credentials("head")["password"])
    page.click("main button.primary")
    page.wait_for_url("**/plans")
    assert page.get_attribute("html", "lang") == "en"
    page.click("text=Sign out")
    page.wait_for_url("**/sign-in")
    assert page.get_attribute("html", "lang") == "en"
    page.close()
