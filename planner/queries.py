"""The questions that several rooms ask of the tables."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Integer, Select, and_, cast, exists, extract, func, or_, select

from planner.models import Milestone, Plan, Task


def touches_year(year: int) -> ColumnElement[bool]:
    """Whether a task belongs to a year: its plan is of that year, or one of its milestones reaches into it."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    reaches = exists().where(
        Milestone.task_id == Task.id,
        or_(
            Milestone.deadline.between(first, last),
            and_(Milestone.start <= last, or_(Milestone.finish >= first, Milestone.start >= first)),
        ),
    )
    of_plan = exists().where(Plan.id == Task.plan_id, Plan.first_year <= year, Plan.last_year >= year)
    return or_(of_plan, reaches)


def tasks_of_year(organisation_id: int, year: int) -> Select[tuple[Task]]:
    """The tasks of an organisation in a year, in the order of the plans' rows."""
    return (
        select(Task)
        .where(Task.organisation_id == organisation_id, touches_year(year))
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
