"""One task as a line of a sheet's table. Dates are ISO strings, so that the data is plain JSON."""

from datetime import date
from typing import Any

from planner.as_of import TaskAsOf
from planner.standing import MilestoneFacts, current_milestone


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def task_line(task: TaskAsOf) -> dict[str, Any]:
    """A task as it stood: its current milestone, the deadline, and `days` late or left (None without a deadline)."""
    standing = task.standing
    return {
        **identity(task),
        **milestone_of(task, current_milestone(task.dates)),
        "state": task.state,
        "standing": standing.kind if standing else None,
        "days": standing.days if standing else None,
    }


def identity(task: TaskAsOf) -> dict[str, Any]:
    """Which task it is: the plan's number and words, and the board that was responsible."""
    row = task.task
    which = {"nth": row.occurrence, "of": row.occurrences}
    return {"task": row.id, "number": row.number, "title": row.title, "board": task.board_name, **which}


def milestone_of(task: TaskAsOf, milestone: MilestoneFacts | None) -> dict[str, Any]:
    """Which milestone it is, from when and until when."""
    kind = "submit" if milestone is not None and milestone is task.dates.submit else "execute"
    return {
        "milestone": kind if milestone else None,
        "start": iso(milestone.start) if milestone else None,
        "deadline": iso(milestone.deadline) if milestone else None,
        "done_on": iso(milestone.done_on) if milestone else None,
    }
