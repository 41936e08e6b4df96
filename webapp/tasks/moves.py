"""The moves of a task: which are open, the form of one that asks for something, and each one as a resource.

The moves table (planner.moves) decides; here stands only which verb and which fields belong to a name.
"""

from collections.abc import Callable
from datetime import date

from flask import jsonify, request, url_for
from werkzeug.wrappers import Response

from planner.actor import Actor
from planner.clock import today
from planner.errors import NotAllowed, Refusal
from planner.language import N_, Word
from planner.models import Task
from planner.moves import (
    COLUMNS,
    HELD,
    MOVES,
    NOT_BY_ROLE,
    NOT_BY_RULE,
    STATE_LABELS,
    Move,
    move_named,
    move_to,
    open_moves,
    why_not,
)
from planner.verbs.placing import NOT_PLACED
from webapp import forms
from webapp.access import access, load
from webapp.answers import render
from webapp.language import say
from webapp.people import current_actor
from webapp.placer import Placer
from webapp.sent_files import accepted_with, attach_sent
from webapp.tasks import section
from webapp.tasks.change import change, fresh_for_stale
from webapp.writing import writes

Verb = Callable[[Task, Actor, date], None]

VERBS: dict[str, Verb] = {
    "drafting": lambda task, by, day: task.begin_drafting(by, day),
    "execution": lambda task, by, day: task.begin_executing(by, day),
    "submission": lambda task, by, day: task.submit(
        by, day, forms.text("paper_number"), forms.needed_day("submitted_on")
    ),
    "approval": lambda task, by, day: task.approve(by, day),
    "return": lambda task, by, day: task.return_to_draft(by, day, forms.text("reason")),
    "closing": lambda task, by, day: task.close(by, day),
    "completion": lambda task, by, day: task.complete(by, day, forms.text("result"), forms.day("done_on")),
    "reopening": lambda task, by, day: task.reopen(by, day, forms.text("reason")),
    "postponement": lambda task, by, day: task.postpone(by, day, forms.text("reason"), forms.day("until")),
    "resumption": lambda task, by, day: task.resume(by, day),
    "cancellation": lambda task, by, day: task.cancel(by, day, forms.text("reason")),
    "restoration": lambda task, by, day: task.restore(by, day),
}
NAMES = f"<any({', '.join(repr(name) for name in VERBS)}):move>"
DONE = N_("Đã chuyển: %(label)s.")


@section.get("/moves")
@access.anyone
def menu(id: int) -> str | Response:
    """What the person may do with the task now: a menu, or as JSON what each column answers to a drop.

    A page that shows an older version is told so: what is open now may have no meaning for what it shows.
    """
    task, actor = load(Task, id), current_actor()
    is_stale = request.args.get("version", task.version, type=int) != task.version
    if request.accept_mimetypes.best == "application/json":
        return jsonify({"stale": True} if is_stale else _drops(task, actor))
    if is_stale:
        return fresh_for_stale(id)
    return render("tasks/menu.html", **_menu(task, actor))


@section.get(f"/{NAMES}/new")
@access.anyone
def new(id: int, move: str) -> str:
    """The form of a move that asks for something."""
    task = load(Task, id)
    found = move_named(move, task)
    label = next(m.label for m in MOVES if m.name == move)
    places = {"source": Word(STATE_LABELS[task.state]), "target": Word(label)}
    if found is None:
        raise Refusal(NOT_BY_RULE, **places)
    if not found.roles & current_actor().roles_on(task):
        raise NotAllowed(NOT_BY_ROLE, **places)
    return _form(task, found)


@section.post(f"/{NAMES}")
@access.anyone
@writes
def create(id: int, move: str) -> Response:
    """Makes the move."""
    line = next(m for m in MOVES if m.name == move)

    def verb(task: Task) -> None:
        VERBS[move](task, current_actor(), today())
        Placer()(task)  # a drop says between which cards
        attach_sent(task, current_actor(), move)

    form = (lambda task, sentence: _form(task, line, sentence)) if line.needs or line.offers else None
    return change(id, verb, say(DONE, label=Word(line.label)), form)


def _form(task: Task, move: Move, sentence: str | None = None) -> str:
    target = move.target or task.held_state or "planned"
    accept = accepted_with(move.name, task, current_actor())
    values = {"task": task, "move": move, "target": target, "accept": accept}
    return render("tasks/move_form.html", **values, sentence=sentence, entered=request.form)


def _menu(task: Task, actor: Actor) -> dict[str, object]:
    return {
        "task": task,
        "moves": list(open_moves(task, actor)),
        "is_clerk": _is_clerk(task, actor),
        "may_assign": bool(actor.roles_on(task) & {"head", "secretariat"}),
        "may_place": task.may_be_placed(actor),
        "may_undo": task.may_undo(actor, today()),
        "version": task.version,
        "state": task.state,
    }


def _is_clerk(task: Task, actor: Actor) -> bool:
    return "secretariat" in actor.roles_on(task)


def _drops(task: Task, actor: Actor) -> dict[str, object]:
    columns = {state: _drop(state, task, actor) for state in COLUMNS + HELD if state != task.state}
    board = (
        {"url": url_for("tasks.new_board", id=task.id)}
        if _is_clerk(task, actor)
        else {"why": say(N_("Chỉ Văn phòng được chuyển nhiệm vụ sang bộ phận khác."))}
    )
    return {"columns": columns, "board": board, "place": _place(task, actor)}


def _place(task: Task, actor: Actor) -> dict[str, object]:
    """What a drop elsewhere in the same column means."""
    return {} if task.may_be_placed(actor) else {"why": say(NOT_PLACED)}


def _drop(state: str, task: Task, actor: Actor) -> dict[str, object]:
    """What dropping the card into a column means: a move and its address, or the reason why not."""
    if why := why_not(state, task, actor):
        return {"why": say(why, source=Word(STATE_LABELS[task.state]), target=Word(STATE_LABELS[state]))}
    move = move_to(state, task)
    if move is None:
        return {"why": ""}
    asks = bool(move.needs or move.offers)
    endpoint = "tasks.new" if asks else "tasks.create"
    return {"url": url_for(endpoint, id=task.id, move=move.name), "asks": asks}
