"""A task's own page: what the document said, both milestones, the next moves, the history."""

from flask import Blueprint

from planner.clock import today
from planner.models import Task
from planner.moves import open_moves
from webapp import history
from webapp.access import access, load
from webapp.answers import render
from webapp.people import current_actor

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
        may_assign=bool(roles & {"head", "secretariat"}), changes=task.changes[::-1], history=history,
        sentence=sentence,
    )  # fmt: skip
