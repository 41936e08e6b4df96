"""What the filters leave of tasks: a condition in SQL for every page, and in Python the standing, which is computed."""

from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from planner.models import Milestone, PlanRow, Task
from planner.queries import cooperates
from planner.searching import holds
from planner.standing import Standing
from webapp.dates import last_day
from webapp.extensions import db
from webapp.filters import NOBODY, UNDATED, Filters
from webapp.people import current_organisation

SHOWN_ON = func.coalesce(Milestone.deadline, Milestone.start)


def condition(wanted: Filters) -> ColumnElement[bool]:
    """Whether a task answers all the filters but the standing."""
    return and_(True, *_parts(wanted))


def _parts(wanted: Filters) -> Iterator[ColumnElement[bool]]:
    if wanted.board is not None:
        yield _of_board(wanted)
    if wanted.state is not None:
        yield Task.state == wanted.state
    if wanted.month is not None:
        yield exists().where(Milestone.task_id == Task.id, in_month(wanted)).correlate(Task)
    if wanted.person is not None:
        yield Task.assignee_id.is_(None) if wanted.person == NOBODY else Task.assignee_id == wanted.person
    if wanted.section:
        yield exists().where(PlanRow.id == Task.row_id, PlanRow.section == wanted.section).correlate(Task)
    if wanted.q:
        yield holds(Task.searched, wanted.q)


def in_month(wanted: Filters) -> ColumnElement[bool]:
    """Whether a milestone stands in the month that is asked for, as the month view shows it."""
    if wanted.month is None:
        return and_(True)
    if wanted.month == UNDATED:
        return SHOWN_ON.is_(None)
    return SHOWN_ON.between(date(wanted.year, wanted.month, 1), last_day(wanted.year, wanted.month))


def _of_board(wanted: Filters) -> ColumnElement[bool]:
    leads = Task.board_id == wanted.board
    return or_(leads, cooperates([wanted.board or 0])) if wanted.cooperating else leads


def stands(wanted: Filters, standing: Standing | None) -> bool:
    """Whether a standing is the one that is asked for, if one is."""
    return wanted.standing is None or (standing is not None and standing.kind == wanted.standing)


def chooser(wanted: Filters) -> Callable[[int], bool]:
    """Tells of the id of a task whether the condition holds: one query, and none where nothing is asked."""
    parts = list(_parts(wanted))
    if not parts:
        return lambda _id: True
    query = select(Task.id).where(Task.organisation_id == current_organisation().id, *parts)
    return set(db.session.scalars(query)).__contains__
