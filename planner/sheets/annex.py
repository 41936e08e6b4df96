"""The plan's annex (phụ lục): the plan as issued, in its columns, with the state and present deadlines of its work."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from planner.as_of import TaskAsOf, as_of
from planner.counts import count
from planner.exporting.section_rows import section_rows
from planner.models import Change, Plan, PlanRow, Task
from planner.sheets.letterhead import ANNEX, code, letterhead
from planner.sheets.lines import iso
from planner.sheets.plans import plans_of
from planner.sheets.titles import title_of


def annex_sheet(
    session: Session, plan: Plan, *, day: date, number: int = 0, issued_on: date | None = None
) -> dict[str, Any]:
    """The data of a plan's annex as of the end of a day. Plain JSON, dates as ISO strings.

    `rows` are the rows in force in the document's order, each with one entry per occurrence; a row of a section has
    `heading` alone. Number 0 leaves the place of the covering report's number to be filled in by hand.
    """
    rows = sorted(plan.rows_in_force, key=lambda row: (row.position, row.id))
    tasks = _tasks(session, plan, day)
    data = {
        "kind": "annex", "letterhead": letterhead(plan.organisation, "annex"),
        "code": code(number, ANNEX, plan.organisation),
        "issued_on": iso(issued_on or day), "as_of": iso(day), "board": None, "plan": plans_of([plan])[0],
        "counts": count([task for held in tasks.values() for task in held]).as_json(), "rows": _rows(rows, tasks),
    }  # fmt: skip
    return {**data, "title": title_of(data)}


def _tasks(session: Session, plan: Plan, day: date) -> dict[int, list[TaskAsOf]]:
    """The tasks as they stood, by the row in force that they belong to: also what was begun under its earlier words."""
    query = select(Task).where(Task.plan_id == plan.id).options(joinedload(Task.board))
    tasks = session.scalars(query.order_by(Task.position, Task.occurrence, Task.id)).all()
    ids = [task.id for task in tasks]
    changes = session.scalars(select(Change).where(Change.task_id.in_(ids)).order_by(Change.id)).all()
    return _by_row(plan, as_of(tasks, changes, day))


def _by_row(plan: Plan, tasks: Iterable[TaskAsOf]) -> dict[int, list[TaskAsOf]]:
    now = _present_rows(plan.rows)
    held: dict[int, list[TaskAsOf]] = {}
    for task in tasks:
        present = now.get(task.task.row_id)
        if present is not None and (present == task.task.row_id or task.state != "cancelled"):
            held.setdefault(present, []).append(task)
    return held


def _present_rows(rows: Iterable[PlanRow]) -> dict[int, int]:
    """Which row in force stands for each row; one that was dropped stands for none."""
    found: dict[int, int] = {}
    for row in (row for row in rows if row.ended_issue is None):
        earlier: PlanRow | None = row
        while earlier is not None:
            found[earlier.id] = row.id
            earlier = earlier.replaces
    return found


def _rows(rows: Sequence[PlanRow], tasks: dict[int, list[TaskAsOf]]) -> list[dict[str, Any]]:
    above = section_rows([(row.section, row.number) for row in rows])
    told: list[dict[str, Any]] = []
    for row, headings in zip(rows, above, strict=True):
        told += [{"heading": text} for text in headings]
        told.append(_row(row, tasks.get(row.id, [])))
    return told


def _row(row: PlanRow, tasks: Sequence[TaskAsOf]) -> dict[str, Any]:
    return {
        "number": row.number, "title": row.title, "board": row.board_text, "cooperating": list(row.cooperating),
        "submit": row.submit_text, "execute": row.execute_text, "extras": dict(row.extras or {}),
        "tasks": [_task(task) for task in tasks],
    }  # fmt: skip


def _task(task: TaskAsOf) -> dict[str, Any]:
    standing, dates = task.standing, task.dates
    return {
        "state": task.state, "standing": standing.kind if standing else None,
        "days": standing.days if standing else None,
        "board": task.board_name,
        **{
            kind: {"start": iso(one.start), "deadline": iso(one.deadline), "done_on": iso(one.done_on)} if one else None
            for kind, one in (("submit", dates.submit), ("execute", dates.execute))
        },
    }  # fmt: skip
