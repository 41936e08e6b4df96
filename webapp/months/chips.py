"""Chips: one milestone each, in the month of its deadline, or without one of its start."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from planner.clock import today
from planner.models import Board, Milestone, Task
from planner.queries import touches_year
from planner.standing import Standing, TaskDates, standing_of
from webapp.card_rows import held_once
from webapp.extensions import db
from webapp.filters import UNDATED, Filters
from webapp.narrowing import SHOWN_ON, condition, in_month, stands


class Dates(NamedTuple):
    """A milestone's days, as a standing takes them."""

    start: date | None
    deadline: date | None
    done_on: date | None


class Chip(NamedTuple):
    """A milestone as the month view shows it on a day."""

    id: int
    kind: str
    text: str
    first_text: str
    was_moved: bool
    is_done: bool
    deadline: date | None
    shown_on: date | None
    task_id: int
    version: int
    state: str
    number: str
    title: str
    occurrence: int
    occurrences: int
    board_id: int
    board: str
    standing: Standing | None

    @property
    def month(self) -> int:
        """1 to 12, or UNDATED."""
        return self.shown_on.month if self.shown_on else UNDATED

    @property
    def cell(self) -> str:
        """The place on the page that it belongs to: board and month."""
        return f"{self.board_id}-{self.shown_on:%Y-%m}" if self.shown_on else f"{self.board_id}-"


def load_chips(organisation_id: int, wanted: Filters) -> list[Chip]:
    """The chips of a year that the filters leave: one query, whatever their number."""
    asked = and_(in_year(organisation_id, wanted.year), in_month(wanted), condition(wanted))
    return [chip for chip in _load(asked) if stands(wanted, chip.standing)]


def tasks_shown(organisation_id: int, year: int) -> int:
    """How many tasks have a chip in a year when nothing is filtered."""
    of_year = in_year(organisation_id, year)
    query = select(func.count(Milestone.task_id.distinct())).join(Task, Task.id == Milestone.task_id).where(of_year)
    return db.session.scalar(query) or 0


def chips_of(task: Task) -> list[Chip]:
    """The chips of one task as they are now."""
    return _load(Task.id == task.id)


def in_year(organisation_id: int, year: int) -> ColumnElement[bool]:
    """Whether a milestone of the organisation is shown in a year, or is without a date in that year's work."""
    of_year = select(Task.id).where(touches_year(year)).correlate(None)
    undated = and_(SHOWN_ON.is_(None), Milestone.task_id.in_(of_year))
    shown = or_(SHOWN_ON.between(date(year, 1, 1), date(year, 12, 31)), undated)
    return and_(Task.organisation_id == organisation_id, shown)


def _load(condition: ColumnElement[bool]) -> list[Chip]:
    day, once = today(), held_once()
    return [_chip(day, *map(once, line)) for line in db.session.execute(_query(condition))]


def _query(condition: ColumnElement[bool]) -> Select[Any]:
    return (
        select(
            Milestone.id, Milestone.kind, Milestone.text, Milestone.first_text, Milestone.start, Milestone.finish,
            Milestone.first_start, Milestone.first_finish, Milestone.deadline, Milestone.done_on,
            Task.id, Task.version, Task.state, Task.number, Task.title, Task.occurrence, Task.occurrences,
            Task.board_id, Board.name,
        )
        .join(Task, Task.id == Milestone.task_id)
        .join(Board, Board.id == Task.board_id)
        .where(condition)
        .order_by(Task.plan_id, Task.position, Task.occurrence, Milestone.id)
    )  # fmt: skip


def _chip(
    day: date, id: int, kind: str, text: str, first_text: str, start: date | None, finish: date | None,
    first_start: date | None, first_finish: date | None, deadline: date | None, done_on: date | None,
    task_id: int, version: int, state: str, number: str, title: str, occurrence: int, occurrences: int,
    board_id: int, board: str,
) -> Chip:  # fmt: skip
    dates = Dates(start, deadline, done_on)
    is_done = done_on is not None or state == "done"
    return Chip(
        id, kind, text, first_text, (start, finish) != (first_start, first_finish), is_done, deadline,
        deadline or start, task_id, version, state, number, title, occurrence, occurrences, board_id, board,
        _standing(dates, state, is_done, day),
    )  # fmt: skip


def _standing(dates: Dates, state: str, is_done: bool, day: date) -> Standing | None:
    """The milestone's own standing: by the task's rules, as if the milestone were all of it."""
    alone = "done" if is_done else state if state in ("postponed", "cancelled") else "executing"
    return standing_of(TaskDates(alone, None, dates), day)


def in_cells(chips: Iterable[Chip]) -> dict[tuple[int, int], list[Chip]]:
    """Chips by board and month."""
    cells: dict[tuple[int, int], list[Chip]] = {}
    for chip in chips:
        cells.setdefault((chip.board_id, chip.month), []).append(chip)
    return cells
