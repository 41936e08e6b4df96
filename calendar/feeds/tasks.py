"""What a feed is made from, in a constant number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from feeds.identity import Stamps
from feeds.scopes import Scope
from planner.models import Board, Change, Organisation, Plan, Task


@dataclass(frozen=True, slots=True)
class Loaded:
    """Tasks with everything that their events say, and the stamps of each task's history by its id.

    `events` are bytes by task and language, as they get made: several scopes hold the same task.
    """

    tasks: Sequence[Task]
    stamps: dict[int, Stamps]
    events: dict[tuple[int, str], bytes] = field(default_factory=dict)


def load(session: Session, organisation: Organisation, scope: Scope | None = None) -> Loaded:
    """The tasks of a scope, or of the whole organisation. Three queries."""
    query = (
        select(Task)
        .where(Task.organisation_id == organisation.id, *_within(scope))
        .options(
            joinedload(Task.board).load_only(Board.name), joinedload(Task.plan).load_only(Plan.title),
            joinedload(Task.row), selectinload(Task.milestones),
        )
        .order_by(Task.plan_id, Task.position, Task.occurrence)
        .execution_options(populate_existing=True)  # a long session may hold tasks older than the revision
    )  # fmt: skip
    return Loaded(session.scalars(query).all(), _stamps(session, organisation))


def _within(scope: Scope | None) -> list[ColumnElement[bool]]:
    if scope is None or scope.boards is None:
        return []
    of_boards = Task.board_id.in_(scope.boards)
    return [or_(of_boards, Task.assignee_id == scope.person_id) if scope.person_id else of_boards]


def _stamps(session: Session, organisation: Organisation) -> dict[int, Stamps]:
    first, last = func.min(Change.at), func.max(Change.at)
    found = session.execute(
        select(Change.task_id, first, last)
        .where(Change.organisation_id == organisation.id, Change.task_id.is_not(None))
        .group_by(Change.task_id)
    )
    return {task_id: Stamps(created, modified) for task_id, created, modified in found if task_id is not None}
