"""The month's report by its year and month, until every flow speaks of periods."""

from datetime import date

from sqlalchemy.orm import Session

from planner.issuing.reports import issue_report, scopes_without_report
from planner.models import Board, Document, Organisation
from planner.reporting import owed_reports, period_for
from planner.workdays import WorkCalendar

Month = tuple[int, int]


def owed_month(session: Session, organisation: Organisation, day: date, calendar: WorkCalendar) -> Month | None:
    owed = (period for period in owed_reports(session, organisation, day) if period.kind == "month")
    return next(((period.year, period.nth) for period in owed), None)


def scopes_without_digest(session: Session, organisation: Organisation, month: Month) -> list[Board | None]:
    return scopes_without_report(session, organisation, period_for(organisation, "month", *month))


def issue_digest(
    session: Session, organisation: Organisation, month: Month, board: Board | None, today: date
) -> Document | None:
    return issue_report(session, organisation, period_for(organisation, "month", *month), board, today)
