"""The questions that several rooms ask of the tables."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Integer, Select, and_, cast, exists, extract, func, or_, select

from planner.models import Change, Cooperation, Milestone, Plan, Task


def touches_year(year: int, day: date | None = None) -> ColumnElement[bool]:
    """Whether a task belongs to a year: its plan is of that year, or one of its milestones reaches into it.

    With the day of looking, what was late when the year began belongs to it too, once the year has begun: in January
    last year's unfinished work is not out of sight.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    reaches = exists().where(
        Milestone.task_id == Task.id,
        or_(
            Milestone.deadline.between(first, last),
            and_(Milestone.start <= last, or_(Milestone.finish >= first, Milestone.start >= first)),
        ),
    )
    of_plan = exists().where(Plan.id == Task.plan_id, Plan.first_year <= year, Plan.last_year >= year)
    carried = [_late_at(first)] if day is not None and day >= first else []
    return or_(of_plan, reaches, *carried)


def _late_at(first: date) -> ColumnElement[bool]:
    """Whether a milestone was late when a day began, by dated facts: what was done or cancelled since counts too."""
    late = exists().where(
        Milestone.task_id == Task.id, Milestone.deadline < first,
        or_(Milestone.done_on.is_(None), Milestone.done_on >= first),
    )  # fmt: skip
    ended = exists().where(Change.task_id == Task.id, Change.verb == "cancellation", Change.on < first)
    return and_(late, or_(Task.state != "cancelled", ~ended))


def cooperates(board_ids: Collection[int]) -> ColumnElement[bool]:
    """Whether one of these boards co-operates on a task; the lead never does."""
    return exists().where(Cooperation.task_id == Task.id, Cooperation.board_id.in_(board_ids))


def tasks_of_year(organisation_id: int, year: int, day: date | None = None) -> Select[tuple[Task]]:
    """The tasks of an organisation in a year, as one looks on a day, in the order of the plans' rows."""
    return (
        select(Task)
        .where(Task.organisation_id == organisation_id, touches_year(year, day))
        .order_by(Task.plan_id, Task.position, Task.occurrence)
    )


def years_with_tasks(organisation_id: int) -> CompoundSelect[Any]:
    """First and last years: of the organisation's plans, and of what reaches out of them, such as "Năm 2027"."""
    of_plans = select(Plan.first_year, Plan.last_year).where(Plan.organisation_id == organisation_id)
    day = func.coalesce(Milestone.deadline, Milestone.start)
    year = cast(extract("year", day), Integer)  # PostgreSQL gives a decimal
    reached = (
        select(year, year)
        .join(Task, Task.id == Milestone.task_id)
        .where(Task.organisation_id == organisation_id, day.is_not(None))
        .distinct()
    )
    return of_plans.union_all(reached)
