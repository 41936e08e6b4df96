"""What holds for every answer: tokens on changes, a strict policy, known hosts, nothing heavy in the process."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import Office

from webapp import create_app
from webapp.extensions import db

Client = Callable[[str], FlaskClient]
Credentials = Callable[[str], dict[str, str]]
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
INLINE = re.compile(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE)


@pytest.fixture
def guarded(app: Flask) -> Iterator[FlaskClient]:
    """A client of the application with its CSRF protection on, as it runs."""
    guarded = create_app({"TESTING": True})
    yield guarded.test_client()
    with guarded.app_context():
        db.engine.dispose()


def token(page: str) -> str:
    found = re.search(r'name="csrf-token" content="([^"]+)"', page)
    assert found
    return found[1]


def test_a_change_without_a_token_is_refused_in_words(guarded: FlaskClient, credentials: Credentials) -> None:
    answer = guarded.post("/sign-in", data=credentials("head"))
    assert answer.status_code == 400
    assert "Đề nghị tải lại trang" in answer.text


def test_a_change_with_the_form_s_or_the_page_s_token_is_made(
    guarded: FlaskClient, credentials: Credentials, office: Office
) -> None:
    entered = credentials("head_pt") | {"csrf_token": token(guarded.get("/sign-in").text)}
    assert guarded.post("/sign-in", data=entered).status_code == 303
    header = {"X-CSRFToken": token(guarded.get("/").text), "HX-Request": "true"}
    task = office.task("1")
    sent = {"version": 1, "state": "planned"}
    assert guarded.post(f"/tasks/{task.id}/drafting", data=sent).status_code == 400
    assert guarded.post(f"/tasks/{task.id}/drafting", data=sent, headers=header).status_code == 200


@pytest.mark.parametrize("page", ["/", "/?lanes=1&held=1", "/mine", "/sign-in", "/not-there", "/health"])
def test_every_answer_carries_the_policy_and_keeps_it(as_: Client, page: str) -> None:
    answer = as_("secretariat").get(page)
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert not INLINE.search(answer.text)


def test_a_task_s_page_and_its_forms_keep_the_policy(as_: Client, office: Office) -> None:
    client, task = as_("secretariat"), office.task("1")
    for page in ("", "/moves", "/postponement/new", "/board/new", "/assignment/new", "/submit/month/new"):
        answer = client.get(f"/tasks/{task.id}{page}")
        assert answer.status_code == 200
        assert not INLINE.search(answer.text)


def test_what_people_wrote_is_escaped(app: Flask, as_: Client, office: Office) -> None:
    office.task("3").title = "<img src=x onerror=alert(1)>"
    office.session.commit()
    for page in ("/", f"/tasks/{office.task('3').id}"):
        text = as_("viewer").get(page).text
        assert "<img" not in text
        assert "&lt;img" in text


def test_a_host_that_is_not_ours_is_refused(anonymous: FlaskClient) -> None:
    assert anonymous.get("/health", base_url="http://elsewhere.invalid").status_code == 400


def test_a_body_that_is_too_large_is_refused_in_words(app: Flask, anonymous: FlaskClient) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 2**20
    answer = anonymous.post("/sign-in", data={"email": "x" * 2**20, "password": "y"})
    assert answer.status_code == 413
    assert "quá lớn: tối đa 1 MB" in answer.text


def test_pages_are_nobody_else_s(as_: Client) -> None:
    headers = as_("viewer").get("/").headers
    assert headers["Cache-Control"] == "private, no-cache"
    assert "HX-Request" in headers["Vary"]


def test_a_fault_is_one_sentence_and_no_traceback(app: Flask, as_: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the inner workings")

    monkeypatch.setattr("webapp.pages.kanban.cards_of_year", broken)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    answer = as_("viewer").get("/")
    assert answer.status_code == 500
    assert "Hệ thống gặp lỗi" in answer.text
    assert "inner workings" not in answer.text


def test_health_answers_without_a_database(anonymous: FlaskClient) -> None:
    assert anonymous.get("/health").json == {"status": "ok"}
    assert anonymous.post("/health").status_code == 405


def test_the_process_stays_without_prefect_and_weasyprint_and_touches_no_database() -> None:
    script = (
        "import os, sys; os.environ['BANGVIEC_SECRET_KEY'] = 'x' * 20; "
        "os.environ['BANGVIEC_DATABASE_URL'] = 'sqlite:////nowhere/at/all.db'; "
        "import webapp; webapp.create_app(); "
        "print([m for m in ('prefect', 'weasyprint', 'flows') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.stderr.strip()) == ("[]", "")


def test_it_does_not_start_without_a_secret_key(monkeypatch: pytest.MonkeyPatch) -> None:
    from planner.errors import Refusal

    monkeypatch.setenv("BANGVIEC_SECRET_KEY", "short")
    with pytest.raises(Refusal, match="BANGVIEC_SECRET_KEY"):
        create_app()


@pytest.mark.parametrize(("proxies", "slowed"), [("1", False), ("0", True)])
def test_only_a_known_proxy_says_who_asks(
    app: Flask, credentials: Credentials, monkeypatch: pytest.MonkeyPatch, proxies: str, slowed: bool
) -> None:
    monkeypatch.setenv("BANGVIEC_PROXIES", proxies)
    client = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False}).test_client()
    wrong = {"password": "khác khác khác khác"}
    codes = [
        client.post(
            "/sign-in", data=wrong | {"email": f"{n}@mau.invalid"}, headers={"X-Forwarded-For": f"192.0.2.{n}"}
        ).status_code
        for n in range(32)
    ]  # fmt: skip
    assert (429 in codes) is slowed
