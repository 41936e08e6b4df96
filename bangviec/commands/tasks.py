"""`bangviec tasks`: the tasks, by board, month and state."""

import argparse
import calendar
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from bangviec.arguments import add_json, add_organisation, month
from bangviec.places import board, known_database, organisation
from bangviec.words import give_json, said, tell
from planner import clock
from planner.database import reading
from planner.language import N_
from planner.models import Milestone, Task
from planner.moves import STATE_LABELS, STATES
from planner.queries import cooperates
from planner.standing import LABELS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--board", metavar="B", help=said(N_("bộ phận tham mưu, theo tên hoặc tên gọi khác")))
    parser.add_argument("--cooperating", action="store_true", help=said(N_("cả việc mà bộ phận đó phối hợp")))
    parser.add_argument("--month", type=month, metavar="YYYY-MM", help=said(N_("có mốc trong tháng này")))
    parser.add_argument("--state", choices=STATES, metavar="S", help=", ".join(STATES))
    add_organisation(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> None:
    today = clock.today()
    with reading(known_database()) as session:
        found = _find(session, args)
        if args.json:
            give_json([task_as_json(task, today) for task in found])
            return
        for task in found:
            _show(task, today)
    tell(N_("%(count)d nhiệm vụ."), count=len(found))


def _find(session: Session, args: argparse.Namespace) -> list[Task]:
    office = organisation(session, args.organisation)
    query = select(Task).where(Task.organisation_id == office.id)
    if args.board:
        one = board(office, args.board)
        own = Task.board_id == one.id
        query = query.where(or_(own, cooperates([one.id])) if args.cooperating else own)
    if args.state:
        query = query.where(Task.state == args.state)
    query = query.options(joinedload(Task.board), joinedload(Task.assignee))
    tasks = session.scalars(query.order_by(Task.plan_id, Task.position, Task.occurrence)).all()
    return [task for task in tasks if args.month is None or any(touches(m, *args.month) for m in task.milestones)]


def touches(milestone: Milestone, year: int, number: int) -> bool:
    """Whether a milestone's span has a day in the month; a span with an open end counts by the day that it names."""
    start, finish = milestone.start or milestone.finish, milestone.finish or milestone.start
    if start is None or finish is None:
        return False
    last = date(year, number, calendar.monthrange(year, number)[1])
    return start <= last and finish >= last.replace(day=1)


def task_as_json(task: Task, today: date) -> dict[str, Any]:
    """What scripts get of a task; dates are ISO days, both ends of a span included."""
    standing = task.standing(today)
    return {
        "id": task.id, "number": task.number, "title": task.title, "board": task.board.name,
        "cooperating": task.cooperating,
        "occurrence": [task.occurrence, task.occurrences], "state": task.state,
        "standing": standing.kind if standing else None, "days": standing.days if standing else None,
        "submit": _milestone_as_json(task.milestone("submit")),
        "execute": _milestone_as_json(task.milestone("execute")),
        "assignee": task.assignee.name if task.assignee else None,
    }  # fmt: skip


def _milestone_as_json(milestone: Milestone | None) -> dict[str, Any] | None:
    if milestone is None:
        return None
    days = {
        "span": [milestone.start, milestone.finish], "deadline": milestone.deadline, "opened_on": milestone.opened_on,
        "done_on": milestone.done_on, "first_span": [milestone.first_start, milestone.first_finish],
    }  # fmt: skip
    return {"text": milestone.text} | {key: _iso(value) for key, value in days.items()}


def _iso(value: date | list[date | None] | None) -> Any:
    if isinstance(value, list):
        return [_iso(day) for day in value]
    return value.isoformat() if value else None


def _show(task: Task, today: date) -> None:
    standing = task.standing(today)
    words = said(LABELS[standing.kind]) if standing else ""
    if standing and standing.kind == "overdue":
        words = said(N_("Quá hạn %(count)s ngày"), count=standing.days)
    times = " → ".join(m.text for m in (task.milestone("submit"), task.milestone("execute")) if m)
    print(f"{task.number:>4}  {task.title}")
    print(
        "      " + " | ".join(part for part in (task.board.name, times, said(STATE_LABELS[task.state]), words) if part)
    )
    if task.cooperating:
        print("      " + said(N_("Phối hợp: %(names)s"), names="; ".join(task.cooperating)))
