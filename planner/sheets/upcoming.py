"""The milestones that fall due in a span of days."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from planner.as_of import TaskAsOf
from planner.sheets.lines import identity, milestone_of
from planner.standing import HELD


def due_in(tasks: Iterable[TaskAsOf], first: date, last: date) -> list[dict[str, Any]]:
    """Milestones not yet done whose deadline lies within the span (both days included), by deadline."""
    found = [
        {**identity(task), **milestone_of(task, milestone), "state": task.state}
        for task in tasks
        if task.state not in ("done", *HELD)
        for milestone in (task.dates.submit, task.dates.execute)
        if milestone and milestone.done_on is None and milestone.deadline and first <= milestone.deadline <= last
    ]
    return sorted(found, key=lambda line: line["deadline"])
