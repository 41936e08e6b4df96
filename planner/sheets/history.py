"""A year's tasks with their whole history, loaded once, so that they can be seen as they stood on many days."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from planner.as_of import TaskAsOf, as_of
from planner.models import Board, Change, Organisation, Task
from planner.queries import tasks_of_year


class YearOfTasks:
    """The tasks of an organisation's year as one looks on `day`; `on` tells how they stood on any day until then."""

    def __init__(self, session: Session, organisation: Organisation, year: int, day: date) -> None:
        query = tasks_of_year(organisation.id, year, day).options(joinedload(Task.board), joinedload(Task.plan))
        self.tasks = session.scalars(query.options(joinedload(Task.row))).all()
        ids = [task.id for task in self.tasks]
        self.lines = session.scalars(select(Change).where(Change.task_id.in_(ids)).order_by(Change.id)).all()

    def on(self, day: date, board: Board | None = None) -> list[TaskAsOf]:
        """The tasks at the end of a day, of one board or of all."""
        return held_by(board, as_of(self.tasks, self.lines, day))

    def known_on(self, day: date, board: Board | None = None) -> list[TaskAsOf]:
        """Only those whose plan was here by then: nobody can be compared with a time before the plan came."""
        return [task for task in self.on(day, board) if task.task.plan.imported_on <= day]


def held_by(board: Board | None, tasks: Iterable[TaskAsOf]) -> list[TaskAsOf]:
    """The tasks of one board, or all."""
    return [task for task in tasks if board is None or task.board_id == board.id]
