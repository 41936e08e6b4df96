"""Loads what a feed is made from, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from feeds.entries import STAYED, History, Left, MilestoneEntry, TaskEntry
from feeds.identity import UNKNOWN, Stamps
from feeds.leaving import departures, give_back_times
from feeds.scopes import Scope
from planner.models import Board, Change, Cooperation, Milestone, Organisation, Plan, PlanRow, Task
from planner.models.change import QUIET
from planner.queries import cooperates


def load(session: Session, organisations: Sequence[int], scope: Scope | None = None) -> list[TaskEntry]:
    """The tasks of a scope, or all of its organisations, in the order of the plans. Seven queries."""
    stamps = _stamps(session, organisations)
    gone = departures(session, organisations, max((one.modified for one in stamps.values()), default=None))
    within = [Task.organisation_id.in_(organisations), *_within(scope, gone.of_tasks)]
    found = {row.id: TaskEntry(*row) for row in session.execute(_tasks().where(*within))}
    for row in session.execute(_milestones().where(*within)):
        found[row.task_id].milestones.append(MilestoneEntry(*row))
    for entry in found.values():
        entry.stamps, entry.left = stamps.get(entry.id, UNKNOWN), gone.of_tasks.get(entry.id, STAYED)
    give_back_times(found, gone)
    _add_history(session, organisations, found)
    _add_cooperation(session, within, found)
    return list(found.values())


def _tasks() -> Any:
    return (
        select(
            Task.id, Task.organisation_id, Organisation.name, Organisation.key, Task.board_id, Board.name,
            Task.assignee_id, Plan.title, Task.number, Task.title, Task.state, Task.occurrence, Task.occurrences,
            Task.version, Task.paper_number, Task.result, PlanRow.submit_text, PlanRow.execute_text,
        )
        .join(Organisation, Organisation.id == Task.organisation_id)
        .join(Board, Board.id == Task.board_id)
        .join(Plan, Plan.id == Task.plan_id)
        .join(PlanRow, PlanRow.id == Task.row_id)
        .order_by(Task.organisation_id, Task.plan_id, Task.position, Task.occurrence, Task.id)
    )  # fmt: skip


def _milestones() -> Any:
    return (
        select(
            Milestone.task_id, Milestone.id, Milestone.kind, Milestone.text, Milestone.start, Milestone.finish,
            Milestone.rule, Milestone.deadline, Milestone.first_text, Milestone.first_start, Milestone.first_finish,
            Milestone.done_on,
        )
        .join(Task, Task.id == Milestone.task_id)
        .order_by(Milestone.id)
    )  # fmt: skip


def _within(scope: Scope | None, left: Mapping[int, Left]) -> list[ColumnElement[bool]]:
    """The tasks that a scope holds, and those that it has lost."""
    if scope is None or (scope.cooperating is None and scope.boards is None):
        return []
    lost = Task.id.in_([task_id for task_id, by in left.items() if scope.lost(by)])
    if scope.cooperating is not None:
        return [or_(cooperates([scope.cooperating]), lost)]
    held = [Task.board_id.in_(scope.boards or ()), lost]
    return [or_(*held, Task.assignee_id == scope.person_id) if scope.person_id else or_(*held)]


def _stamps(session: Session, organisations: Sequence[int]) -> dict[int, Stamps]:
    """When each task's history began and last grew. A new name of a board or plan counts for its organisation."""
    renamed = _renamings(session, organisations)
    first, last = func.min(Change.at), func.max(Change.at)
    query = select(Change.task_id, Change.organisation_id, first, last)
    of_tasks = query.where(_of_tasks(organisations))
    by_task = of_tasks.group_by(Change.task_id, Change.organisation_id)
    found = {}
    for task_id, office, created, modified in session.execute(by_task):
        times, at = renamed.get(office, (0, modified))
        found[task_id] = Stamps(created, max(modified, at), times)
    return found


def _of_tasks(organisations: Sequence[int]) -> ColumnElement[bool]:
    """The lines of tasks that a calendar may tell of."""
    return and_(
        Change.organisation_id.in_(organisations), Change.task_id.is_not(None), Change.verb.not_in(QUIET)
    )


def _renamings(session: Session, organisations: Sequence[int]) -> dict[int, tuple[int, Any]]:
    """How often a board or a plan got another name, and when last: their names stand in events of many tasks."""
    query = (
        select(Change.organisation_id, Change.verb, Change.at, Change.before, Change.after)
        .where(Change.organisation_id.in_(organisations), Change.verb.in_(("rename_board", "reissue")))
        .order_by(Change.id)
    )
    found: dict[int, tuple[int, Any]] = {}
    for office, verb, at, before, after in session.execute(query):
        if verb == "rename_board" or before["plan"] != after["plan"]:
            found[office] = (found.get(office, (0, at))[0] + 1, at)
    return found


def _add_history(session: Session, organisations: Sequence[int], found: dict[int, TaskEntry]) -> None:
    lines: defaultdict[int, list[History]] = defaultdict(list)
    query = (
        select(Change.task_id, Change.on, Change.before, Change.after, Change.reason)
        .where(_of_tasks(organisations), Change.reason != "")
        .order_by(Change.id)
    )
    for line in session.execute(query):
        lines[line.task_id].append(History(*line))
    for entry in found.values():
        entry.history = lines.get(entry.id, ())


def _add_cooperation(session: Session, within: list[ColumnElement[bool]], found: dict[int, TaskEntry]) -> None:
    query = (
        select(Cooperation.task_id, Cooperation.board_id, func.coalesce(Board.name, Cooperation.name))
        .outerjoin(Board, Board.id == Cooperation.board_id)
        .where(Cooperation.task_id.in_(select(Task.id).where(*within)))
        .order_by(Cooperation.id)
    )
    for task_id, board_id, label in session.execute(query):
        entry = found[task_id]
        entry.cooperating = tuple(dict.fromkeys((*entry.cooperating, label)))
        if board_id is not None:
            entry.cooperators |= {board_id}
