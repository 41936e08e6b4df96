"""My work: what is assigned to me, and my board's if I head it; what is due first stands first.

Above stands what waits for a word of mine. Below stand, under headings of their own and in no count, what a head's
board co-operates on and what I follow.
"""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint
from sqlalchemy import ColumnElement, and_, exists, or_

from planner.clock import today
from planner.counts import count
from planner.language import N_
from planner.models import Follow, Task
from planner.moves import HELD
from planner.queries import cooperates, touches_year
from planner.standing import current_milestone
from webapp.access import access
from webapp.answers import render
from webapp.bell import line_address, say_concern
from webapp.cards import Card, load_cards, narrowed
from webapp.filters import filters
from webapp.people import current_actor, current_organisation
from webapp.to_do import to_do

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
OVER = ("done", *HELD)
HELPED, FOLLOWED = N_("Phối hợp"), N_("Đang theo dõi")


@dataclass(frozen=True)
class Group:
    label: str
    cards: list[Card]


@section.get("/mine")
@access.anyone
def show() -> str:
    waiting = to_do()
    wanted, headed = filters(), _headed()
    is_mine = or_(Task.assignee_id == current_actor().person_id, Task.board_id.in_(headed))
    cards = _load(is_mine)
    mine = {card.row.id for card in cards}
    others = [card for card in _load(cooperates(headed)) if card.row.id not in mine] if headed else []
    seen = mine | {card.row.id for card in others}
    followed = [card for card in _load(_is_followed()) if card.row.id not in seen]
    groups = _groups(narrowed(cards, wanted))
    groups += _beside(HELPED, narrowed(others, wanted)) + _beside(FOLLOWED, narrowed(followed, wanted))
    return render(
        "mine.html", groups=groups, counts=count(cards), helped=len(others), is_head=bool(headed),
        shown=sum(len(group.cards) for group in groups), of_all=len(cards) + len(others) + len(followed),
        to_do=waiting, say_concern=say_concern, line_address=line_address,
    )  # fmt: skip


def _is_followed() -> ColumnElement[bool]:
    return exists().where(Follow.task_id == Task.id, Follow.person_id == current_actor().person_id)


def _headed() -> list[int]:
    """The boards that I head in the open organisation."""
    here = current_organisation().id
    return [r.board_id for r in current_actor().roles if r.name == "head" and r.organisation_id == here and r.board_id]


def _load(condition: ColumnElement[bool]) -> list[Card]:
    year = filters().year
    return load_cards(current_organisation().id, and_(condition, touches_year(year, today())), year)


def _groups(cards: list[Card]) -> list[Group]:
    by_kind: dict[str | None, list[Card]] = {}
    for card in sorted(cards, key=_urgency):
        by_kind.setdefault(card.standing.kind if card.standing else None, []).append(card)
    groups = (Group(label, [c for kind in kinds for c in by_kind.get(kind, [])]) for label, kinds in GROUPS)
    return [group for group in groups if group.cards]


def _beside(label: str, cards: list[Card]) -> list[Group]:
    """What others lead, in one group: what is over stands last."""
    in_order = sorted(cards, key=lambda card: (card.state in OVER, _urgency(card)))
    return [Group(label, in_order)] if cards else []


def _urgency(card: Card) -> date:
    """The deadline of what is to be done next."""
    milestone = current_milestone(card.row.dates)
    return (milestone.deadline if milestone else None) or date.max
