"""What a board co-operates on: work that another board leads and that counts there."""

from collections.abc import Iterable, Sequence
from typing import Any

from planner.as_of import TaskAsOf
from planner.models import Board, Change
from planner.sheets import happenings
from planner.sheets.lines import task_line


def helped_by(board: Board | None, tasks: Iterable[TaskAsOf], lines: Sequence[Change]) -> list[TaskAsOf]:
    """The tasks on which a board co-operated then: what was still to do, and what became done by these `lines`.

    None without a board: the organisation's own digest holds every task already.
    """
    if board is None:
        return []
    helped = [task for task in tasks if board.id in task.cooperator_ids and task.board_id != board.id]
    done = {line["task"] for line in happenings.done(helped, lines)}
    return [task for task in helped if task.task.id in done or task.state not in ("done", "cancelled")]


def lines_of(helped: Iterable[TaskAsOf]) -> list[dict[str, Any]]:
    """Their lines, what is due first first; `board` is the lead."""
    return sorted(map(task_line, helped), key=lambda line: line["deadline"] or "9999")
