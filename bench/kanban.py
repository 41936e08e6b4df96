"""The kanban and a move, each beside its bare twin on the same database."""

import gzip
import re
import shutil
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from bench.bare import add_bare_routes, make_bare
from bench.measure import Times, by_turns
from bench.office import EMAIL, PASSWORD, fill
from planner.base import Base
from planner.database import make_engine
from webapp import create_app
from webapp.cards import WHOLE_PAGE, _kept

# One bare line (label, size, times of ours, times of the bare twin).
Result = tuple[str, Times, Times]


def measure(database: Path, count: int, rounds: int) -> list[Result]:
    """The kanban with every card kept, with none kept, asked again, and a move, each against its bare twin.

    What does not fit on a screen is measured against the bare page of 500 tasks, whatever the number there is.
    """
    bare = _bare_client(database)
    app = create_app({"SQLALCHEMY_DATABASE_URI": f"sqlite:///{database}", "RATELIMIT_ENABLED": False})
    add_bare_routes(app)
    client = signed_in(app.test_client())
    kept, bare_page, built = by_turns(
        lambda _: page(client), lambda _: page(bare), lambda _: page_built_anew(client, app), rounds=rounds
    )  # fmt: skip
    token, etag = csrf_token(client), client.get("/?year=2026").headers["ETag"]
    poll = Poll(client)
    nothing_new, no_changes, bare_row = by_turns(
        lambda _: ask_again(client, etag), lambda _: poll.ask(304), lambda _: bare_get(client), rounds=40
    )  # fmt: skip
    move, bare_move, changes = by_turns(
        lambda n: do_move(client, token, n), lambda n: do_bare_move(client, token, n), lambda _: poll.ask(200),
        rounds=40,
    )  # fmt: skip
    found = [
        ("kanban, every card built anew", built, bare_page),
        ("kanban, no card changed since", kept, bare_page),
        ("kanban, asked again, nothing new", nothing_new, bare_row),
        ("kanban, open, nothing new", no_changes, bare_row),
        ("kanban, open, a card moved", changes, bare_row),
        ("a move (postponed and resumed)", move, bare_move),
    ]
    return [*found, _large(database, client, token)] if count > WHOLE_PAGE else found


def _large(database: Path, client: FlaskClient, token: str) -> Result:
    """What is seen of a large kanban after somebody moved a card, its cards built anew, beside 500 tasks bare."""
    smaller = database.with_suffix(".500.db")
    engine = make_engine(f"sqlite:///{smaller}")
    Base.metadata.create_all(engine)
    fill(engine, 500)
    engine.dispose()
    bare = _bare_client(smaller)

    def seen(_: int) -> None:
        _kept.cache_clear()
        page(client)

    _move, found, twin = by_turns(
        lambda n: do_move(client, token, n, OTHER_TASK), seen, lambda _: page(bare), rounds=20
    )  # fmt: skip
    return ("kanban, what is seen, a card moved", found, twin)


def _bare_client(database: Path) -> FlaskClient:
    copy = Path(shutil.copy(database, database.with_suffix(".bare.db")))
    return make_bare(make_engine(f"sqlite:///{copy}")).test_client()


def compressed(client: FlaskClient) -> int:
    """How many bytes the page is when it is sent compressed."""
    return len(gzip.compress(client.get("/?year=2026").get_data(), 6))


class Poll:
    """The kanban as a browser has it open, asking what is new."""

    def __init__(self, client: FlaskClient) -> None:
        text = client.get("/?year=2026").get_data(as_text=True)
        self.data = dict(re.findall(r'data-(\w+)="([^"]*)"', text.split('<div class="board')[1].split(">")[0]))
        self.client = client

    def ask(self, wanted: int) -> None:
        asked = {name: self.data[name] for name in ("since", "revision", "day", "organisation")}
        answer = self.client.get(
            "/kanban/changes", query_string={"year": 2026, **asked},
            headers={"HX-Request": "true", "If-None-Match": f'"{self.data["tag"]}"'},
        )  # fmt: skip
        if answer.status_code != wanted:
            raise RuntimeError(f"the open kanban was answered {answer.status_code}")


def signed_in(client: FlaskClient) -> FlaskClient:
    """A client that went through the sign-in page as a person does."""
    answer = client.post(
        "/sign-in", data={"email": EMAIL, "password": PASSWORD, "csrf_token": csrf_token(client, "/sign-in")}
    )
    if answer.status_code != 302 and answer.status_code != 303:
        raise RuntimeError(f"sign-in answered {answer.status_code}")
    return client


def csrf_token(client: FlaskClient, address: str = "/") -> str:
    html = client.get(address).get_data(as_text=True)
    found = re.search(r'name="csrf[-_]token"[^>]*(?:content|value)="([^"]+)"', html)
    if not found:
        raise RuntimeError(f"no token on {address}")
    return found[1]


def page(client: FlaskClient) -> None:
    answer = client.get("/?year=2026")
    if answer.status_code != 200:
        raise RuntimeError(f"the kanban answered {answer.status_code}")


def page_built_anew(client: FlaskClient, app: Flask) -> None:
    """As if every task had changed: all are read, and every card is built."""
    _kept.cache_clear()
    for key in [key for key in app.extensions["kept"] if key[1][0] == "cards"]:
        del app.extensions["kept"][key]
    page(client)


TASK, BARE_TASK, OTHER_TASK = 2, 3, 8


def do_move(client: FlaskClient, token: str, number: int, task: int = TASK) -> None:
    """Postpones one task and resumes it by turns, so that any number of rounds finds the same work."""
    name, state = ("resumption", "postponed") if number % 2 else ("postponement", "submitted")
    answer = client.post(
        f"/tasks/{task}/{name}", data={"version": str(number + 1), "state": state, "reason": "Chờ hướng dẫn"},
        headers={"HX-Request": "true", "X-CSRFToken": token},
    )  # fmt: skip
    if answer.status_code != 200:
        raise RuntimeError(f"the move answered {answer.status_code}: {answer.get_data(as_text=True)[:200]}")


def do_bare_move(client: FlaskClient, token: str, number: int) -> None:
    target = "submitted" if number % 2 else "postponed"
    answer = client.post(f"/bare/{BARE_TASK}", data={"target": target}, headers={"X-CSRFToken": token})
    if answer.status_code != 204:
        raise RuntimeError(f"the bare move answered {answer.status_code}")


def ask_again(client: FlaskClient, etag: str) -> None:
    answer = client.get("/?year=2026", headers={"If-None-Match": etag})
    if answer.status_code != 304:
        raise RuntimeError(f"the kanban answered {answer.status_code} to a page that has it")


def bare_get(client: FlaskClient) -> None:
    answer = client.get(f"/bare/{BARE_TASK}")
    if answer.status_code != 200:
        raise RuntimeError(f"the bare row answered {answer.status_code}")
