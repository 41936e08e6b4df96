"""Plans from before there was co-operation: the names that their rows hold become bodies of their tasks."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, text

from planner.database import make_engine
from planner.migrations import configuration, upgrade

ORGANISATION = (
    "INSERT INTO organisation (id, name, superior, body, symbol, place, signer, revision, key)"
    " VALUES (1, 'Ủy ban Mẫu', '', '', '', '', '', 0, 'k')"
)
BOARD = (
    "INSERT INTO board (id, organisation_id, name, aliases, position) VALUES (1, 1, 'Ban A', '[]', 0)"
)  # fmt: skip
PLAN = (
    "INSERT INTO plan (id, organisation_id, title, number, first_year, last_year, sha256, fingerprint, imported_on)"
    " VALUES (1, 1, 'Chương trình', '', 2026, 2026, 'a', 'b', '2026-01-05')"
)
ROW = (
    "INSERT INTO plan_row (id, plan_id, position, number, title, board_text, cooperating, section, submit_text,"
    " execute_text, source, questions) VALUES (:id, 1, :id, '1', 'Việc', 'Ban A', :names, '', '', '', '', '[]')"
)
TASK = (
    "INSERT INTO task (id, organisation_id, plan_id, row_id, board_id, occurrence, occurrences, position, number,"
    " title, state, paper_number, result, version)"
    " VALUES (:id, 1, 1, :row, 1, 1, 1, 1, '1', 'Việc', 'planned', '', '', 1)"
)


@pytest.fixture(params=["sqlite", "postgres"])
def before(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database of either kind at the revision before, with three rows of which the first has two tasks."""
    if request.param == "postgres":
        engine: Engine = request.getfixturevalue("postgres")
    else:
        engine = make_engine(f"sqlite:///{tmp_path / 'before.db'}")
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0003")
        for statement in (ORGANISATION, BOARD, PLAN):
            connection.execute(text(statement))
        for row, names in ((1, ["Sở Nội vụ", "Ban A", "Ban B"]), (2, []), (3, ["Sở Nội vụ", "Sở Nội vụ"])):
            connection.execute(text(ROW), {"id": row, "names": json.dumps(names, ensure_ascii=False)})
        for task, row in ((1, 1), (2, 1), (3, 2), (4, 3)):
            connection.execute(text(TASK), {"id": task, "row": row})
    yield engine
    engine.dispose()


def test_every_name_but_the_lead_s_stands_on_each_task_as_text(before: Engine) -> None:
    upgrade(before)
    with before.connect() as connection:
        found = connection.execute(text("SELECT task_id, name, board_id FROM cooperation ORDER BY id")).all()
    assert [tuple(line) for line in found] == [
        (1, "Sở Nội vụ", None), (1, "Ban B", None), (2, "Sở Nội vụ", None), (2, "Ban B", None), (4, "Sở Nội vụ", None),
    ]  # fmt: skip
