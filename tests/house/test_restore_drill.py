"""The drill: an office is brought up in another place, from a backup or by a move, and people go on where they were."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from bangviec import sample
from bangviec.backups import backup, restore
from bangviec.moving import move
from flows.by_hand import run
from planner import clock
from planner.database import make_engine
from planner.migrations import upgrade
from planner.models import Document, Feed, Mail, Organisation, Person
from webapp import create_app
from webapp.extensions import db, limiter

DAY = date(2026, 5, 11)
PASSWORD = "mật khẩu chỉ để thử"
CLERK = "vanphong@bangviec.invalid"
CSRF_TOKEN = re.compile(rb'csrf-?token": "[^"]+"|csrf.token" (content|value)="[^"]+"', re.IGNORECASE)


@pytest.fixture(params=["sqlite backup", "postgresql backup", "move to postgresql"])
def places(
    request: pytest.FixtureRequest, engine: Engine, new_postgres: Callable[[], Engine], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[Engine, Engine, Callable[[Engine, Engine], None]]]:  # fmt: skip
    """Where the office is, an empty place elsewhere, and what brings it there."""
    monkeypatch.setenv("BANGVIEC_TODAY", DAY.isoformat())
    monkeypatch.setenv("BANGVIEC_SECRET_KEY", "a key for tests only")
    copy = str(tmp_path / "copy.zip")

    def by_backup(source: Engine, target: Engine) -> None:
        backup(source, copy)
        restore(target, copy)

    if request.param == "sqlite backup":
        elsewhere = make_engine(f"sqlite:///{tmp_path / 'elsewhere.db'}")
        upgrade(elsewhere)
        yield engine, elsewhere, by_backup
        elsewhere.dispose()
    else:
        here = new_postgres() if request.param == "postgresql backup" else engine
        elsewhere = new_postgres()
        upgrade(here)
        upgrade(elsewhere)
        yield here, elsewhere, by_backup if request.param == "postgresql backup" else _by_moving


def _by_moving(source: Engine, target: Engine) -> None:
    move(source, target, lambda _table, _count: None)


def test_people_go_on_where_they_were(
    places: tuple[Engine, Engine, Callable[[Engine, Engine], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere, bring = places
    secret = _live(here, monkeypatch)
    before = _what_people_see(here, secret, monkeypatch)
    bring(here, elsewhere)
    assert _what_people_see(elsewhere, secret, monkeypatch) == before
    sent = _left_the_house(elsewhere)
    for name in ("roll_over", "send_reminders", "monthly_digest"):
        run(name, DAY)
    assert _left_the_house(elsewhere) == sent, "somebody was written to twice"


def _live(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> str:
    """The sample year with what leaves the house on a day, and a calendar address of the clerk's; gives its secret."""
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", engine.url.render_as_string(hide_password=False))
    with Session(engine) as session:
        sample.load(session, DAY, PASSWORD)
        person = session.scalars(select(Person).where(Person.email == CLERK)).one()
        organisation = session.scalars(select(Organisation)).one()
        feed, secret = Feed.make(person, organisation, "all", "Cả cơ quan", clock.now())
        session.add(feed)
        session.commit()
    for name in ("roll_over", "monthly_digest", "send_reminders", "publish_feeds"):
        run(name, DAY)
    return secret


def _what_people_see(engine: Engine, secret: str, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The calendar, the kept documents and the history, by who signs in with the password."""
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", engine.url.render_as_string(hide_password=False))
    with Session(engine) as session:
        documents = session.scalars(select(Document).order_by(Document.id)).all()
        assert documents and all(document.file for document in documents)
        pages = [f"/reports/{document.id}.pdf" for document in documents]
    with _signed_in() as client:
        pages = [f"/calendar/{secret}.ics", "/tasks/1", *pages]
        return [_bytes(client, page) for page in pages]


@contextmanager
def _signed_in() -> Iterator[FlaskClient]:
    app = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False})
    client = app.test_client()
    assert client.post("/sign-in", data={"email": CLERK, "password": PASSWORD}).status_code == 303
    yield client
    with app.app_context():
        limiter.reset()
        db.engine.dispose()


def _bytes(client: FlaskClient, page: str) -> bytes:
    answer = client.get(page)
    assert answer.status_code == 200, page
    return CSRF_TOKEN.sub(b"", answer.data)


def _left_the_house(engine: Engine) -> tuple[int | None, int | None]:
    with Session(engine) as session:
        return session.scalar(select(func.count(Document.id))), session.scalar(select(func.count(Mail.id)))
