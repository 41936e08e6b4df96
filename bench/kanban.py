"""The kanban and a move, each beside its bare twin on the same database."""

import re
import shutil
from pathlib import Path

from flask.testing import FlaskClient

from bench.bare import add_bare_routes, make_bare
from bench.measure import Times, by_turns
from bench.office import EMAIL, PASSWORD
from planner.database import make_engine
from webapp import create_app
from webapp.cards import _kept

# One bare line (label, size, times of ours, times of the bare twin).
Result = tuple[str, Times, Times]


def measure(database: Path, rounds: int) -> list[Result]:
    """The kanban with every card kept, with none kept, asked again, and a move, each against its bare twin."""
    bare_database = Path(shutil.copy(database, database.with_suffix(".bare.db")))
    bare = make_bare(make_engine(f"sqlite:///{bare_database}")).test_client()
    app = create_app({"SQLALCHEMY_DATABASE_URI": f"sqlite:///{database}", "RATELIMIT_ENABLED": False})
    add_bare_routes(app)
    client = signed_in(app.test_client())
    kept, bare_page, built = by_turns(
        lambda _: page(client), lambda _: page(bare), lambda _: page_built_anew(client), rounds=rounds
    )  # fmt: skip
    token, etag = csrf_token(client), client.get("/?year=2026").headers["ETag"]
    nothing_new, bare_row = by_turns(lambda _: ask_again(client, etag), lambda _: bare_get(client), rounds=40)
    move, bare_move = by_turns(
        lambda n: do_move(client, token, n), lambda n: do_bare_move(client, token, n), rounds=40
    )  # fmt: skip
    return [
        ("kanban, every card built anew", built, bare_page),
        ("kanban, no card changed since", kept, bare_page),
        ("kanban, asked again, nothing new", nothing_new, bare_row),
        ("a move (postponed and resumed)", move, bare_move),
    ]


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


def page_built_anew(client: FlaskClient) -> None:
    _kept.cache_clear()
    page(client)


TASK, BARE_TASK = 2, 3


def do_move(client: FlaskClient, token: str, number: int) -> None:
    """Postpones one task and resumes it by turns, so that any number of rounds finds the same work."""
    name, state = ("resumption", "postponed") if number % 2 else ("postponement", "submitted")
    answer = client.post(
        f"/tasks/{TASK}/{name}", data={"version": str(number + 1), "state": state, "reason": "Chờ hướng dẫn"},
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
