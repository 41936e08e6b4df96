"""My work: what is assigned to me, and my board's if I head it; what is due first stands first."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint
from sqlalchemy import and_, or_

from planner.clock import today
from planner.counts import count
from planner.language import N_
from planner.models import Task
from planner.queries import touches_year
from planner.standing import current_milestone
from webapp.access import access
from webapp.answers import render
from webapp.cards import Card, load_cards, narrowed
from webapp.filters import filters
from webapp.people import current_actor, current_organisation

section = Blueprint("mine", __name__)

GROUPS = (
    (N_("Quá hạn"), ("overdue",)),
    (N_("Sắp đến hạn"), ("due_soon",)),
    (N_("Trong hạn"), ("in_term",)),
    (N_("Chưa đến hạn"), ("not_due",)),
    (N_("Chưa xác định thời gian"), ("undated",)),
    (N_("Tạm hoãn, hủy"), (None,)),
    (N_("Hoàn thành"), ("done_on_time", "done_late")),
)


@dataclass(frozen=True)
class Group:
    label: str
    cards: list[Card]


@section.get("/mine")
@access.anyone
def show() -> str:
    actor, organisation, wanted = current_actor(), current_organisation(), filters()
    headed = [r.board_id for r in actor.roles if r.name == "head" and r.organisation_id == organisation.id]
    is_mine = or_(Task.assignee_id == actor.person_id, Task.board_id.in_(headed))
    cards = load_cards(organisation.id, and_(is_mine, touches_year(wanted.year, today())), wanted.year)
    found = narrowed(cards, wanted)
    return render("mine.html", groups=_groups(found), counts=count(cards), is_head=bool(headed))


def _groups(cards: list[Card]) -> list[Group]:
    by_kind: dict[str | None, list[Card]] = {}
    for card in sorted(cards, key=_urgency):
        by_kind.setdefault(card.standing.kind if card.standing else None, []).append(card)
    groups = (Group(label, [c for kind in kinds for c in by_kind.get(kind, [])]) for label, kinds in GROUPS)
    return [group for group in groups if group.cards]


def _urgency(card: Card) -> date:
    """The deadline of what is to be done next."""
    milestone = current_milestone(card.row.dates)
    return (milestone.deadline if milestone else None) or date.max
