"""A task as it was at the end of a day, from its dated facts and its history; for today it is the task as it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.models import Change, Milestone, Task
from planner.standing import Standing, TaskDates, standing_of


@dataclass(frozen=True, slots=True)
class MilestoneAsOf:
    """A milestone's period as it stood, and whether it was done by then."""

    kind: str
    start: date | None
    deadline: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class TaskAsOf:
    """A task at the end of `day`: its state, milestones, responsible board and co-operating boards then."""

    task: Task
    day: date
    dates: TaskDates
    board_id: int
    board_name: str
    cooperator_ids: frozenset[int] = frozenset()

    @property
    def state(self) -> str:
        return self.dates.state

    @property
    def standing(self) -> Standing | None:
        return standing_of(self.dates, self.day)


def as_of(tasks: Iterable[Task], changes: Iterable[Change], day: date) -> list[TaskAsOf]:
    """The tasks at the end of a day. `changes` are all their lines of history, in the order they were written.

    A board is called as it is called now, also where a line has the name that it had then.
    """
    tasks = list(tasks)
    names = {task.board_id: task.board.name for task in tasks}
    lines: dict[int, list[Change]] = {}
    for change in changes:
        if change.task_id is not None:
            lines.setdefault(change.task_id, []).append(change)
    return [_task_as_of(task, of, day, names) for task in tasks if _was_there(of := lines.get(task.id, []), day)]


def _was_there(lines: Iterable[Change], day: date) -> bool:
    """Work that came up later (việc phát sinh) counts for no day before."""
    return not any(line.verb == "arise" and line.on > day for line in lines)


def _task_as_of(task: Task, lines: list[Change], day: date, names: Mapping[int, str]) -> TaskAsOf:
    by_then = [line for line in lines if line.on <= day]
    state = _last(by_then, "state", "planned")
    board_id, board_name = _board(task, lines, by_then)
    submit, execute = (_milestone_as_of(task.milestone(kind), by_then) for kind in ("submit", "execute"))
    dates, cooperators = TaskDates(state, submit, execute), _cooperators(task, lines, day)
    return TaskAsOf(task, day, dates, board_id, names.get(board_id, board_name), cooperators)


def _last(lines: list[Change], key: str, otherwise: Any) -> Any:
    return next((line.after[key] for line in reversed(lines) if key in line.after), otherwise)


def _board(task: Task, lines: list[Change], by_then: list[Change]) -> tuple[int, str]:
    """The board then: what the last hand-over until then gave, or what the first one after it took from."""
    given = [line for line in by_then if "board_id" in line.after]
    if given:
        return given[-1].after["board_id"], given[-1].after["board"]
    later = next((line for line in lines if "board_id" in line.before), None)
    return (later.before["board_id"], later.before["board"]) if later else (task.board_id, task.board.name)


def _cooperators(task: Task, lines: list[Change], day: date) -> frozenset[int]:
    """Today's co-operating boards without what began since, and with what has ended since.

    That a name was linked is no event: the document said from the beginning who co-operates.
    """
    ids = {one.board_id for one in task.cooperations if one.board_id is not None}
    for line in reversed(lines):
        if line.on > day and line.verb not in ("link_name", "unlink_name"):
            ids.discard(line.after.get("cooperator_id"))
            ids |= {line.before["cooperator_id"]} if "cooperator_id" in line.before else set()
    return frozenset(ids)


def _milestone_as_of(milestone: Milestone | None, by_then: list[Change]) -> MilestoneAsOf | None:
    if milestone is None:
        return None
    moves = [line.after for line in by_then if line.after.get("milestone") == milestone.kind]
    if moves:
        start, deadline = (_day(moves[-1][key]) for key in ("start", "deadline"))
    else:
        start, deadline = milestone.first_start, milestone.first_deadline
    return MilestoneAsOf(milestone.kind, start, deadline, _done_on(milestone.kind, by_then))


def _done_on(kind: str, by_then: list[Change]) -> date | None:
    """The day on which the milestone was done, unless it was opened again by then."""
    key = {"submit": "submitted_on", "execute": "done_on"}[kind]
    for line in reversed(by_then):
        if key in line.after:
            return _day(line.after[key])
        if key in line.before:
            return None
    return None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
