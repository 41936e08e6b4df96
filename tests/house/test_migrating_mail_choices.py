"""An office from before there were choices of mail: everybody hears daily, with a key of their own, of what is new."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from planner.database import make_engine
from planner.migrations import configuration, upgrade
from planner.models import Organisation
from planner.telling import post_concerns

ORGANISATION = (
    "INSERT INTO organisation (id, name, superior, body, symbol, place, signer, revision, key)"
    " VALUES (1, 'Ủy ban Mẫu', '', '', '', '', '', 0, 'k')"
)
PERSON = "INSERT INTO person (id, email, name, language, session_key) VALUES (:id, :email, 'Người', 'vi', 's')"
CHANGE = (
    'INSERT INTO change (id, organisation_id, verb, at, "on", actor_kind, actor_name, before, after, reason)'
    " VALUES (7, 1, 'postponement', '2026-05-11 01:00:00', '2026-05-11', 'person', 'Văn phòng', '{}', '{}', '')"
)
MAIL = (
    "INSERT INTO mail (id, key, kind, recipient, subject, text, created_at, not_before, attempts, error)"
    " VALUES (1, 'k:1', 'reminder', 'a@mau.invalid', 'V/v', 'Kính gửi', '2026-05-11 01:00:00', '2026-05-11 01:00:00',"
    " 0, '')"
)


@pytest.fixture(params=["sqlite", "postgres"])
def before(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database of either kind at the revision before, with two people, a line of history and a mail."""
    if request.param == "postgres":
        engine: Engine = request.getfixturevalue("postgres")
    else:
        engine = make_engine(f"sqlite:///{tmp_path / 'before.db'}")
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0006")
        connection.execute(text(ORGANISATION))
        for number in (1, 2):
            connection.execute(text(PERSON), {"id": number, "email": f"a{number}@mau.invalid"})
        for statement in (CHANGE, MAIL):
            connection.execute(text(statement))
    yield engine
    engine.dispose()


def test_people_hear_daily_and_each_has_a_key(before: Engine) -> None:
    upgrade(before)
    with before.connect() as connection:
        found = connection.execute(text("SELECT mail_choice, gets_digests, mail_key FROM person")).all()
        assert [(choice, bool(gets)) for choice, gets, _ in found] == [("daily", True)] * 2
        assert len({key for _, _, key in found} - {""}) == 2
        assert connection.execute(text("SELECT html, unsubscribe, text FROM mail")).one() == ("", "", "Kính gửi")


def test_nobody_is_told_of_what_was_before(before: Engine) -> None:
    upgrade(before)
    with before.connect() as connection:
        assert connection.execute(text("SELECT organisation_id, change_id, notice_id FROM told")).one() == (1, 7, 0)
    with Session(before) as session:
        assert post_concerns(session, session.get_one(Organisation, 1), date(2026, 5, 12)) == 0
