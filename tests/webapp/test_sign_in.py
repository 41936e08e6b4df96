"""Signing in and out."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import Office
from sqlalchemy.orm import Session

from planner.clock import now
from webapp import create_app

Client = Callable[[str], FlaskClient]
Credentials = Callable[[str], dict[str, str]]
WRONG = "Thư điện tử hoặc mật khẩu không đúng."


def test_right_words_open_the_kanban(anonymous: FlaskClient, credentials: Credentials) -> None:
    answer = anonymous.post("/sign-in", data=credentials("head"))
    assert (answer.status_code, answer.location) == (303, "/")
    assert "Trưởng Ban Dân chủ - Pháp luật" in anonymous.get("/").text


def test_the_address_counts_in_any_case(anonymous: FlaskClient, credentials: Credentials) -> None:
    data = credentials("head") | {"email": credentials("head")["email"].upper()}
    assert anonymous.post("/sign-in", data=data).status_code == 303


@pytest.mark.parametrize(
    "wrong", [{"password": "khác khác khác khác"}, {"email": "khong.co@mau.invalid"}, {"email": ""}]
)
def test_wrong_words_get_one_sentence_whichever_is_wrong(
    anonymous: FlaskClient, credentials: Credentials, wrong: dict[str, str]
) -> None:
    answer = anonymous.post("/sign-in", data=credentials("head") | wrong)
    assert answer.status_code == 422
    assert WRONG in answer.text
    assert anonymous.get("/").status_code == 303


def test_a_disabled_person_cannot_sign_in(
    anonymous: FlaskClient, credentials: Credentials, office: Office, session: Session
) -> None:
    office.people["head"].disable(now())
    session.commit()
    assert anonymous.post("/sign-in", data=credentials("head")).status_code == 422


def test_guessing_for_one_address_is_slowed_down(anonymous: FlaskClient, credentials: Credentials) -> None:
    wrong = credentials("head") | {"password": "khác khác khác khác"}
    codes = [anonymous.post("/sign-in", data=wrong).status_code for _ in range(11)]
    assert codes == [422] * 10 + [429]
    slowed = anonymous.post("/sign-in", data=credentials("head"))
    assert slowed.status_code == 429
    assert "Đề nghị chờ" in slowed.text


def test_guessing_from_many_machines_locks_nobody_out_where_they_work(
    app: Flask, credentials: Credentials, office: Office
) -> None:
    data = credentials("head")

    def try_from(address: str, password: str) -> int:
        guess = app.test_client().post(
            "/sign-in", data=data | {"password": password}, environ_base={"REMOTE_ADDR": address}
        )
        return guess.status_code

    assert try_from("192.0.2.1", data["password"]) == 303
    codes = [try_from(f"198.51.100.{n % 6}", "khác khác khác khác") for n in range(54)]
    assert codes == [422] * 50 + [429] * 4
    assert try_from("203.0.113.1", data["password"]) == 429
    assert try_from("192.0.2.1", data["password"]) == 303


def test_signing_in_rightly_is_never_slowed_down(anonymous: FlaskClient, credentials: Credentials) -> None:
    assert {anonymous.post("/sign-in", data=credentials("head")).status_code for _ in range(12)} == {303}


@pytest.mark.parametrize(
    ("next", "address"),
    [
        ("/mine?year=2026", "/mine?year=2026"),
        ("https://elsewhere.invalid/", "/"),
        ("//elsewhere.invalid/", "/"),
        ("/\\elsewhere.invalid", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_it_leads_back_within_the_pages_only(
    anonymous: FlaskClient, credentials: Credentials, next: str, address: str
) -> None:
    assert anonymous.post("/sign-in", data=credentials("head") | {"next": next}).location == address


def test_a_new_password_ends_every_session(as_: Client, office: Office, session: Session) -> None:
    client = as_("head")
    assert client.get("/").status_code == 200
    office.people["head"].set_password("một mật khẩu khác hẳn", now())
    session.commit()
    assert client.get("/").status_code == 303


def test_a_forged_id_is_nobody(app: Flask, office: Office) -> None:
    client = app.test_client()
    for forged in (f"{office.people['head'].id}.wrong", "x", "", f"{office.people['head'].id}", "999.y"):
        with client.session_transaction() as cookie:
            cookie["_user_id"] = forged
        assert client.get("/").status_code == 303


def test_signing_out_leaves_nothing_but_the_language(as_: Client) -> None:
    client = as_("head")
    client.post("/language", data={"language": "en"})
    assert client.post("/sign-out").location == "/sign-in"
    assert client.get("/").status_code == 303
    with client.session_transaction() as cookie:
        assert "_user_id" not in cookie
        assert cookie["language"] == "en"


def test_a_link_cannot_sign_anybody_out(as_: Client) -> None:
    assert as_("head").get("/sign-out").status_code == 405


def test_a_person_without_a_role_is_told_so(as_: Client, office: Office, session: Session) -> None:
    office.people["viewer"].memberships.clear()
    session.commit()
    answer = as_("viewer").get("/")
    assert answer.status_code == 403
    assert "chưa được giao vai trò" in answer.text


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(anonymous: FlaskClient, credentials: Credentials) -> None:
    cookie = anonymous.post("/sign-in", data=credentials("head")).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_over_https_the_cookie_belongs_to_this_host_alone(
    app: Flask, credentials: Credentials, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANGVIEC_BASE_URL", "https://viec.mau.invalid")
    secure = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False}).test_client()
    answer = secure.post("/sign-in", data=credentials("head"), base_url="https://viec.mau.invalid")
    assert answer.headers["Set-Cookie"].startswith("__Host-bangviec=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "max-age" in answer.headers["Strict-Transport-Security"]
