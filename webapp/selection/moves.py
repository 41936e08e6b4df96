"""Several cards to one column: what each column answers, the form of a move that asks for something, and the move.

Which move that is follows from each card by the moves table; what they ask for is asked once, for all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import jsonify, request, url_for
from werkzeug.wrappers import Response

from planner.clock import today
from planner.errors import NotAllowed, Refusal, Stale
from planner.language import N_, Word
from planner.models import Task
from planner.moves import COLUMNS, HELD, NOT_BY_ROLE, NOT_BY_RULE, STATE_LABELS, STATES, Move, move_to, why_not
from webapp.access import access
from webapp.answers import refused, render, status_of
from webapp.language import say
from webapp.people import current_actor
from webapp.placer import Placer
from webapp.selection import section
from webapp.selection.doing import answer, do_each
from webapp.selection.picked import Picked, picked
from webapp.tasks.moves import VERBS
from webapp.writing import writes

MOVED = N_("Đã chuyển %(count)s thẻ.")
NO_CARD = N_("Không thẻ nào đã chọn chuyển được sang “%(target)s”.")


@dataclass(frozen=True)
class Way:
    """What moving the cards to a state means: the moves by card, and the reasons of those that cannot."""

    state: str
    moves: list[tuple[Task, Move]]
    closed: list[tuple[Task, str]]

    @property
    def fields(self) -> list[str]:
        """What the moves ask for or offer, each once."""
        return list(dict.fromkeys(field for _task, move in self.moves for field in (*move.needs, *move.offers)))


@section.get("/moves")
@access.anyone
def menu() -> str | Response:
    """The columns to which the cards can go: a menu, or as JSON what each column answers to a drop."""
    cards = picked()
    ways = [_way(state, cards) for state in COLUMNS + HELD]
    if request.accept_mimetypes.best == "application/json":
        return jsonify({"columns": {way.state: _drop(way) for way in ways}, "board": {"why": _one_by_one()}})
    return render("selection/menu.html", ways=[way for way in ways if way.moves], count=len(cards))


@section.get("/moves/new")
@access.anyone
def new_moves() -> str:
    """What the moves ask for, and which cards cannot go."""
    return _form(_way(_target(), picked()))


@section.post("/moves")
@access.anyone
@writes
def create_moves() -> Response | tuple[str, int]:
    """Moves every card that may go."""
    cards, state, place = picked(), _target(), Placer()
    way = _way(state, cards)

    def verb(task: Task) -> None:
        _move(task, state)
        place(task)

    outcome = do_each(cards, verb)
    if not outcome.done and way.fields and (error := _mendable(outcome.refused)):
        return _form(_way(state, picked()), refused(error)), status_of(error)
    return answer(outcome, MOVED)


def _target() -> str:
    state = request.values.get("to", "")
    if state not in STATES:
        raise Refusal(N_("Không có cột này trên bảng việc."))
    return state


def _move(task: Task, state: str) -> None:
    """The move that leads this task there, by its verb; the verb itself says who may."""
    move, places = move_to(state, task), _places(task, state)
    if move is None:
        raise Refusal(NOT_BY_RULE, **places)
    if not move.roles & current_actor().roles_on(task):
        raise NotAllowed(NOT_BY_ROLE, **places)
    VERBS[move.name](task, current_actor(), today())


def _places(task: Task, state: str) -> dict[str, Word]:
    return {"source": Word(STATE_LABELS[task.state]), "target": Word(STATE_LABELS[state])}


def _way(state: str, cards: Sequence[Picked]) -> Way:
    moves, closed = [], []
    for card in cards:
        move, why = move_to(state, card.task), why_not(state, card.task, current_actor())
        if move is not None and why is None:
            moves.append((card.task, move))
        elif card.task.state != state:
            closed.append((card.task, say(why or "", **_places(card.task, state))))
    return Way(state, moves, closed)


def _drop(way: Way) -> dict[str, object]:
    """What a drop of all cards means: asked about when something is needed or not every card can go."""
    if not way.moves:
        return {"why": say(NO_CARD, target=Word(STATE_LABELS[way.state]))} if way.closed else {}
    asks = bool(way.fields or way.closed)
    return {"url": url_for("selection.new_moves" if asks else "selection.create_moves"), "asks": asks, "to": way.state}


def _one_by_one() -> str:
    return say(N_("Chuyển bộ phận thực hiện với từng thẻ."))


def _mendable(failures: Sequence[tuple[Task, Refusal]]) -> Refusal | None:
    """A refusal that is about what was entered."""
    return next((error for _task, error in failures if not isinstance(error, Stale | NotAllowed)), None)


def _form(way: Way, sentence: str | None = None) -> str:
    return render("selection/move_form.html", way=way, fields=way.fields, sentence=sentence, entered=request.form)
