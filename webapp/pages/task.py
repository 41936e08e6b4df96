"""A task's own page: what the document said, both milestones, the next moves, the history."""

from flask import Blueprint
from sqlalchemy import select

from planner.clock import today
from planner.models import Concern, Task
from planner.moves import open_moves
from webapp.access import access, load
from webapp.answers import render
from webapp.extensions import db
from webapp.people import current_actor
from webapp.task_parts import followers_of, papers_of, talk_of

section = Blueprint("task", __name__)


@section.get("/tasks/<int:id>")
@access.anyone
def show(id: int) -> str:
    return page(load(Task, id))


def page(task: Task, sentence: str | None = None) -> str:
    """The whole page; `sentence` says why something was refused."""
    actor = current_actor()
    roles = actor.roles_on(task)
    return render(
        "tasks/show.html",
        task=task, row=task.row, plan=task.plan, siblings=task.row.tasks, standing=task.standing(today()),
        moves=list(open_moves(task, actor)), is_clerk="secretariat" in roles,
        may_assign=bool(roles & {"head", "secretariat"}), sentence=sentence,
        **talk_of(task), **papers_of(task), **followers_of(task), has_news=_has_news(task),
    )  # fmt: skip


def _has_news(task: Task) -> bool:
    """Whether something of this task stands unread under the person's bell: the page reads it by being opened."""
    mine = (Concern.person_id == current_actor().person_id, Concern.task_id == task.id, Concern.read_at.is_(None))
    return db.session.scalar(select(Concern.id).where(*mine).limit(1)) is not None
