"""The kanban: the tasks of a year in the columns of their states, in lanes by board if asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, make_response, request, url_for
from markupsafe import Markup
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.clock import today
from planner.models import Board, Organisation
from planner.moves import COLUMNS, HELD, STATE_LABELS
from webapp.access import access
from webapp.answers import render
from webapp.cards import WHOLE_PAGE, Card, html_of, narrowed
from webapp.etag import page_etag, unchanged
from webapp.extensions import db
from webapp.filters import Filters, filters
from webapp.keeping import Known, known_of, lines_between
from webapp.language import current_language
from webapp.people import current_organisation
from webapp.year_cards import YearCards, by_state, cards_of_year, in_order, tasks_of

section = Blueprint("kanban", __name__)

FIRST, FIRST_IN_LANE, MORE = 20, 8, 60
Columns = Mapping[str, list[Card]]  # by state


@dataclass(frozen=True)
class Column:
    """Cards of one state in one lane: those that are sent, how many are left, and where to ask for them."""

    state: str
    cards: Markup
    left: int = 0
    more: str = ""


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
    year = cards_of_year(organisation, wanted.year)
    cards = narrowed(year.cards, wanted)
    columns = year.by_state if cards is year.cards else by_state(cards)
    lanes = _lanes(columns, len(cards), _boards(organisation.id) if wanted.lanes else None)
    page = render("kanban.html", lanes=lanes, page_tag=_tag(organisation), **_about(year, columns, wanted))
    answer = make_response(page)
    if etag:
        answer.set_etag(etag)
    return answer


@section.get("/kanban/cards")
@access.anyone
def more() -> str:
    """The next cards of a column behind a place, and where the rest is."""
    wanted, lane = filters(), request.args.get("lane", type=int)
    state, after = request.args.get("column", ""), (request.args.get("after", ""), request.args.get("id", 0, type=int))
    cards = narrowed(cards_of_year(current_organisation(), wanted.year).cards, wanted)
    rest = [c for c in cards if c.state == state and lane in (None, c.row.board_id) and in_order(c) > after]
    return render("kanban/more.html", column=_column(state, rest, lane, MORE))


@section.get("/kanban/changes")
@access.anyone
def changes() -> Response:
    """For an open page: the cards that changed since it was made, as they are now; 304 when there are none.

    205 tells it to load itself anew: it shows another day or organisation, or what changed was more than cards.
    """
    organisation, wanted = current_organisation(), filters()
    tag = _tag(organisation)
    if request.if_none_match.contains(tag):
        return _tagged(make_response("", 304), tag)
    since = Known(request.args.get("since", 0, type=int), request.args.get("revision", 0, type=int))
    shown = (request.args.get("organisation", type=int), request.args.get("day"))
    if shown != (organisation.id, today().isoformat()):
        return make_response("", 205)
    lines = lines_between(organisation, since, known_of(organisation))
    ids = None if lines is None else tasks_of(lines)
    if ids is None:
        return make_response("", 205)
    year = cards_of_year(organisation, wanted.year)
    cards = narrowed(year.cards, wanted)
    changed = [card for card in cards if card.row.id in ids]
    gone = ids - {card.row.id for card in changed}
    columns = year.by_state if cards is year.cards else by_state(cards)
    page = render("kanban/changes.html", changed=changed, gone=gone, **_about(year, columns, wanted))
    return _tagged(make_response(page), tag)


def _tagged(answer: Response, tag: str) -> Response:
    answer.set_etag(tag)
    return answer


def _tag(organisation: Organisation) -> str:
    """Stands for all that the cards of an organisation depend on."""
    grown = organisation.revision + organisation.arrangement
    return f"{organisation.id}-{grown}-{today()}-{current_language()}"


def _about(year: YearCards, columns: Columns, wanted: Filters) -> dict[str, object]:
    """What stands around the cards: counts, the columns' heads, and how much of the history is known."""
    shown = sum(map(len, columns.values()))
    return {
        "counts": year.counts(wanted.board), "heads": _heads(columns), "known": known_of(current_organisation()),
        "is_empty": not year.cards, "found": shown, "shown": shown, "of_all": len(year.cards),
        "helped": _helped(columns, wanted.board),
    }  # fmt: skip


def _helped(columns: Columns, board: int | None) -> int:
    """How many of the cards another board leads than the one that is filtered for."""
    if board is None:
        return 0
    return sum(card.row.board_id != board for cards in columns.values() for card in cards)


def _boards(organisation_id: int) -> list[Board]:
    query = select(Board).where(Board.organisation_id == organisation_id).order_by(Board.position, Board.id)
    return list(db.session.scalars(query))


def _heads(columns: Columns) -> list[tuple[str, str, int]]:
    """State, label and number of cards of every column."""
    return [(state, STATE_LABELS[state], len(columns[state])) for state in COLUMNS + HELD]


def _lanes(columns: Columns, number: int, boards: list[Board] | None) -> list[Lane]:
    is_large = number > WHOLE_PAGE
    if boards is None:
        return [Lane(None, _columns(columns, None, FIRST if is_large else None))]
    held: dict[int, dict[str, list[Card]]] = {}
    for cards in columns.values():
        for card in cards:
            held.setdefault(card.row.board_id, by_state(()))[card.state].append(card)
    most = FIRST_IN_LANE if is_large else None
    return [Lane(board, _columns(held[board.id], board.id, most)) for board in boards if board.id in held]


def _columns(columns: Columns, lane: int | None, most: int | None) -> list[Column]:
    return [_column(state, columns[state], lane, most) for state in COLUMNS + HELD]


def _column(state: str, cards: list[Card], lane: int | None, most: int | None) -> Column:
    """The first cards of a column, and the way to the rest."""
    sent = cards[:most]
    html = html_of(sent)
    if len(sent) == len(cards):
        return Column(state, html)
    place, last = in_order(sent[-1])
    address = url_for("kanban.more", **filters().keep(), column=state, lane=lane, after=place, id=last)
    return Column(state, html, len(cards) - len(sent), address)
