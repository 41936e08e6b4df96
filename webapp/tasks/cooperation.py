"""Who co-operates on a task: a board that the clerk adds, or whose part ends."""

from flask import request
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.clock import today
from planner.language import N_
from planner.models import Board, Task
from webapp import forms
from webapp.access import access, load
from webapp.answers import render
from webapp.extensions import db
from webapp.people import current_actor
from webapp.tasks import section
from webapp.tasks.change import change
from webapp.writing import writes


@section.get("/cooperation/new")
@access("secretariat")
def new_cooperation(id: int) -> str:
    return _form(load(Task, id))


@section.post("/cooperation")
@access("secretariat")
@writes
def create_cooperation(id: int) -> Response:
    """A board co-operates from now on."""

    def verb(task: Task) -> None:
        task.cooperate_with(_board(), current_actor(), today())

    return change(id, verb, N_("Đã thêm bộ phận phối hợp."), _form)


@section.post("/cooperation-ending")
@access("secretariat")
@writes
def create_cooperation_ending(id: int) -> Response:
    """A board no longer co-operates."""

    def verb(task: Task) -> None:
        task.end_cooperation(_board(), current_actor(), today())

    return change(id, verb, N_("Bộ phận này thôi phối hợp; nội dung kế hoạch đã ban hành vẫn được giữ nguyên."))


def _board() -> Board:
    return load(Board, forms.number("board") or 0)


def _form(task: Task, sentence: str | None = None) -> str:
    query = select(Board).where(Board.organisation_id == task.organisation_id).order_by(Board.position, Board.id)
    taken = {task.board_id, *(board.id for board in task.cooperators)}
    boards = [board for board in db.session.scalars(query) if board.id not in taken]
    chosen = request.values.get("board", type=int)
    return render("tasks/cooperation_form.html", task=task, boards=boards, chosen=chosen, sentence=sentence)
