"""What the kanban reads of tasks: one query of plain columns, whatever their number."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import joinedload

from planner.models import Board, Cooperation, Milestone, Person, Task
from planner.places import place_column, place_of
from planner.standing import TaskDates
from webapp.card_marks import BARE, Marks
from webapp.extensions import db

Bodies = tuple[tuple[str, int | None], ...]  # co-operating bodies: the name that is shown, the board if it is one


class Dates(NamedTuple):
    """A milestone's days, as a standing takes them."""

    kind: str
    start: date | None
    finish: date | None
    deadline: date | None
    done_on: date | None
    was_moved: bool


class CardRow(NamedTuple):
    """A task with its two milestones, if it has them: everything that a card shows."""

    id: int
    version: int
    state: str
    held_until: date | None
    place: str
    occurrence: int
    occurrences: int
    number: str
    title: str
    board_id: int
    board: str
    assignee: str | None
    submit: Dates | None
    execute: Dates | None
    cooperating: Bodies
    marks: Marks

    @property
    def dates(self) -> TaskDates:
        return TaskDates(self.state, self.submit, self.execute)


def held_once() -> Callable[[Any], Any]:
    """For the values of many lines: a text or day that others have too is held once, which halves what they take."""
    seen: dict[Any, Any] = {}

    def once(value: Any) -> Any:
        return seen.setdefault(value, value) if isinstance(value, (str, date)) else value

    return once


def card_row(line: Sequence[Any], cooperating: Bodies = (), marks: Marks = BARE) -> CardRow:
    """A line of the query, put together."""
    submit, execute = Dates(*line[12:18]), Dates(*line[18:24])
    milestones = (submit if submit.kind else None, execute if execute.kind else None)
    return CardRow._make((*line[:12], *milestones, cooperating, marks))


def row_of(task: Task, marks: Marks = BARE) -> CardRow:
    """The same of a task that is loaded."""
    submit, execute = (_dates_of(task.milestone(kind)) for kind in ("submit", "execute"))
    return CardRow(
        task.id, task.version, task.state, task.held_until, place_of(task), task.occurrence, task.occurrences,
        task.number, task.title, task.board_id, task.board.name,
        task.assignee.name if task.assignee else None, submit, execute,
        tuple(dict.fromkeys((c.label, c.board_id) for c in task.cooperations)),
        marks,
    )  # fmt: skip


def _dates_of(one: Milestone | None) -> Dates | None:
    if one is None:
        return None
    was_moved = (one.start, one.finish) != (one.first_start, one.first_finish)
    return Dates(one.kind, one.start, one.finish, one.deadline, one.done_on, was_moved)


def _select() -> Select[Any]:
    # Tables instead of models: no identity map, no state a row.
    task, board, person = Task.__table__.c, Board.__table__.c, Person.__table__.c
    submit, execute = Milestone.__table__.alias("submit"), Milestone.__table__.alias("execute")
    return (
        select(
            task.id, task.version, task.state, task.held_until, place_column(task), task.occurrence, task.occurrences,
            task.number, task.title, task.board_id, board.name, person.name,
            *_columns(submit), *_columns(execute),
        )
        .join_from(Task.__table__, Board.__table__, board.id == task.board_id)
        .outerjoin(Person.__table__, person.id == task.assignee_id)
        .outerjoin(submit, and_(submit.c.task_id == task.id, submit.c.kind == "submit"))
        .outerjoin(execute, and_(execute.c.task_id == task.id, execute.c.kind == "execute"))
        .order_by(place_column(task), task.id)
    )  # fmt: skip


def _columns(milestone: Any) -> Sequence[ColumnElement[Any]]:
    one = milestone.c
    was_moved = one.start.is_distinct_from(one.first_start) | one.finish.is_distinct_from(one.first_finish)
    return [one.kind, one.start, one.finish, one.deadline, one.done_on, was_moved]


EVERY = _select()
# What a task is loaded with so that its card needs no more queries.
FOR_CARD = (
    joinedload(Task.milestones),
    joinedload(Task.cooperations),
    joinedload(Task.organisation),
    joinedload(Task.board),
    joinedload(Task.assignee).lazyload(Person.memberships),
)


def rows_of(organisation_id: int, condition: ColumnElement[bool]) -> Select[Any]:
    """The tasks of an organisation that meet a condition, in the order of their cards."""
    return EVERY.where(Task.organisation_id == organisation_id, condition)


def cooperating_on(task_ids: Collection[int]) -> dict[int, Bodies]:
    """Who co-operates on these tasks, each body once, in the document's order. One query."""
    if not task_ids:
        return {}
    one, board = Cooperation.__table__.c, Board.__table__.c
    query = (
        select(one.task_id, func.coalesce(board.name, one.name), one.board_id)
        .join_from(Cooperation.__table__, Board.__table__, board.id == one.board_id, isouter=True)
        # A range instead of thousands of ids: a plan's tasks have neighbouring ones.
        .where(one.task_id.between(min(task_ids), max(task_ids)))
        .order_by(one.id)
    )
    found: dict[int, dict[tuple[str, int | None], None]] = {}
    for task_id, label, board_id in db.session.execute(query).all():
        found.setdefault(task_id, {})[label, board_id] = None
    return {task_id: tuple(bodies) for task_id, bodies in found.items()}
