"""What the overdue review shows: late tasks by board and age, with the end of their history and the last reminder."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import and_, func, select
from sqlalchemy.orm import joinedload

from planner.ageing import BANDS
from planner.models import Board, Change, Milestone, Notice, Organisation, Task
from planner.models.change import FOLLOWING
from planner.moves import HELD
from planner.queries import touches_year
from planner.standing import Standing
from webapp.cards import Card, load_cards
from webapp.extensions import db
from webapp.year_cards import cards_of_year

EXCERPT = 3  # lines of history; the whole stands on the task's page


@dataclass
class Item:
    """A late task on a day. `reminded_on` is the day of the last letter about its current milestone."""

    task: Task
    standing: Standing
    milestone: Milestone
    reminded_on: date | None = None
    changes: list[Change] = field(default_factory=list)

    @property
    def days(self) -> int:
        return days_of(self.standing)


@dataclass(frozen=True)
class Group:
    """A board's late tasks, the latest first, and those of them that are shown."""

    board: Board
    late: list[Card]
    shown: list[Item]

    def ages(self) -> list[int]:
        """How many there are of each band."""
        return [sum(band.holds(days_of(card.standing)) for card in self.late) for band in BANDS]


def days_of(standing: Standing | None) -> int:
    return (standing.days if standing else None) or 0


def late_of_year(organisation: Organisation, year: int) -> list[Card]:
    """The late tasks of a year: by board in the boards' order, the latest first."""
    late = _late(cards_of_year(organisation, year).cards)
    place = {board.id: at for at, board in enumerate(boards_of(organisation.id))}
    last = len(place)  # for a board that was merged since the cards were read
    return sorted(late, key=lambda card: (place.get(card.row.board_id, last), -days_of(card.standing)))


def late_elsewhere(organisation: Organisation, year: int, day: date) -> int:
    """How many tasks are late that the open year does not show."""
    behind = select(Milestone.task_id).where(Milestone.deadline < day, Milestone.done_on.is_(None))
    may_be = and_(~touches_year(year, day), Task.state.not_in(("done", *HELD)), Task.id.in_(behind))
    return len(_late(load_cards(organisation.id, may_be, year)))


def _late(cards: Iterable[Card]) -> list[Card]:
    return [card for card in cards if card.standing is not None and card.standing.kind == "overdue"]


def by_board(late: list[Card], organisation_id: int, day: date, most: int | None = None) -> list[Group]:
    """Groups in the boards' order, of each the first items. Four queries, whatever the number of tasks."""
    held: dict[int, list[Card]] = {}
    for card in late:
        held.setdefault(card.row.board_id, []).append(card)
    items = {item.task.id: item for item in items_of([c.row.id for cards in held.values() for c in cards[:most]], day)}
    return [
        Group(board, held[board.id], [items[c.row.id] for c in held[board.id][:most] if c.row.id in items])
        for board in boards_of(organisation_id)
        if board.id in held
    ]


def boards_of(organisation_id: int) -> list[Board]:
    query = select(Board).where(Board.organisation_id == organisation_id).order_by(Board.position, Board.id)
    return list(db.session.scalars(query))


def tasks_of(late: list[Card]) -> list[Task]:
    """The tasks themselves, in the same order."""
    found = {task.id: task for task in db.session.scalars(select(Task).where(Task.id.in_(_ids(late))))}
    return [found[card.row.id] for card in late]


def _ids(late: Iterable[Card]) -> list[int]:
    return [card.row.id for card in late]


def items_of(task_ids: list[int], day: date) -> list[Item]:
    """Those of some tasks that are late, in any order: three queries."""
    query = select(Task).where(Task.id.in_(task_ids)).options(joinedload(Task.board), joinedload(Task.assignee))
    found = [(task, task.standing(day), task.current) for task in db.session.scalars(query)]
    items = [
        Item(task, standing, current)
        for task, standing, current in found
        if standing is not None and standing.kind == "overdue" and isinstance(current, Milestone)
    ]
    reminded, lines = _reminded(items), _lines(items)
    for item in items:
        item.reminded_on = reminded.get(item.milestone.id)
        item.changes = lines.get(item.task.id, [])[:EXCERPT]
    return items


def _reminded(items: Iterable[Item]) -> dict[int, date]:
    ids = [item.milestone.id for item in items]
    query = select(Notice.milestone_id, func.max(Notice.on)).where(Notice.milestone_id.in_(ids))
    return dict(db.session.execute(query.group_by(Notice.milestone_id)).tuples().all())


def _lines(items: Iterable[Item]) -> dict[int, list[Change]]:
    """The history of each task, the newest line first."""
    ids = [item.task.id for item in items]
    lines: dict[int, list[Change]] = {}
    told = select(Change).where(Change.task_id.in_(ids), Change.verb.not_in(FOLLOWING))
    for change in db.session.scalars(told.order_by(Change.id.desc())):
        lines.setdefault(change.task_id or 0, []).append(change)
    return lines
