"""What the overdue review shows: late tasks by board and age, with the end of their history and the last reminder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload

from planner.ageing import BANDS
from planner.base import Base
from planner.models import Board, Change, Milestone, Notice, Task
from planner.moves import HELD
from planner.queries import touches_year
from planner.standing import Standing
from webapp.extensions import db
from webapp.filters import filters
from webapp.narrowing import chooser, stands

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
        return self.standing.days or 0


@dataclass(frozen=True)
class Group:
    """A board's late tasks, the latest first."""

    board: Board
    items: list[Item]

    def ages(self) -> list[int]:
        """How many there are of each band."""
        return [sum(band.holds(item.days) for item in self.items) for band in BANDS]


def overdue_of_year(organisation_id: int, year: int, day: date) -> list[Item]:
    """The late tasks of a year: four queries, whatever their number."""
    return _load(_late(organisation_id, day).where(touches_year(year, day)), day)


def overdue_elsewhere(organisation_id: int, year: int, day: date) -> int:
    """How many tasks are late that the open year does not show."""
    return len(_items(_late(organisation_id, day).where(~touches_year(year, day)), day))


def overdue_where(condition: ColumnElement[bool], organisation_id: int, day: date) -> list[Item]:
    """The late tasks among some."""
    return _load(_late(organisation_id, day).where(condition), day)


def narrowed(items: Iterable[Item]) -> list[Item]:
    """Those that the filters leave."""
    chosen = chooser(filters())
    return [item for item in items if chosen(item.task.id) and stands(filters(), item.standing)]


def _late(organisation_id: int, day: date) -> Select[tuple[Task]]:
    """Tasks that may be late; only their standing tells for sure."""
    late = select(Milestone.task_id).where(Milestone.deadline < day, Milestone.done_on.is_(None))
    return (
        select(Task)
        .where(Task.organisation_id == organisation_id, Task.state.not_in(("done", *HELD)), Task.id.in_(late))
        .options(joinedload(Task.board), joinedload(Task.assignee))
        .order_by(Task.plan_id, Task.position, Task.occurrence)
    )


def _items(query: Select[tuple[Task]], day: date) -> list[Item]:
    found = [(task, task.standing(day), task.current) for task in db.session.scalars(query)]
    return [
        Item(task, standing, current)
        for task, standing, current in found
        if standing is not None and standing.kind == "overdue" and isinstance(current, Milestone)
    ]


def _load(query: Select[tuple[Task]], day: date) -> list[Item]:
    items = _items(query, day)
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
    query = select(Change).where(Change.task_id.in_(_ids([item.task for item in items]))).order_by(Change.id.desc())
    lines: dict[int, list[Change]] = {}
    for change in db.session.scalars(query):
        lines.setdefault(change.task_id or 0, []).append(change)
    return lines


def _ids(rows: Iterable[Base]) -> list[int]:
    return [row.id for row in rows]  # type: ignore[attr-defined]


def by_board(items: Sequence[Item]) -> list[Group]:
    """Groups in the boards' own order."""
    boards = sorted({item.task.board for item in items}, key=lambda board: (board.position, board.id))
    return [
        Group(board, sorted((i for i in items if i.task.board_id == board.id), key=lambda i: -i.days))
        for board in boards
    ]
