"""Every page on PostgreSQL, as an office that outgrew SQLite has it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import TODAY, Office, make_office
from plan_file import plan_docx, send
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from planner.queries import years_with_tasks
from webapp import create_app
from webapp.extensions import db, limiter

HX = {"HX-Request": "true"}
PAGES = [
    "/", "/?lanes=1&held=1", "/mine", "/months", "/months?year=2027&q=x", "/persons", "/timeline", "/search?q=hoi",
    "/?year=2026&month=5&person=0&section=x&q=hoi&board=1&cooperating=1", "/months?year=2026&month=0&person=1",
    "/timeline?year=2026&month=5&section=x", "/persons?year=2026&q=hoi&standing=overdue", "/search/offers?q=6",
    "/overdue", "/plans", "/plans/1", "/feeds",
    "/reports", "/admin", "/admin/boards", "/admin/people", "/admin/days-off", "/admin/reporting", "/admin/flows",
    "/admin/outbox", "/me",
    "/tasks/1", "/tasks/1/moves", "/tasks/1/talk", "/bell", "/bell/unread", "/tasks/1/people",
    "/kanban/cards?year=2026&column=planned", "/selection/moves?card=1:1:planned",
    "/time-requests", "/arisen-work/new", "/plans/1/copies/new",
]  # fmt: skip


@pytest.fixture
def office_there(postgres: Engine) -> Iterator[Office]:
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        office.people["secretariat"].give_role("admin", office.organisation)
        session.commit()
        yield office


@pytest.fixture
def client(postgres: Engine, office_there: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[FlaskClient]:
    """Somebody who may open every page."""
    monkeypatch.setenv("BANGVIEC_SECRET_KEY", "a key for tests only")
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", postgres.url.render_as_string(hide_password=False))
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())
    app: Flask = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False})
    client, signed_in = app.test_client(), office_there.cookie("secretariat")
    with client.session_transaction() as session:
        session.update(signed_in)
    yield client
    with app.app_context():
        limiter.reset()
        db.engine.dispose()


def test_every_page_opens(client: FlaskClient) -> None:
    assert {page: client.get(page).status_code for page in PAGES} == dict.fromkeys(PAGES, 200)


def test_what_pages_write_is_written(client: FlaskClient, office_there: Office) -> None:
    send(client, plan_docx())
    row = {"number": "3", "title": "Kế hoạch", "board": "Ban Kiểm tra", "submit_text": "Tháng 12", "execute_text": ""}
    assert client.post("/uploads/1/rows/3", data=row, headers=HX).status_code == 200
    assert client.post("/plans", data={"upload": 1}, headers=HX).headers["HX-Redirect"] == "/plans/2"
    task = office_there.task("1")
    move = {"kind": "submit", "month": "2027-03", "board": office_there.boards["dcpl"].id, "version": task.version,
            "state": task.state, "reason": "Chờ hướng dẫn"}  # fmt: skip
    assert client.post(f"/tasks/{task.id}/months", data=move, headers=HX).status_code == 200
    assert client.post(f"/tasks/{office_there.task('4').id}/reminder", headers=HX).status_code == 200
    made = client.post("/feeds", data={"scope": "all"})
    address = made.text.split('value="http://127.0.0.1:8080')[1].split('"')[0]
    assert client.get(address).status_code == 200
    assert client.get(address).text.count("BEGIN:VEVENT") > 10


def test_cards_are_placed_moved_and_taken_back(client: FlaskClient, office_there: Office) -> None:
    def named(number: str) -> str:
        office_there.session.rollback()
        office_there.session.expire_all()
        task = office_there.task(number)
        return f"{task.id}:{task.version}:{task.state}"

    board = client.get("/?year=2026").text.split('<div class="board')[1]
    before = {name: board.split(f'data-{name}="')[1].split('"')[0] for name in ("since", "revision", "day")}
    cards = [named("4"), named("5")]
    moved = client.post("/selection/moves", data={"card": [*cards, "2:1:planned"], "to": "drafting"}, headers=HX)
    assert (moved.status_code, "Đã chuyển 2 thẻ." in moved.text) == (200, True)
    placed = {"card": named("4"), "before": office_there.task("1").id}
    assert client.post("/selection/places", data=placed, headers=HX).status_code == 200
    asked = {"year": 2026, "organisation": office_there.organisation.id, **before}
    changes = client.get("/kanban/changes", query_string=asked)
    assert (changes.status_code, changes.text.count('<li class="card')) == (200, 2)
    undone = client.post("/selection/undo", data={"card": [named("4"), named("5")]}, headers=HX)
    assert "Đã hoàn tác bước chuyển của 2 thẻ." in undone.text
    first = client.get("/?year=2026").text.split('id="card-')[1]
    assert first.startswith(f"{office_there.task('4').id}\"")


def test_years_are_whole_numbers_there_too(office_there: Office) -> None:
    found = set(office_there.session.execute(years_with_tasks(office_there.organisation.id)).tuples())
    assert found == {(2026, 2026)}
    assert {type(year) for span in found for year in span} == {int}
