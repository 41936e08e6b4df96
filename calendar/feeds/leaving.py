"""What left a feed: handed to another board or person, no longer co-operated on, or dropped by a new issue of the plan.

Programs that merge what they fetch (METHOD:PUBLISH; RFC 5546, section 3.2.1) do not learn from its absence that an
event is gone: it stays for a year as CANCELLED. The year ends at the last change of any task, and not today, so that
the bytes are the same while nothing changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from feeds.entries import STAYED, Left, MilestoneEntry, TaskEntry
from planner.models import Change

KEPT_FOR = timedelta(days=366)
LEAVING = ("hand_over", "assign", "end_cooperation", "unlink_name")
# The last of these says why a milestone has no time: only a new issue of the plan takes it away for good.
UNDATING = ("revise_period", "undate")


@dataclass(slots=True)
class Departures:
    """By task who left it, and by task and kind of milestone the time that the plan no longer gives."""

    of_tasks: dict[int, Left]
    times: dict[tuple[int, str], dict[str, Any]]


def departures(session: Session, organisations: Sequence[int], last: datetime | None) -> Departures:
    """Those of the year before the last change of a task in these organisations. One query."""
    found = Departures({}, {})
    if last is None:
        return found
    lines = (
        select(Change.task_id, Change.verb, Change.before, Change.after)
        .where(Change.organisation_id.in_(organisations), Change.task_id.is_not(None))
        .where(Change.verb.in_((*LEAVING, *UNDATING)), Change.at >= last - KEPT_FOR)
        .order_by(Change.id)
    )
    for task_id, verb, before, after in session.execute(lines):
        if verb in LEAVING:
            found.of_tasks[task_id] = _lost(found.of_tasks.get(task_id, STAYED), before)
        else:
            _note_time(found.times, (task_id, after["milestone"]), verb, before)
    return found


def _lost(left: Left, facts: dict[str, Any]) -> Left:
    """With whom a change's `before` names."""
    board, person, cooperator = (
        {facts[key]} if facts.get(key) is not None else set() for key in ("board_id", "assignee_id", "cooperator_id")
    )
    return Left(left.boards | board, left.people | person, left.cooperators | cooperator)


def _note_time(
    times: dict[tuple[int, str], dict[str, Any]], which: tuple[int, str], verb: str, before: dict[str, Any]
) -> None:  # fmt: skip
    times.pop(which, None)
    if verb == "revise_period" and (before.get("deadline") or before.get("start")):
        times[which] = before


def give_back_times(tasks: dict[int, TaskEntry], found: Departures) -> None:
    """A milestone that the plan no longer names stands on the days that it had, marked as dropped."""
    for (task_id, kind), facts in found.times.items():
        for milestone in tasks[task_id].milestones if task_id in tasks else ():
            if milestone.kind == kind and milestone.is_undated:
                _give_back(milestone, facts)


def _give_back(milestone: MilestoneEntry, facts: dict[str, Any]) -> None:
    milestone.is_dropped = True
    milestone.start, milestone.finish, milestone.deadline = (
        date.fromisoformat(facts[name]) if facts.get(name) else None for name in ("start", "finish", "deadline")
    )
