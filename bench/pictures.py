"""The pictures of the year beside the bare kanban of the same rows, with a history as offices have it."""

import shutil
from datetime import date, timedelta
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import Engine, insert

from bench.bare import make_bare
from bench.kanban import Result, page, signed_in
from bench.measure import by_turns
from planner import clock
from planner.database import make_engine
from planner.models import Change
from planner.moves import COLUMNS
from webapp import create_app

MOVES = COLUMNS[1:]  # a task's lines: the office's tasks have moved so often


def measure(database: Path, count: int, rounds: int) -> list[Result]:
    """All five pictures drawn anew; nothing of them is kept."""
    own = Path(shutil.copy(database, database.with_suffix(".pictures.db")))
    engine = make_engine(f"sqlite:///{own}")
    _add_history(engine, count)
    bare = make_bare(engine).test_client()
    app = create_app({"SQLALCHEMY_DATABASE_URI": f"sqlite:///{own}", "RATELIMIT_ENABLED": False})
    client = signed_in(app.test_client())
    drawn, bare_page = by_turns(lambda _: _pictures(client), lambda _: page(bare), rounds=rounds)
    return [("pictures, all drawn", drawn, bare_page)]


def _add_history(engine: Engine, count: int) -> None:
    line = dict(organisation_id=1, actor_kind="flow", actor_name="bangviec", reason="", at=clock.now())
    rows = [
        line | dict(task_id=task, verb="move", on=date(2026, 1, 7) + timedelta(days=(task * 7 + nth * 19) % 120),
                    before={"state": COLUMNS[nth]}, after={"state": state})
        for task in range(1, count + 1) for nth, state in enumerate(MOVES)
    ]  # fmt: skip
    with engine.begin() as connection:
        connection.execute(insert(Change), rows)


def _pictures(client: FlaskClient) -> None:
    answer = client.get("/pictures?year=2026")
    if answer.status_code != 200 or answer.text.count('class="picture"') != 5:
        raise RuntimeError(f"the pictures answered {answer.status_code}")
