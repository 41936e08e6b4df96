"""The tasks that pictures count: those of the open year that the filters leave, read once and only if needed."""

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, select

from planner.figures.flow import History, lines_of
from planner.models import Organisation, Task
from planner.queries import touches_year
from planner.reporting import ReportPeriod, period_for
from planner.standing import Standing, TaskDates, standing_of
from webapp.card_rows import CardRow, card_row, rows_of
from webapp.extensions import db
from webapp.filters import Filters
from webapp.narrowing import condition, stands


class Seen(NamedTuple):
    """A task on a day, without a card."""

    row: CardRow
    state: str
    standing: Standing | None

    @property
    def board_id(self) -> int:
        return self.row.board_id

    @property
    def board_name(self) -> str:
        return self.row.board

    @property
    def dates(self) -> TaskDates:
        return self.row.dates


class Work:
    """What the address asks for, on a day (Asia/Ho_Chi_Minh)."""

    def __init__(self, organisation: Organisation, wanted: Filters, day: date) -> None:
        self.organisation, self.wanted, self.day = organisation, wanted, day
        self._months: dict[int, list[ReportPeriod]] = {}

    @cached_property
    def tasks(self) -> list[Seen]:
        return self._load(self.wanted)

    @cached_property
    def total(self) -> int:
        """How many tasks the year has, whatever the filters."""
        if not self.wanted.is_narrowed:
            return len(self.tasks)
        of_year = touches_year(self.wanted.year, self.day)
        query = select(func.count()).select_from(Task).where(Task.organisation_id == self.organisation.id, of_year)
        return db.session.scalar(query) or 0

    @cached_property
    def last_years(self) -> list[Seen]:
        """The tasks of the year before that the same filters leave."""
        return self._load(replace(self.wanted, year=self.wanted.year - 1))

    @cached_property
    def histories(self) -> list[History]:
        """The histories of the tasks that the filters leave, but for the board: who led is told by each history."""
        wanted = replace(self.wanted, board=None, cooperating=False)
        found = self._load(wanted) if self.wanted.board else self.tasks
        lines = lines_of(db.session(), self._condition(wanted))
        helped = {one.row.id for one in self.tasks if one.board_id != self.wanted.board} if self.wanted.board else ()
        return [History(one.board_id, lines.get(one.row.id, ()), one.row.id in helped) for one in found]

    def months(self, year: int) -> list[ReportPeriod]:
        """The office's months of a year, as its reports count them."""
        if year not in self._months:
            self._months[year] = [period_for(self.organisation, "month", year, nth) for nth in range(1, 13)]
        return self._months[year]

    def _condition(self, wanted: Filters) -> ColumnElement[bool]:
        of_year = touches_year(wanted.year, self.day)
        return and_(Task.organisation_id == self.organisation.id, of_year, condition(wanted))

    def _load(self, wanted: Filters) -> list[Seen]:
        """One query, whatever the number; of who co-operates the condition knows, and marks are for cards."""
        lines = db.session.execute(rows_of(self.organisation.id, self._condition(wanted)))
        rows = (card_row(tuple(line)) for line in lines)
        seen = (Seen(row, row.state, standing_of(row.dates, self.day)) for row in rows)
        return [one for one in seen if stands(wanted, one.standing)]
