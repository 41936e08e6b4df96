"""What happened in a month, from the history: what was done, moved, handed over and put off, and why."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from planner.as_of import TaskAsOf
from planner.models import Board, Change, Organisation
from planner.sheets.lines import identity, milestone_of
from planner.standing import current_milestone
from planner.undone import still_standing

FINISHING = ("completion", "closing")  # restoring cancelled work brings back a state, not a result
MOVES = ("move_month", "extend", "undate", "revise_period", "take_back_period")


def load(session: Session, organisation: Organisation, first: date, last: date) -> Sequence[Change]:
    """The lines of history that count for the span, and every postponement until its end. One query."""
    return session.scalars(
        select(Change)
        .where(Change.organisation_id == organisation.id, Change.task_id.is_not(None), Change.on <= last)
        .where(or_(Change.on >= first, Change.verb == "postponement"))
        .order_by(Change.id)
    ).all()


def done(tasks: Iterable[TaskAsOf], lines: Iterable[Change]) -> list[dict[str, Any]]:
    """The tasks that became done in the span and still were at its end, with their line of result."""
    last = {line.task_id: line for line in lines if line.verb in FINISHING}
    found = [_done_line(task, last[task.task.id]) for task in tasks if task.state == "done" and task.task.id in last]
    return sorted(found, key=lambda line: line["done_on"])


def _done_line(task: TaskAsOf, change: Change) -> dict[str, Any]:
    standing = task.standing
    return {
        **identity(task),
        **milestone_of(task, current_milestone(task.dates)),
        "done_on": change.on.isoformat(),
        "standing": standing.kind if standing else None,
        "days": standing.days if standing else None,
        "result": change.after.get("result", ""),
    }


def postponed(tasks: Iterable[TaskAsOf], lines: Iterable[Change]) -> list[dict[str, Any]]:
    """The tasks whose clock rested at the end of the span: since when, until when if known, and why."""
    last = {line.task_id: line for line in lines if line.verb == "postponement"}
    return [
        {**identity(task), "since": line.on.isoformat(), "until": line.after.get("until"), "reason": line.reason}
        for task in tasks
        if task.state == "postponed" and (line := last.get(task.task.id))
    ]


def moved(
    tasks: Iterable[TaskAsOf], lines: Iterable[Change], everything: Iterable[TaskAsOf] = (), board: Board | None = None
) -> list[dict[str, Any]]:
    """Every move to another time or board in the span, in the order it was recorded, with its reason; none undone.

    Of what a board gave away, which is only in `everything`, the hand-over itself.
    """
    held, known = {task.task.id for task in tasks}, {task.task.id: task for task in (*everything, *tasks)}
    return [
        {**identity(known[line.task_id]), **_move(line), "on": line.on.isoformat(), "reason": line.reason}
        for line in still_standing(lines)
        if line.verb in (*MOVES, "hand_over")
        and line.task_id in known
        and (line.task_id in held or (board is not None and line.before.get("board_id") == board.id))
    ]


def _move(line: Change) -> dict[str, Any]:
    """What moved: `milestone` from period to period, or the board (`milestone` None)."""
    key = "board" if line.verb == "hand_over" else "text"
    return {"milestone": line.after.get("milestone"), "before": line.before.get(key, ""), "after": line.after[key]}
