"""A plan that is issued again on PostgreSQL: compared, applied, exported; of two who apply at once one does."""

import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import TODAY, Office, make_office
from plan_file import HX, ROWS, plan_docx, send
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from planner.models import EarlierIssue, Plan, PlanRow
from planner.reading import read_document
from webapp import create_app
from webapp.extensions import db, limiter

NEW_ROWS = (ROWS[0], ("1", *ROWS[2][1:]), ("2", *ROWS[1][1:4], "Tháng 4"))


@pytest.fixture
def place(postgres: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Flask, Office]]:
    monkeypatch.setenv("BANGVIEC_SECRET_KEY", "a key for tests only")
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", postgres.url.render_as_string(hide_password=False))
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        session.commit()
        app = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False})
        yield app, office
    with app.app_context():
        limiter.reset()
        db.engine.dispose()


def client_of(app: Flask, office: Office) -> FlaskClient:
    client, signed_in = app.test_client(), office.cookie("secretariat")
    with client.session_transaction() as cookie:
        cookie.update(signed_in)
    return client


def test_of_two_who_apply_one_new_issue_one_does(place: tuple[Flask, Office]) -> None:
    app, office = place
    client, codes = client_of(app, office), []
    send(client, plan_docx())
    client.post("/plans", data={"upload": 1}, headers=HX)
    send(client, plan_docx(rows=NEW_ROWS), "sua-doi.docx")
    page = client.get("/uploads/2/comparison").text
    ticked = [tag.split('value="')[1].split('"')[0] for tag in page.split("<input") if 'name="accept"' in tag]
    form = {"upload": 2, "token": page.split('name="token" value="')[1].split('"')[0], "accept": ticked}

    def apply() -> None:
        codes.append(client_of(app, office).post("/plans/2/issues", data=form, headers=HX).status_code)

    appliers = [threading.Thread(target=apply) for _ in range(3)]
    for applier in appliers:
        applier.start()
    for applier in appliers:
        applier.join()
    assert codes.count(204) == 1 and set(codes) <= {204, 404, 409, 422}
    office.session.rollback()
    assert office.session.scalar(select(func.count()).select_from(EarlierIssue)) == 1
    in_force = select(PlanRow.title).where(PlanRow.plan_id == 2, PlanRow.ended_issue.is_(None))
    assert list(office.session.scalars(in_force.order_by(PlanRow.position))) == [row[1] for row in NEW_ROWS[1:]]
    assert office.session.scalar(select(Plan.issue).where(Plan.id == 2)) == 2
    exported = read_document(client.get("/plans/2/export/docx").data, "x.docx")
    assert [row.execute_text for row in exported.rows] == ["Tháng 6,12", "Tháng 4"]
