"""A year's tasks with their whole history, loaded once, so that they can be seen as they stood on many days."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session, joinedload

from planner.as_of import TaskAsOf, as_of
from planner.models import Board, Change, Cooperation, Organisation, Task
from planner.queries import tasks_of_year


class YearOfTasks:
    """The tasks of an organisation's year as one looks on `day`; `on` tells how they stood on any day until then.

    With a board only those that it ever led or co-operated on: a board's report must not load the whole office.
    """

    def __init__(
        self, session: Session, organisation: Organisation, year: int, day: date, board: Board | None = None
    ) -> None:
        query = tasks_of_year(organisation.id, year, day).options(joinedload(Task.board), joinedload(Task.plan))
        if board is not None:
            query = query.where(_concerned(board))
        self.tasks = session.scalars(query.options(joinedload(Task.row))).all()
        ids = [task.id for task in self.tasks]
        self.lines = session.scalars(select(Change).where(Change.task_id.in_(ids)).order_by(Change.id)).all()
        self.board = board

    def on(self, day: date) -> list[TaskAsOf]:
        """The tasks at the end of a day, whoever led them."""
        return as_of(self.tasks, self.lines, day)

    def known_on(self, day: date) -> list[TaskAsOf]:
        """The board's tasks then, of plans that were here: nothing can be compared with a time before the plan came."""
        return [task for task in held_by(self.board, self.on(day)) if task.task.plan.imported_on <= day]


def held_by(board: Board | None, tasks: Iterable[TaskAsOf]) -> list[TaskAsOf]:
    """The tasks of one board, or all."""
    return [task for task in tasks if board is None or task.board_id == board.id]


def _concerned(board: Board) -> ColumnElement[bool]:
    """Whether a board leads a task or co-operates on it, or did so by what the history says."""
    helps = exists().where(Cooperation.task_id == Task.id, Cooperation.board_id == board.id)
    told = [
        facts[key].as_integer() == board.id
        for facts in (Change.before, Change.after)
        for key in ("board_id", "cooperator_id")
    ]
    of_office = Change.organisation_id == board.organisation_id
    before = select(Change.task_id).where(of_office, Change.task_id.is_not(None), or_(*told))
    return or_(Task.board_id == board.id, helps, Task.id.in_(before))
