"""The kanban: the tasks of a year in the columns of their states, in lanes by board if asked for."""

from dataclasses import dataclass

from flask import Blueprint, make_response
from markupsafe import Markup
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.clock import today
from planner.counts import Counts, count
from planner.models import Board
from planner.moves import COLUMNS, HELD, STATE_LABELS
from planner.queries import touches_year
from webapp.access import access
from webapp.answers import render
from webapp.cards import Card, load_cards, narrowed
from webapp.etag import page_etag, unchanged
from webapp.extensions import db
from webapp.filters import filters
from webapp.people import current_organisation

section = Blueprint("kanban", __name__)


@dataclass(frozen=True)
class Column:
    """The cards of one state in one lane."""

    state: str
    count: int
    cards: Markup


@dataclass(frozen=True)
class Lane:
    """A board's row of columns; without a board, the only one."""

    board: Board | None
    columns: list[Column]


@section.get("/")
@access.anyone
def show() -> Response:
    etag = page_etag()
    if answer := unchanged(etag):
        return answer
    wanted, organisation = filters(), current_organisation()
    everything = load_cards(organisation.id, touches_year(wanted.year, today()), wanted.year)
    cards = narrowed(everything, wanted)
    boards = _boards(organisation.id)
    page = render(
        "kanban.html",
        lanes=_lanes(cards, boards if wanted.lanes else None), boards=boards, heads=_heads(cards),
        counts=_counts(everything, wanted.board), is_empty=not everything, found=len(cards),
        shown=len(cards), of_all=len(everything),
        helped=sum(wanted.board not in (None, card.row.board_id) for card in cards),
    )  # fmt: skip
    answer = make_response(page)
    if etag:
        answer.set_etag(etag)
    return answer


def _boards(organisation_id: int) -> list[Board]:
    query = select(Board).where(Board.organisation_id == organisation_id).order_by(Board.position, Board.id)
    return list(db.session.scalars(query))


def _heads(cards: list[Card]) -> list[tuple[str, str, int]]:
    """State, label and number of cards of every column."""
    return [(state, STATE_LABELS[state], sum(c.state == state for c in cards)) for state in COLUMNS + HELD]


def _lanes(cards: list[Card], boards: list[Board] | None) -> list[Lane]:
    if boards is None:
        return [Lane(None, _columns(cards))]
    held = {board.id: [c for c in cards if c.row.board_id == board.id] for board in boards}
    return [Lane(board, _columns(held[board.id])) for board in boards if held[board.id]]


def _columns(cards: list[Card]) -> list[Column]:
    by_state: dict[str, list[Markup]] = {state: [] for state in COLUMNS + HELD}
    for card in cards:
        by_state[card.state].append(card.html)
    return [Column(state, len(found), Markup("").join(found)) for state, found in by_state.items()]


def _counts(cards: list[Card], board: int | None) -> Counts:
    """The official counts of the year, or of the board that is filtered for."""
    return count(card for card in cards if board in (None, card.row.board_id))
