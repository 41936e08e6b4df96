"""The year by person: who has how much, and what; the secretariat and heads assign by dragging a card to somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, request
from sqlalchemy import ColumnElement, select

from planner.clock import today
from planner.counts import Counts, count
from planner.models import Person, Task
from planner.moves import HELD
from planner.queries import touches_year
from planner.standing import current_milestone
from webapp.access import access
from webapp.answers import render
from webapp.assignable import Assignable, everybody
from webapp.cards import WHOLE_PAGE, Card, load_cards, narrowed
from webapp.extensions import db
from webapp.filters import NOBODY, filters
from webapp.people import current_actor, current_organisation

section = Blueprint("persons", __name__)

OVER = ("done", *HELD)
ASSIGNERS = {"head", "secretariat"}
FIRST = 30  # cards of everybody that are sent at once when there are more than fit on a page


@dataclass(frozen=True)
class Column:
    """A person's work, or with the id NOBODY what is not assigned. `takes` are boards whose cards may be dropped here,
    None for every board's."""

    id: int
    name: str
    takes: frozenset[int] | None
    counts: Counts
    open: list[Card]
    over: list[Card]


@dataclass
class _At:
    """A place, as roles are asked for it."""

    organisation_id: int
    board_id: int


@section.get("/persons")
@access.anyone
def show() -> str:
    organisation, wanted = current_organisation(), filters()
    in_year = touches_year(wanted.year, today())
    everything = load_cards(organisation.id, in_year, wanted.year)
    cards, who = narrowed(everything, wanted), _assignees(organisation.id, in_year)
    boards = _boards_to_assign({card.row.board_id for card in everything})
    is_large = len(cards) > WHOLE_PAGE and not request.args.get("all")
    columns = _columns(cards, who, everybody(organisation.id) if boards else [])
    return render(
        "persons/show.html", columns=columns, may_assign=boards, is_empty=not everything, shown=len(cards),
        of_all=len(everything), most=FIRST if is_large else None,
    )  # fmt: skip


def _assignees(organisation_id: int, in_year: ColumnElement[bool]) -> dict[int, tuple[int, str]]:
    """Task → the id and name of who has it; NOBODY is left out."""
    query = select(Task.id, Person.id, Person.name).join(Person, Person.id == Task.assignee_id)
    found = db.session.execute(query.where(Task.organisation_id == organisation_id, in_year)).tuples()
    return {task: (person, name) for task, person, name in found}


def _boards_to_assign(boards: Iterable[int]) -> set[int]:
    """Those boards whose tasks the person signed in may assign."""
    here, actor = current_organisation().id, current_actor()
    return {board for board in boards if actor.roles_on(_At(here, board)) & ASSIGNERS}


def _columns(cards: list[Card], who: dict[int, tuple[int, str]], assignable: list[Assignable]) -> list[Column]:
    """Nobody first; then, by name, all who have something or may be given some of it."""
    held: dict[int, list[Card]] = {}
    for card in cards:
        held.setdefault(who[card.row.id][0] if card.row.id in who else NOBODY, []).append(card)
    takes = {one.id: None if one.everywhere else one.boards for one in assignable}
    names = {person: name for person, name in who.values() if person in held} | {
        one.id: one.name for one in assignable if one.id in held or _fits(one, cards)
    }
    people = sorted(names, key=lambda person: names[person])
    nobody = _column(NOBODY, "", None, held.get(NOBODY, []))
    return [nobody, *(_column(one, names[one], takes.get(one, frozenset()), held.get(one, [])) for one in people)]


def _fits(one: Assignable, cards: list[Card]) -> bool:
    """Whether any of these cards may be theirs."""
    return filters().person is None and (one.everywhere or any(card.row.board_id in one.boards for card in cards))


def _column(id: int, name: str, takes: frozenset[int] | None, cards: list[Card]) -> Column:
    ordered = sorted(cards, key=_urgency)
    over = [card for card in ordered if card.state in OVER]
    return Column(id, name, takes, count(cards), [card for card in ordered if card.state not in OVER], over)


def _urgency(card: Card) -> date:
    """The deadline of what is to be done next."""
    milestone = current_milestone(card.row.dates)
    return (milestone.deadline if milestone else None) or date.max
