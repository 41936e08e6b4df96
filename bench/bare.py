"""The bare minimum: Flask, SQLAlchemy Core and Jinja rendering the same rows, and a move by the same statements."""

from collections import defaultdict
from datetime import UTC, date, datetime
from typing import Any

from flask import Flask, render_template_string, request
from sqlalchemy import Engine, func, insert, select, update
from sqlalchemy.orm import aliased

from bench.office import TODAY
from planner.models import Board, Change, Cooperation, Milestone, Organisation, Person, Task
from webapp.access import access
from webapp.card_marks import MARKS
from webapp.extensions import db
from webapp.people import current_actor
from webapp.writing import writes

PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Bảng việc</title></head><body>
{% for state, tasks in columns.items() %}<section><h2>{{ state }} ({{ tasks|length }})</h2><ul>
{% for t in tasks %}<li class="card" id="task-{{ t.id }}" data-version="{{ t.version }}" data-state="{{ t.state }}">
<p class="card-head"><span class="number">{{ t.number }}</span> <span class="board">{{ t.board }}</span></p>
<h3 class="card-title"><a href="/tasks/{{ t.id }}">{{ t.title }}</a></h3>
<p class="card-times"><span class="milestone current">Trình {{ t.submit_text }}</span> →
<span class="milestone">Thực hiện {{ t.execute_text }}</span></p>
<p class="standing {{ t.standing[0] }}"><span class="icon"></span>{{ t.standing[0] }} {{ t.standing[1] or "" }}</p>
{% if bodies[t.id] %}<p class="card-with">Phối hợp: {{ bodies[t.id]|join("; ") }}</p>{% endif %}
{% if t.assignee %}<p class="assignee">{{ t.assignee }}</p>{% endif %}</li>
{% endfor %}</ul></section>{% endfor %}</body></html>"""


def make_bare(engine: Engine) -> Flask:
    """A page without sign-in, rules or history of its own: `GET /`."""
    app = Flask(__name__)

    @app.get("/")
    def page() -> str:
        with engine.connect() as connection:
            rows = connection.execute(_rows()).all()
            bodies: dict[int, list[str]] = defaultdict(list)
            for task_id, name in connection.execute(_bodies()):
                bodies[task_id].append(name)
        columns: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            columns.setdefault(row.state, []).append(row._asdict() | {"standing": _standing(row)})
        return render_template_string(PAGE, columns=columns, bodies=bodies)

    return app


def add_bare_routes(app: Flask) -> None:
    """Two routes of the application itself, for who is signed in: one reads a row, one does a move's statements."""

    @app.get("/bare/<int:id>")
    @access.anyone
    def read(id: int) -> str:
        title = db.session.execute(select(Task.__table__.c.title).where(Task.id == id)).scalar_one()
        db.session.commit()
        return str(title)

    @app.post("/bare/<int:id>")
    @access.anyone
    @writes
    def move(id: int) -> Any:
        _same_statements(db.session.connection(), id, request.form["target"])
        return "", 204


def _rows() -> Any:
    submit, execute = aliased(Milestone), aliased(Milestone)
    return (
        select(
            Task.id, Task.number, Task.title, Task.state, Task.version, Board.name.label("board"),
            Person.name.label("assignee"), submit.text.label("submit_text"), execute.text.label("execute_text"),
            submit.deadline.label("submit_deadline"), execute.deadline.label("execute_deadline"),
        )
        .join(Board, Board.id == Task.board_id)
        .outerjoin(Person, Person.id == Task.assignee_id)
        .outerjoin(submit, (submit.task_id == Task.id) & (submit.kind == "submit"))
        .outerjoin(execute, (execute.task_id == Task.id) & (execute.kind == "execute"))
        .order_by(Task.position)
    )  # fmt: skip


def _bodies() -> Any:
    name = func.coalesce(Board.name, Cooperation.name)
    return select(Cooperation.task_id, name).outerjoin(Board, Board.id == Cooperation.board_id).order_by(Cooperation.id)


def _standing(row: Any) -> tuple[str, int | None]:
    deadline: date | None = row.submit_deadline if row.state in ("planned", "drafting") else row.execute_deadline
    if row.state == "done" or deadline is None:
        return "done", None
    left = (deadline - TODAY).days
    return ("overdue", -left) if left < 0 else ("in term", left)


def _same_statements(connection: Any, id: int, target: str) -> None:
    """What a move does to the tables, who asks being known: the task, its milestones, the history, the revision, the
    card's marks."""
    task = connection.execute(select(Task.__table__).where(Task.id == id)).one()
    connection.execute(select(Milestone.__table__).where(Milestone.task_id == id)).all()
    connection.execute(select(Cooperation.__table__).where(Cooperation.task_id == id)).all()
    connection.execute(
        update(Task).where(Task.id == id, Task.version == task.version).values(state=target, version=task.version + 1)
    )
    actor = current_actor()
    connection.execute(insert(Change).values(
        organisation_id=task.organisation_id, task_id=id, verb="move", at=datetime.now(UTC), on=TODAY,
        actor_kind="person", actor_name=actor.name, person_id=actor.person_id, before={"state": task.state},
        after={"state": target}, reason="",
    ))  # fmt: skip
    connection.execute(
        update(Organisation).where(Organisation.id == task.organisation_id).values(revision=Organisation.revision + 1)
    )
    connection.execute(MARKS, {"organisation": task.organisation_id, "first": id, "last": id}).all()
