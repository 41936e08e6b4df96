"""The application on the office's database, and people signed in to it."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from databases import at, engine_of, make_movable
from flask import Flask
from flask.testing import FlaskClient
from office import PASSWORD, TODAY, Office
from werkzeug.serving import WSGIRequestHandler, make_server

from planner import clock
from planner.feed_choices import Choices
from planner.models import Board, Feed
from webapp import create_app
from webapp.extensions import limiter

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

# With --import-mode=importlib this folder is not on the path; `from plan_file import …` must work all the same.
sys.path.insert(0, str(Path(__file__).parent))

HX = {"HX-Request": "true"}
KEY = "a key for tests only"
# An answer that says no; a request that ends because the page is left (what really fails has a line of its own too).
NO_COMPLAINTS = ("Failed to load resource", "Response Status Error Code", "htmx:sendAbort", "htmx:afterRequest")
PATIENCE = 20_000  # milliseconds until what does not come counts as missing


def warm(settings: dict[str, object]) -> Flask:
    """An application for many tests; its engine goes on to each one's file."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BANGVIEC_SECRET_KEY", KEY)
        environment.setenv("BANGVIEC_DATABASE_URL", "sqlite:////of-a-test.db")
        app = create_app({"TESTING": True} | settings)
    make_movable(engine_of(app))
    return app


@contextmanager
def lent(app: Flask, file: Path) -> Iterator[Flask]:
    """A warm application on a test's file; what the test sets in it is taken back."""
    config = dict(app.config)
    app.extensions.get("kept", {}).clear()
    with app.app_context():
        limiter.reset()
    with at(engine_of(app), file):
        yield app
    app.config.clear()
    app.config.update(config)


@pytest.fixture(scope="session")
def warm_app() -> Flask:
    return warm({"WTF_CSRF_ENABLED": False, "UPLOAD_WAIT": 30})


@pytest.fixture(scope="session")
def warm_guarded_app() -> Flask:
    return warm({"UPLOAD_WAIT": 30})


@pytest.fixture
def app(warm_app: Flask, settings: None, database_file: Path) -> Iterator[Flask]:
    """The application as it runs, on this test's own database and on office.TODAY; only CSRF is off."""
    with lent(warm_app, database_file) as app:
        yield app


@pytest.fixture
def settings(database_file: Path, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment tells the processes of this test's office."""
    monkeypatch.setenv("BANGVIEC_SECRET_KEY", KEY)
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", f"sqlite:///{database_file}")
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())


@pytest.fixture
def anonymous(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def as_(app: Flask, office: Office) -> Callable[[str], FlaskClient]:
    """`as_("head")` gives a client that is signed in as that person of the office."""

    def signed_in(key: str) -> FlaskClient:
        client, cookie = app.test_client(), office.cookie(key)
        with client.session_transaction() as session:
            session.update(cookie)
        return client

    return signed_in


@pytest.fixture
def credentials(office: Office) -> Callable[[str], dict[str, str]]:
    """What a person of the office enters to sign in."""
    return lambda key: {"email": office.people[key].email, "password": PASSWORD}


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A real Chromium. One a module: its loop must not run while other tests want one of their own."""
    from chromium import launch_options
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


class Handler(WSGIRequestHandler):
    timeout = 5  # seconds that a connection may stay silent


@pytest.fixture
def address(warm_guarded_app: Flask, settings: None, database_file: Path) -> Iterator[str]:
    """The application as it runs, CSRF and all, on a free port."""
    with lent(warm_guarded_app, database_file) as guarded:
        server = make_server("127.0.0.1", 0, guarded, threaded=True, request_handler=Handler)
        # What a page asked last is answered before the file goes: a late answer would leave the next test a
        # connection to this one's file.
        server.daemon_threads = False
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What the browser complained of; an answer that says no is none."""
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def visit(
    browser: "Browser", address: str, as_: Callable[[str], FlaskClient], complaints: list[str]
) -> Iterator[Callable[..., "Page"]]:
    """`visit("head", "/?lanes=1")` goes there as somebody who is signed in."""
    contexts = []

    def hear(message: "ConsoleMessage") -> None:
        if message.type in ("error", "warning") and not any(part in message.text for part in NO_COMPLAINTS):
            complaints.append(message.text)

    def visit(key: str, where: str = "/", **options: object) -> "Page":
        context = browser.new_context(**({"viewport": {"width": 1500, "height": 900}} | options))  # type: ignore[arg-type]
        contexts.append(context)
        cookie = as_(key).get_cookie("bangviec")
        assert cookie
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}{where}")
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def subscribe(office: Office) -> Callable[..., str]:
    """`subscribe("head", "board", board)` gives the path of a new feed's address."""

    def subscribed(key: str, scope: str = "all", board: Board | None = None, choices: Choices | None = None) -> str:
        feed, secret = Feed.make(office.people[key], office.organisation, scope, "Lịch", clock.now(), board, choices)
        office.session.add(feed)
        office.session.commit()
        return f"/calendar/{secret}.ics"

    return subscribed
