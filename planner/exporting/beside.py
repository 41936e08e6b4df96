"""What stands beside a row: where its work is, one line an occurrence."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from planner.models import Milestone, Task
from planner.moves import STATE_LABELS
from planner.standing import LABELS, Standing

NOTHING = "–"
_KINDS = {"submit": "Trình", "execute": "Thực hiện"}


class Beside(NamedTuple):
    """The columns beside the document's own, in their order."""

    state: str
    standing: str
    deadlines: str
    paper: str
    done_on: str
    result: str


def beside(tasks: Sequence[Task], today: date) -> Beside:
    """The columns for the tasks of one row, as of a day in Việt Nam."""
    return Beside(
        _column(tasks, lambda task: STATE_LABELS[task.state]),
        _column(tasks, lambda task: standing_text(task.standing(today))),
        _column(tasks, lambda task: ("\n" if len(tasks) < 2 else "; ").join(_deadlines(task.milestones))),
        _column(tasks, _paper),
        _column(tasks, lambda task: _day(_done_on(task))),
        _column(tasks, lambda task: " ".join(task.result.split())),
    )


def standing_text(standing: Standing | None) -> str:
    """Quá hạn 3 ngày; nothing for postponed and cancelled work, whose clock rests."""
    if standing is None:
        return ""
    late = standing.kind in ("overdue", "done_late") and standing.days
    return f"{LABELS[standing.kind]} {standing.days} ngày" if late else LABELS[standing.kind]


def _column(tasks: Sequence[Task], text: Callable[[Task], str]) -> str:
    """One line a task, numbered where there are several; empty where none says anything."""
    texts = [text(task) for task in tasks]
    if len(tasks) < 2:
        return "".join(texts)
    return "\n".join(f"Lần {n}: {one or NOTHING}" for n, one in enumerate(texts, 1)) if any(texts) else ""


def _deadlines(milestones: Iterable[Milestone]) -> list[str]:
    """The present deadlines, whatever the document said: of what has no end, the first day."""
    found = {milestone.kind: milestone for milestone in milestones}
    return [
        f"{label}: {_day(one.deadline) or (f'từ {_day(one.start)}' if one.start else 'chưa xác định')}"
        for kind, label in _KINDS.items()
        if (one := found.get(kind))
    ]


def _paper(task: Task) -> str:
    submit = task.milestone("submit")
    day = _day(submit.done_on if submit else None)
    return ", ".join(part for part in (f"số {task.paper_number}" if task.paper_number else "", day) if part)


def _done_on(task: Task) -> date | None:
    execute = task.milestone("execute")
    return execute.done_on if execute else None


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
