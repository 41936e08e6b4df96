"""What the filters offer, and in words what they are set to: each with the address that leaves it out."""

from typing import Any, NamedTuple

from flask import g
from sqlalchemy import CompoundSelect, func, literal, select

from planner.language import N_
from planner.models import Board, Person, Plan, PlanRow, Task
from planner.moves import STATE_LABELS
from planner.standing import LABELS
from planner.text import fold
from webapp.extensions import db
from webapp.filters import NOBODY, UNDATED, Filters, filters
from webapp.keeping import kept_through_moves
from webapp.language import say
from webapp.people import current_organisation

NO_ONE, NO_MONTH = N_("Chưa giao"), N_("Chưa xác định thời gian")


class Choices(NamedTuple):
    """`people` are those to whom something is assigned, `sections` those of the plans of a year."""

    boards: dict[int, str]
    people: dict[int, str]
    sections: list[str]


class Chosen(NamedTuple):
    """A filter that is set: what it is called, what it is set to, the arguments of the address without it."""

    label: str
    value: str
    without: dict[str, Any]


def filter_choices() -> Choices:
    """What may be chosen, once a request; one query, since every page with filters asks."""
    if "filter_choices" not in g:
        organisation, year = current_organisation(), filters().year
        g.filter_choices = kept_through_moves(organisation, ("choices", year), lambda: _load(organisation.id, year))
    return g.filter_choices


def _load(organisation_id: int, year: int) -> Choices:
    found: dict[str, list[tuple[int, int, str]]] = {"board": [], "person": [], "section": []}
    for kind, place, number, name in db.session.execute(_query(organisation_id, year)):
        found[kind].append((place, number, name))
    boards = {number: name for _place, number, name in sorted(found["board"])}
    people = {number: name for _place, number, name in sorted(found["person"], key=lambda one: fold(one[2]))}
    return Choices(boards, people, [name for _place, _first, name in sorted(found["section"])])


def _query(organisation_id: int, year: int) -> CompoundSelect[Any]:
    boards = select(literal("board"), Board.position, Board.id, Board.name)
    assigned = select(Task.assignee_id).where(Task.organisation_id == organisation_id)
    people = select(literal("person"), literal(0), Person.id, Person.name).where(Person.id.in_(assigned))
    first = func.min(PlanRow.id)
    sections = (
        select(literal("section"), first, first, PlanRow.section).join(Plan, Plan.id == PlanRow.plan_id)
        .where(Plan.organisation_id == organisation_id, Plan.first_year <= year, Plan.last_year >= year,
               PlanRow.section != "", PlanRow.ended_issue.is_(None))
        .group_by(PlanRow.section)
    )  # fmt: skip
    return boards.where(Board.organisation_id == organisation_id).union_all(people, sections)


def chosen_filters() -> list[Chosen]:
    """The filters that are set, in the order of the form."""
    wanted, offered = filters(), filter_choices()
    found = [
        (N_("Bộ phận"), offered.boards.get(wanted.board or 0, "?"), "board", wanted.board is not None),
        (N_("Phối hợp"), say(N_("cả việc phối hợp")), "cooperating", wanted.cooperating and wanted.board is not None),
        (N_("Tình trạng thời hạn"), say(LABELS.get(wanted.standing or "", "")), "standing", bool(wanted.standing)),
        (N_("Trạng thái"), say(STATE_LABELS.get(wanted.state or "", "")), "state", bool(wanted.state)),
        (N_("Tháng"), _month(wanted), "month", wanted.month is not None),
        (N_("Người phụ trách"), _person(wanted, offered), "person", wanted.person is not None),
        (N_("Mục"), wanted.section, "section", bool(wanted.section)),
        (N_("Tìm"), f"“{wanted.q}”", "q", bool(wanted.q)),
    ]
    empty = {"cooperating": False, "section": "", "q": ""}
    return [
        Chosen(say(label), value, wanted.keep(**{name: empty.get(name)}))
        for label, value, name, is_set in found if is_set
    ]  # fmt: skip


def _month(wanted: Filters) -> str:
    return say(NO_MONTH) if wanted.month == UNDATED else f"{wanted.month}/{wanted.year}"


def _person(wanted: Filters, offered: Choices) -> str:
    return say(NO_ONE) if wanted.person == NOBODY else offered.people.get(wanted.person or 0, "?")
