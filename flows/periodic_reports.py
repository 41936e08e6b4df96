"""On the first working day after a quarter, half-year or year, by the office's own dates: the reports it has chosen."""

from datetime import date

from prefect.client.schemas.objects import State

from flows.issuing_reports import issue_owed
from flows.making import office_flow
from flows.naming import dated
from flows.office import the_day
from planner.language import N_

ISSUED = N_("Ngày %(day)s: đã lập %(count)d báo cáo quý, 6 tháng, năm.")


@office_flow(dated)
def periodic_reports(day: date | None = None) -> State[str]:
    """Issues and prints the reports that the day owes (default: today in Việt Nam); a second run issues nothing."""
    return issue_owed(("quarter", "half", "year"), the_day(day), ISSUED, "periodic-reports")
