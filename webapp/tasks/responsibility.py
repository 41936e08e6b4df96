"""Who does the work: the board that a task is handed over to, the person it is assigned to."""

from flask import request
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.clock import today
from planner.errors import Refusal
from planner.language import N_
from planner.models import Board, Person, Task
from webapp import assignable, forms
from webapp.access import access, load
from webapp.answers import render
from webapp.extensions import db
from webapp.people import current_actor
from webapp.tasks import section
from webapp.tasks.change import change
from webapp.writing import writes


@section.get("/board/new")
@access("secretariat")
def new_board(id: int) -> str:
    """The form that asks to which board and why; `to` names the board onto whose lane a card was dropped."""
    return _board_form(load(Task, id))


@section.post("/board")
@access("secretariat")
@writes
def create_board(id: int) -> Response:
    """Hands the task over to another board."""

    def verb(task: Task) -> None:
        board = load(Board, forms.number("board") or 0)
        task.hand_over(board, current_actor(), today(), forms.text("reason"))

    return change(id, verb, N_("Đã chuyển nhiệm vụ sang bộ phận khác."), _board_form)


def boards_to_hand_over_to(task: Task) -> list[Board]:
    """The other boards of the organisation, in their order."""
    query = select(Board).where(Board.organisation_id == task.organisation_id).order_by(Board.position, Board.id)
    return [board for board in db.session.scalars(query) if board.id != task.board_id]


def _board_form(task: Task, sentence: str | None = None) -> str:
    boards = boards_to_hand_over_to(task)
    chosen = request.values.get("board", type=int) or request.args.get("to", type=int)
    return render("tasks/board_form.html", task=task, boards=boards, chosen=chosen, sentence=sentence)


@section.get("/assignment/new")
@access("head", "secretariat")
def new_assignment(id: int) -> str:
    return _assignment_form(load(Task, id))


@section.post("/assignment")
@access("head", "secretariat")
@writes
def create_assignment(id: int) -> Response:
    """Assigns the task to a person; to nobody when the field is empty."""

    def verb(task: Task) -> None:
        chosen = forms.number("person")
        person = next((p for p in candidates(task) if p.id == chosen), None)
        if chosen is not None and person is None:
            raise Refusal(N_("Người này không thuộc bộ phận tham mưu, không phân công được."))
        task.assign(person, current_actor(), today())

    return change(id, verb, N_("Đã ghi nhận người phụ trách."), _assignment_form)


def candidates(task: Task) -> list[Person]:
    """People of the task's board, and those of the organisation who belong to no board."""
    return assignable.candidates(task.organisation_id, task.board_id)


def _assignment_form(task: Task, sentence: str | None = None) -> str:
    return render("tasks/assignment_form.html", task=task, people=candidates(task), sentence=sentence)
