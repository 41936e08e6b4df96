"""The same pages on PostgreSQL, where two transactions may begin at once."""

import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from office import TODAY, Office, make_office
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from webapp import create_app
from webapp.extensions import db


@pytest.fixture
def pages(postgres: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Flask, Office]]:
    """The application and the office on a PostgreSQL database of their own."""
    monkeypatch.setenv("BANGVIEC_SECRET_KEY", "a key for tests only")
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", postgres.url.render_as_string(hide_password=False))
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        session.commit()
        app = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False})
        yield app, office
    with app.app_context():
        db.engine.dispose()


def post(app: Flask, office: Office, key: str, where: str, **entered: str) -> int:
    client, signed_in = app.test_client(), office.cookie(key)
    with client.session_transaction() as cookie:
        cookie.update(signed_in)
    assert "10</b> nhiệm vụ" in client.get("/").text
    return client.post(where, data=entered, headers={"HX-Request": "true"}).status_code


def test_of_many_moves_from_one_page_one_is_made(pages: tuple[Flask, Office]) -> None:
    app, office = pages
    task, codes = office.task("4"), []

    def move() -> None:
        where = f"/tasks/{task.id}/drafting"
        codes.append(post(app, office, "head", where, version="1", state="planned"))

    movers = [threading.Thread(target=move) for _ in range(6)]
    for mover in movers:
        mover.start()
    for mover in movers:
        mover.join()
    assert sorted(codes) == [200, 409, 409, 409, 409, 409]
    office.session.rollback()
    office.session.refresh(task)
    assert (task.version, task.state, len(task.changes)) == (2, "drafting", 2)
