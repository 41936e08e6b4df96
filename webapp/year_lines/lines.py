"""The lines of the timeline: tasks with what is drawn of their milestones; one query, whatever their number."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, select

from planner.clock import today
from planner.models import Board, Milestone, Task
from planner.standing import Standing, TaskDates, standing_of
from webapp.extensions import db
from webapp.year_lines.bars import Span, day_in, span_in


class Bar(NamedTuple):
    """A milestone: its days as they are and as they first were, and what of them lies in the year."""

    kind: str
    start: date | None
    finish: date | None
    first_start: date | None
    first_finish: date | None
    deadline: date | None
    done_on: date | None
    text: str
    first_text: str

    @property
    def was_moved(self) -> bool:
        return (self.start, self.finish) != (self.first_start, self.first_finish)

    def span(self, year: int) -> Span | None:
        return span_in(year, self.start, self.finish or (None if self.start else self.deadline))

    def first_span(self, year: int) -> Span | None:
        """Only where it was another."""
        return span_in(year, self.first_start, self.first_finish) if self.was_moved else None

    def deadline_in(self, year: int) -> int | None:
        return day_in(year, self.deadline)


class Line(NamedTuple):
    """A task. `bars` are one or two, submit first."""

    id: int
    number: str
    title: str
    occurrence: int
    occurrences: int
    state: str
    held_until: date | None
    board_id: int
    board: str
    bars: list[Bar]
    standing: Standing | None

    @property
    def begins(self) -> date:
        """What it is sorted by: the first of its days; undated work comes last."""
        days = [day for bar in self.bars for day in (bar.start, bar.deadline) if day]
        return min(days, default=date.max)


def load_lines(organisation_id: int, condition: ColumnElement[bool]) -> list[Line]:
    """The tasks that meet a condition, in the boards' order and then the plan's."""
    day, found = today(), dict[int, tuple[Any, list[Bar]]]()
    for values in db.session.execute(_query(organisation_id, condition)):
        found.setdefault(values[0], (values[:9], []))[1].append(Bar(*values[9:]))
    return [_line(task, bars, day) for task, bars in found.values()]


def _line(task: Any, bars: list[Bar], day: date) -> Line:
    ordered = sorted(bars, key=lambda bar: bar.kind != "submit")
    kinds = {bar.kind: bar for bar in ordered}
    dates = TaskDates(task[5], kinds.get("submit"), kinds.get("execute"))
    return Line._make((*task, ordered, standing_of(dates, day)))


def _query(organisation_id: int, condition: ColumnElement[bool]) -> Select[Any]:
    chosen = select(Task.id).where(Task.organisation_id == organisation_id, condition).correlate(None)
    return (
        select(
            Task.id, Task.number, Task.title, Task.occurrence, Task.occurrences, Task.state, Task.held_until,
            Task.board_id, Board.name,
            Milestone.kind, Milestone.start, Milestone.finish, Milestone.first_start, Milestone.first_finish,
            Milestone.deadline, Milestone.done_on, Milestone.text, Milestone.first_text,
        )
        .join(Milestone, Milestone.task_id == Task.id)
        .join(Board, Board.id == Task.board_id)
        .where(Task.id.in_(chosen))
        .order_by(Board.position, Board.id, Task.plan_id, Task.position, Task.occurrence)
    )  # fmt: skip
