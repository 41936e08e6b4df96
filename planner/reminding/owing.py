"""What a day owes to each board: the tasks whose current milestone is to be called to mind."""

from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from planner.models import Board, Milestone, Notice, Organisation, Task, work_calendar
from planner.moves import HELD
from planner.reminding.slots import Slot, owed_slots
from planner.workdays import WorkCalendar

HORIZON = timedelta(days=7)


class Owed(NamedTuple):
    """A task, the milestone that it is to be reminded of, and why."""

    task: Task
    milestone: Milestone
    slot: Slot


def current_of(task: Task) -> Milestone | None:
    """The stored milestone that gives the task its standing, if the task's clock runs and it is not done."""
    current = task.current
    if task.state in ("done", *HELD) or not isinstance(current, Milestone) or current.done_on is not None:
        return None
    return current


def owed_to(session: Session, organisation: Organisation, day: date) -> dict[Board, list[Owed]]:
    """What is owed to each board on a day in Việt Nam; nothing on a day off. Boards in their own order."""
    calendar = work_calendar(session)
    if not calendar.is_working(day):
        return {}
    noted = _noted(session, organisation)
    found: dict[Board, list[Owed]] = {}
    for task in _due_tasks(session, organisation, day):
        if owed := _owed(task, day, noted, calendar):
            found.setdefault(task.board, []).append(owed)
    return dict(sorted(found.items(), key=lambda item: (item[0].position, item[0].id)))


def boards_owed(session: Session, organisation: Organisation, day: date) -> list[Board]:
    """The boards to which a day owes a reminder."""
    return list(owed_to(session, organisation, day))


def _owed(task: Task, day: date, noted: set[str], calendar: WorkCalendar) -> Owed | None:
    milestone = current_of(task)
    if milestone is None or milestone.deadline is None:
        return None
    slot = owed_slots(milestone.id, milestone.deadline, task.plan.imported_on, day, noted, calendar)
    return Owed(task, milestone, slot) if slot else None


def _due_tasks(session: Session, organisation: Organisation, day: date) -> list[Task]:
    near = select(Milestone.task_id).where(Milestone.deadline <= day + HORIZON, Milestone.done_on.is_(None))
    query = (
        select(Task)
        .where(Task.organisation_id == organisation.id, Task.state.not_in(("done", *HELD)), Task.id.in_(near))
        .options(joinedload(Task.board), joinedload(Task.plan))
        .order_by(Task.plan_id, Task.position, Task.occurrence)
    )
    return list(session.scalars(query))


def _noted(session: Session, organisation: Organisation) -> set[str]:
    query = select(Notice.key).join(Milestone, Notice.milestone_id == Milestone.id).join(Milestone.task)
    return set(session.scalars(query.where(Task.organisation_id == organisation.id)))
