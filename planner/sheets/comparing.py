"""What a report compares: the rate with the period before and the year before, and how punctual each month was."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

from sqlalchemy.orm import Session

from planner.counts import Counts, count
from planner.models import Board, Organisation
from planner.reporting import ReportPeriod, last_years, period_for, previous_period
from planner.sheets.history import YearOfTasks
from planner.standing import HELD, MilestoneFacts, TaskFacts


class Dated(Protocol):
    """A task as it is or as it was: all that its milestones say."""

    @property
    def state(self) -> str: ...
    @property
    def dates(self) -> TaskFacts: ...


def rates(
    session: Session, organisation: Organisation, period: ReportPeriod, year: YearOfTasks, now: Counts, day: date
) -> dict[str, float | None]:  # fmt: skip
    """Per cent of the year's tasks that are done: now, a period before, a year before; and of the done, on time.

    `now` are the counts of the day. None where there is nothing to compare with: the first period of a year, or a time
    before the plan was here.
    """
    before = previous_period(organisation, period)
    same_year = before.year == period.year
    return {
        "rate": rate(now),
        "rate_before": rate(count(year.known_on(before.last))) if same_year else None,
        "rate_last_year": _last_years(session, organisation, period, year.board, day),
        "on_time_rate": round(100 * now["done_on_time"] / now.done, 1) if now.done else None,
    }


def rate(counts: Counts) -> float | None:
    """How many per cent of the tasks are done, to one decimal; cancelled ones are left out. None without tasks."""
    due = counts.total - counts["cancelled"]
    return round(100 * counts.done / due, 1) if due else None


def _last_years(
    session: Session, organisation: Organisation, period: ReportPeriod, board: Board | None, day: date
) -> float | None:
    """The rate of the year before at the same point: at its period's end, or as many days before it as now."""
    then = last_years(organisation, period)
    last = then.last - (period.last - day)
    return rate(count(YearOfTasks(session, organisation, then.year, last, board).known_on(last)))


def by_month(
    organisation: Organisation, period: ReportPeriod, tasks: Iterable[Dated], day: date
) -> list[dict[str, Any]]:
    """For each of the year's months until the day: how many milestones fell due, and how many were done by then.

    The deadlines are those that stood on the day; what is put off or cancelled is left out.
    """
    due = [one for task in tasks if task.state not in HELD for one in _milestones(task) if one.deadline]
    months = (period_for(organisation, "month", period.year, nth) for nth in range(1, 13))
    return [_of_month(month, due, day) for month in months if month.first <= day]


def _milestones(task: Dated) -> list[MilestoneFacts]:
    return [one for one in (task.dates.submit, task.dates.execute) if one is not None]


def _of_month(month: ReportPeriod, due: Iterable[MilestoneFacts], day: date) -> dict[str, Any]:
    last = min(month.last, day)
    held = [one for one in due if one.deadline and month.first <= one.deadline <= last]
    punctual = [one for one in held if one.done_on and one.deadline and one.done_on <= one.deadline]
    return {"month": month.key, "due": len(held), "on_time": len(punctual)}
