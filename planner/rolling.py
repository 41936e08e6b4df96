"""Rolling over: as days and months begin, work that is due to open is opened, and postponed work goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from planner.actor import flow
from planner.models import Organisation, Task
from planner.once import take_turns

ROLL_OVER = flow("roll_over")
WAITING = ("planned", "approved", "postponed")


@dataclass(frozen=True, slots=True)
class Opened:
    """What was done to a task: the state that it left and the one that it is in now."""

    task_id: int
    number: str
    title: str
    source: str
    target: str


def open_due(session: Session, organisation: Organisation, day: date) -> list[Opened]:
    """Opens everything that is due to open on a day in Việt Nam and is not open yet. Never commits.

    A milestone is opened once, when its first span has begun; a run again changes nothing, a late run catches up.
    """
    take_turns(session, organisation)
    opened = [_opened(task, day) for task in _waiting(session, organisation)]
    session.flush()
    return [one for one in opened if one is not None]


def _waiting(session: Session, organisation: Organisation) -> Sequence[Task]:
    query = select(Task).where(Task.organisation_id == organisation.id, Task.state.in_(WAITING))
    return session.scalars(query.options(joinedload(Task.plan)).order_by(Task.id)).all()


def _opened(task: Task, day: date) -> Opened | None:
    source = task.state
    if task.state == "postponed" and task.held_until is not None and task.held_until <= day:
        task.resume(ROLL_OVER, day)
    if task.state == "planned" and _is_due(task, "submit", day):
        task.begin_drafting(ROLL_OVER, day)
    elif (task.state == "approved" or _goes_straight(task)) and _is_due(task, "execute", day):
        task.begin_executing(ROLL_OVER, day)
    return Opened(task.id, task.number, task.title, source, task.state) if task.state != source else None


def _goes_straight(task: Task) -> bool:
    return task.state == "planned" and not task.has_submit


def _is_due(task: Task, kind: str, day: date) -> bool:
    milestone = task.milestone(kind)
    if milestone is None or milestone.opened_on is not None:
        return False
    opens_on = milestone.opens_on(task.plan.issued_on or task.plan.imported_on)
    return opens_on is not None and opens_on <= day
