"""Which reports a day owes, and which come next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planner.models import Organisation, Plan, ReportDate, work_calendar
from planner.reporting.period import KINDS, ReportPeriod, count_of, neighbour
from planner.reporting.settings import setting_of
from planner.reporting.spans import ONE, CutOffs, YearDay, cut_period
from planner.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A report, the working day on which it is issued, and the day before which it has to be there, if there is one."""

    period: ReportPeriod
    issue_on: date
    before: date | None

    @property
    def is_late(self) -> bool:
        """Whether days off leave no working day between the last day counted and the day it is wanted by."""
        return self.before is not None and self.issue_on >= self.before


def period_for(organisation: Organisation, kind: str, year: int, nth: int) -> ReportPeriod:
    """The span of an organisation's report: by its own months and cut-off days."""
    return cut_period(organisation.month_ends_on, _cut_offs(organisation), kind, year, nth)


def previous_period(organisation: Organisation, period: ReportPeriod) -> ReportPeriod:
    """The period before one, of the same kind."""
    return period_for(organisation, period.kind, *neighbour(period.kind, period.year, period.nth, -1))


def last_years(organisation: Organisation, period: ReportPeriod) -> ReportPeriod:
    """The same period of the year before."""
    return period_for(organisation, period.kind, period.year - 1, period.nth)


def latest_ended(organisation: Organisation, kind: str, day: date) -> ReportPeriod:
    """The latest period of a kind whose last day lies before a day."""
    turns = ((year, nth) for year in (day.year, day.year - 1) for nth in range(count_of(kind), 0, -1))
    found = (period_for(organisation, kind, year, nth) for year, nth in turns)
    return next(period for period in found if period.last < day)


def owed_reports(session: Session, organisation: Organisation, day: date) -> list[ReportPeriod]:
    """The reports owed on a day in Việt Nam, issued or not: one of a kind at most, the latest whose span has ended.

    Owed from the first working day after the span on, until the next of its kind has ended: a missed run is made up,
    and a long outage gives the current report only. The month is always reported; quarter, half and year where the
    office has switched them on. None on a day off, without a plan, and for the time before the first was imported.
    """
    imported = session.scalar(select(func.min(Plan.imported_on)).where(Plan.organisation_id == organisation.id))
    if imported is None or not work_calendar(session).is_working(day):
        return []
    latest = (latest_ended(organisation, kind, day) for kind in KINDS)
    return [period for period in latest if period.last >= imported and _is_wanted(organisation, period)]


def due_of(organisation: Organisation, period: ReportPeriod, calendar: WorkCalendar) -> ReportDue:
    """When a period's report is issued, and before which day it is wanted."""
    setting = setting_of(organisation, period.kind, period.nth)
    return ReportDue(period, calendar.next_working_day(period.last + ONE), _wanted_before(setting, period))


def coming(organisation: Organisation, kind: str, nth: int, day: date, calendar: WorkCalendar) -> ReportDue:
    """The next time that a report of the year is issued, on a day or after it."""
    dues = (due_of(organisation, period_for(organisation, kind, year, nth), calendar) for year in _years(day))
    return next(due for due in dues if due.issue_on >= day)


def _years(day: date) -> Iterator[int]:
    yield from range(day.year - 1, day.year + 3)


def _is_wanted(organisation: Organisation, period: ReportPeriod) -> bool:
    """A report that had to be there before it was switched on is not owed."""
    if period.kind == "month":
        return True
    setting = setting_of(organisation, period.kind, period.nth)
    if setting is None:
        return False
    before = _wanted_before(setting, period)
    return setting.since < before if before else setting.since <= period.last


def _wanted_before(setting: ReportDate | None, period: ReportPeriod) -> date | None:
    if setting is None or setting.due_month is None or setting.due_day is None:
        return None
    return YearDay(setting.due_month, setting.due_day).first_after(period.last)


def _cut_offs(organisation: Organisation) -> CutOffs:
    return {
        (one.kind, one.nth): YearDay(one.until_month, one.until_day)
        for one in organisation.report_dates
        if one.until_month and one.until_day
    }
