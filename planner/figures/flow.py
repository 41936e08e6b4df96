"""The cumulative flow: how many tasks were in each state at the end of each of some days, in one pass over history.

Says of a day what `planner.as_of` says, but for the time before a task was here: then it is in no state at all.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from planner.models import Change, Task


class Line(NamedTuple):
    """What a line of history says of a task's state and board; None where it says nothing."""

    on: date
    state: str | None = None
    board_before: int | None = None
    board_after: int | None = None


class History(NamedTuple):
    """A task's lines in the order they were written, and its board today. `is_asked_for`: whoever led it."""

    board_id: int
    lines: Sequence[Line]
    is_asked_for: bool = False


class Stretch(NamedTuple):
    """From a day on: the state, and the board that led."""

    first: date
    state: str
    board_id: int


def week_ends(year: int, until: date) -> list[date]:
    """The Sundays of a year until a day, and that day or the year's last itself."""
    last, first = min(until, date(year, 12, 31)), date(year, 1, 1)
    sunday = first + timedelta(days=6 - first.weekday())
    sundays = [sunday + timedelta(weeks=n) for n in range(53) if sunday + timedelta(weeks=n) < last]
    return [*sundays, last] if last >= first else []


def cumulative_flow(histories: Iterable[History], days: Sequence[date], board: int | None = None) -> list[Counter[str]]:
    """For each day, in order, how many tasks were in each state; with a board only while it led them."""
    steps: list[Counter[str]] = [Counter() for _ in days]
    for history in histories:
        before = None
        for stretch in stretches(history):
            if (at := bisect_left(days, stretch.first)) == len(days):
                break
            counts = history.is_asked_for or board in (None, stretch.board_id)
            after = stretch.state if counts else None
            if before != after:
                steps[at].update(_step(before, after))
                before = after
    return list(_sums(steps))


def stretches(history: History) -> Iterator[Stretch]:
    """A task's states and boards by the days for which its lines count, whenever they were written.

    Of lines for the same or an earlier day the one that was written last holds: a paper may be dated before the move
    that preceded it.
    """
    state, board_id, state_at, board_at = "planned", _first_board(history), -1, -1
    for at, line in sorted(enumerate(history.lines), key=lambda pair: pair[1].on):
        if line.state is not None and at > state_at:
            state, state_at = line.state, at
        if line.board_after is not None and at > board_at:
            board_id, board_at = line.board_after, at
        yield Stretch(line.on, state, board_id)


def _first_board(history: History) -> int:
    return next((line.board_before for line in history.lines if line.board_before is not None), history.board_id)


def _step(before: str | None, after: str | None) -> dict[str, int]:
    return ({before: -1} if before else {}) | ({after: 1} if after else {})


def _sums(steps: Iterable[Counter[str]]) -> Iterator[Counter[str]]:
    running: Counter[str] = Counter()
    for step in steps:
        running.update(step)
        yield Counter(running)


def lines_of(session: Session, tasks: ColumnElement[bool]) -> dict[int, list[Line]]:
    """The history of the tasks that meet a condition. One query of plain columns; the database reads the JSON."""
    query = (
        select(
            Change.task_id, Change.on, Change.after["state"].as_string(),
            Change.before["board_id"].as_integer(), Change.after["board_id"].as_integer(),
        )
        .where(Change.task_id.in_(select(Task.id).where(tasks)))
        .order_by(Change.task_id, Change.id)
    )  # fmt: skip
    found: dict[int, list[Line]] = {}
    for row in session.execute(query).all():
        found.setdefault(row[0], []).append(Line._make(row[1:]))
    return found
