"""The kanban: the tasks of a year in the columns of their states, in lanes by board if asked for."""

from collections import Counter
from collections.abc import Iterable
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
from webapp.cards import Card, narrowed
from webapp.etag import page_etag, unchanged
from webapp.extensions import db
from webapp.filters import Filters, filters
from webapp.language import current_language
from webapp.people import current_organisation
from webapp.year_cards import IN_ORDER, Known, YearCards, cards_of_year, changed_between

section = Blueprint("kanban", __name__)

WHOLE = 800  # so many cards are sent at once; of more only what a screen shows, the rest as one goes there
FIRST, FIRST_IN_LANE, MORE = 25, 8, 60


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
    lanes = _lanes(cards, _boards(organisation.id) if wanted.lanes else None)
    page = render("kanban.html", lanes=lanes, page_tag=_tag(organisation), **_about(year, cards, wanted))
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
    rest = [c for c in cards if c.state == state and lane in (None, c.row.board_id) and IN_ORDER(c) > after]
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
    year = cards_of_year(organisation, wanted.year)
    ids = changed_between(organisation, since, year.known)
    if ids is None:
        return make_response("", 205)
    cards = narrowed(year.cards, wanted)
    changed = [card for card in cards if card.row.id in ids]
    gone = ids - {card.row.id for card in changed}
    page = render("kanban/changes.html", changed=changed, gone=gone, **_about(year, cards, wanted))
    return _tagged(make_response(page), tag)


def _tagged(answer: Response, tag: str) -> Response:
    answer.set_etag(tag)
    return answer


def _tag(organisation: Organisation) -> str:
    """Stands for all that the cards of an organisation depend on."""
    grown = organisation.revision + organisation.arrangement
    return f"{organisation.id}-{grown}-{today()}-{current_language()}"


def _about(year: YearCards, cards: list[Card], wanted: Filters) -> dict[str, object]:
    """What stands around the cards: counts, the columns' heads, and how much of the history is known."""
    return {
        "counts": year.counts(wanted.board), "heads": _heads(cards), "known": year.known,
        "is_empty": not year.cards, "found": len(cards), "shown": len(cards), "of_all": len(year.cards),
        "helped": sum(wanted.board not in (None, card.row.board_id) for card in cards) if wanted.board else 0,
    }  # fmt: skip


def _boards(organisation_id: int) -> list[Board]:
    query = select(Board).where(Board.organisation_id == organisation_id).order_by(Board.position, Board.id)
    return list(db.session.scalars(query))


def _heads(cards: Iterable[Card]) -> list[tuple[str, str, int]]:
    """State, label and number of cards of every column."""
    found = Counter(card.state for card in cards)
    return [(state, STATE_LABELS[state], found[state]) for state in COLUMNS + HELD]


def _lanes(cards: list[Card], boards: list[Board] | None) -> list[Lane]:
    is_large = len(cards) > WHOLE
    if boards is None:
        return [Lane(None, _columns(cards, None, FIRST if is_large else None))]
    held: dict[int, list[Card]] = {}
    for card in cards:
        held.setdefault(card.row.board_id, []).append(card)
    most = FIRST_IN_LANE if is_large else None
    return [Lane(board, _columns(held[board.id], board.id, most)) for board in boards if board.id in held]


def _columns(cards: Iterable[Card], lane: int | None, most: int | None) -> list[Column]:
    by_state: dict[str, list[Card]] = {state: [] for state in COLUMNS + HELD}
    for card in cards:
        by_state[card.state].append(card)
    return [_column(state, found, lane, most) for state, found in by_state.items()]


def _column(state: str, cards: list[Card], lane: int | None, most: int | None) -> Column:
    """The first cards of a column, and the way to the rest."""
    sent = cards[:most]
    html = Markup("").join(card.html for card in sent)
    if len(sent) == len(cards):
        return Column(state, html)
    place, last = IN_ORDER(sent[-1])
    address = url_for("kanban.more", **filters().keep(), column=state, lane=lane, after=place, id=last)
    return Column(state, html, len(cards) - len(sent), address)
