"""Several who work on one document at the same moment on PostgreSQL: nothing doubles, nothing is lost."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import TODAY, Office, make_office
from plan_file import HX, plan_docx, send
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from planner.models import Board, File, Plan, Upload
from webapp import create_app
from webapp.extensions import db, limiter


@pytest.fixture
def place(postgres: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Flask, Office]]:
    monkeypatch.setenv("BANGVIEC_SECRET_KEY", "a key for tests only")
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", postgres.url.render_as_string(hide_password=False))
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        session.commit()
        app = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False, "PROPAGATE_EXCEPTIONS": False})
        yield app, office
    with app.app_context():
        limiter.reset()
        db.engine.dispose()


def client_of(app: Flask, office: Office) -> FlaskClient:
    client, signed_in = app.test_client(), office.cookie("secretariat")
    with client.session_transaction() as cookie:
        cookie.update(signed_in)
    return client


def sent(app: Flask, office: Office, content: bytes) -> int:
    """The id of a new upload that has been read."""
    send(client_of(app, office), content)
    while True:
        office.session.rollback()
        upload = office.session.scalars(select(Upload).order_by(Upload.id.desc())).first()
        if upload is not None and upload.state != "reading":
            return upload.id
        time.sleep(0.05)


def at_once(*asks: Callable[[], TestResponse]) -> list[TestResponse]:
    """What each of these is answered when all are asked at the same moment."""
    start, answers = threading.Barrier(len(asks)), []

    def ask(one: Callable[[], TestResponse]) -> None:
        start.wait()
        answers.append(one())

    threads = [threading.Thread(target=ask, args=(one,)) for one in asks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_one_plan_that_several_import_at_once_is_stored_once(place: tuple[Flask, Office]) -> None:
    app, office = place
    content = plan_docx()
    uploads = [sent(app, office, content) for _ in range(3)]
    asked = [*uploads, uploads[0]]
    answers = at_once(
        *(lambda one=one: client_of(app, office).post("/plans", data={"upload": one}, headers=HX) for one in asked)
    )
    office.session.rollback()
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [204, 204, 204, 404]  # the same preview twice: it is gone
    assert {answer.headers.get("HX-Redirect") for answer in answers} <= {"/plans/2", None}
    counts = [office.session.scalar(select(func.count()).select_from(table)) for table in (Plan, Upload, File)]
    assert counts == [2, 0, 1]
    names = list(office.session.scalars(select(Board.name)))
    assert len(names) == len(set(names)) and "Ban Kiểm tra" in names


def test_rows_that_two_correct_at_once_both_keep_what_was_said(place: tuple[Flask, Office]) -> None:
    app, office = place
    sent(app, office, plan_docx())
    words = {"number": "9", "board": "Ban Kiểm tra", "submit_text": "", "execute_text": "Tháng 12"}
    answers = at_once(*(
        lambda key=key: client_of(app, office).post(
            f"/uploads/1/rows/{key}", data=words | {"title": f"Việc {key}"}, headers=HX
        )
        for key in (1, 2, 3)
    ))  # fmt: skip
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    office.session.rollback()
    upload = office.session.scalars(select(Upload)).one()
    assert [row["title"] for row in upload.draft["rows"]] == ["Việc 1", "Việc 2", "Việc 3"]
