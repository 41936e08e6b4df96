"""Subscriptions from before the choices keep their addresses; what was kept of them is made anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, text

from planner.database import make_engine
from planner.migrations import configuration, upgrade

ROWS = (
    "INSERT INTO organisation (id, name, superior, body, symbol, place, signer, revision, key)"
    " VALUES (1, 'A', '', '', '', '', '', 0, 'k')",
    "INSERT INTO board (id, organisation_id, name, aliases, position) VALUES (7, 1, 'B', '[]', 0)",
    "INSERT INTO person (id, email, name, language, session_key) VALUES (3, 'a@b.invalid', 'N', 'vi', 's')",
    "INSERT INTO person (id, email, name, language, session_key) VALUES (4, 'c@d.invalid', 'M', 'vi', 't')",
    "INSERT INTO membership (id, person_id, organisation_id, board_id, role) VALUES (1, 3, 1, 7, 'head')",
    "INSERT INTO membership (id, person_id, organisation_id, board_id, role) VALUES (2, 4, 1, NULL, 'viewer')",
    "INSERT INTO published_feed (id, organisation_id, scope_key, revision, etag, content, modified_at)"
    " VALUES (1, 1, 'all', 0, 'e', 'x', '2026-05-11 00:00:00')",
)
FEED = (
    "INSERT INTO feed (id, organisation_id, person_id, scope, board_id, name, secret_sha256, created_at, fetched_by)"
    " VALUES ({id}, 1, {person}, '{scope}', {board}, 'x', 'sha {id}', '2026-05-11 00:00:00', '')"
)


@pytest.fixture(params=["sqlite", "postgres"])
def before(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database of either kind as the version before left it."""
    if request.param == "postgres":
        engine = request.getfixturevalue("postgres")
    else:
        engine = make_engine(f"sqlite:///{tmp_path / 'before.db'}")
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0004")
        for row in ROWS:
            connection.execute(text(row))
        for number, (person, scope, board) in enumerate(
            [(3, "all", "NULL"), (3, "board", 7), (4, "board", 7), (3, "person", "NULL")], 1
        ):
            connection.execute(text(FEED.format(id=number, person=person, scope=scope, board=board)))
    yield engine
    engine.dispose()


def test_old_subscriptions_go_on_with_the_usual_choices(before: Engine) -> None:
    assert upgrade(before)
    with before.connect() as connection:
        rows = connection.execute(
            text("SELECT key, by_board_role, milestones, form, alarms, with_done, secret_sha256 FROM feed ORDER BY id")
        ).all()
        assert connection.scalar(text("SELECT count(*) FROM published_feed")) == 0
    assert [(row.key, bool(row.by_board_role)) for row in rows] == [
        ("all", False), ("board:7", True), ("board:7", False), ("person:3", False)
    ]  # fmt: skip
    assert {(r.milestones, r.form, r.alarms, bool(r.with_done)) for r in rows} == {("both", "deadlines", "7,1", True)}
    assert [row.secret_sha256 for row in rows] == [f"sha {number}" for number in range(1, 5)]
