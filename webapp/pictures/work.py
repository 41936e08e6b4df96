"""The tasks that pictures count: those of the open year that the filters leave, read once and only if needed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, cast

from sqlalchemy import and_

from planner.figures.flow import History, lines_of
from planner.models import Organisation, Task
from planner.queries import touches_year
from planner.reporting import ReportPeriod, period_for
from planner.standing import Standing, TaskDates, standing_of
from webapp.card_rows import CardRow, card_row, cooperating_on, rows_of
from webapp.cards import narrowed
from webapp.extensions import db
from webapp.filters import Filters


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
    def everything(self) -> list[Seen]:
        """The year's tasks, whatever the filters."""
        return self._load(self.wanted.year)

    @cached_property
    def tasks(self) -> list[Seen]:
        return _narrowed(self.everything, self.wanted)

    @cached_property
    def last_years(self) -> list[Seen]:
        """The tasks of the year before that the same filters leave."""
        return _narrowed(self._load(self.wanted.year - 1), self.wanted)

    @cached_property
    def histories(self) -> list[History]:
        """The histories of the tasks that the filters leave, but for the board: who led is told by each history."""
        year = touches_year(self.wanted.year, self.day)
        lines = lines_of(db.session(), and_(Task.organisation_id == self.organisation.id, year))
        found = _narrowed(self.everything, _without_board(self.wanted))
        helped = self._helped()
        return [History(one.board_id, lines.get(one.row.id, ()), one.row.id in helped) for one in found]

    def months(self, year: int) -> list[ReportPeriod]:
        """The office's months of a year, as its reports count them."""
        if year not in self._months:
            self._months[year] = [period_for(self.organisation, "month", year, nth) for nth in range(1, 13)]
        return self._months[year]

    def _helped(self) -> set[int]:
        """What the board that is asked for co-operates on, where that is asked for too."""
        lent = [one for one in self.tasks if one.board_id != self.wanted.board] if self.wanted.board else []
        return {one.row.id for one in lent}

    def _load(self, year: int) -> list[Seen]:
        lines = db.session.execute(rows_of(self.organisation.id, touches_year(year, self.day))).all()
        bodies = cooperating_on([line[0] for line in lines])
        rows = (card_row(tuple(line), bodies.get(line[0], ())) for line in lines)
        return [Seen(row, row.state, standing_of(row.dates, self.day)) for row in rows]


def _narrowed(tasks: list[Seen], wanted: Filters) -> list[Seen]:
    narrow = cast(Callable[[Any, Filters], Any], narrowed)
    return cast(list[Seen], narrow(tasks, wanted))


def _without_board(wanted: Filters) -> Filters:
    return replace(wanted, board=None, cooperating=False)
