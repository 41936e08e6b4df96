"""On the first working day after an office's month, or as soon as may be after it: the digests of that month."""

from datetime import date

from prefect.client.schemas.objects import State

from flows.issuing_reports import issue_owed
from flows.making import office_flow
from flows.naming import dated
from flows.office import the_day
from planner.language import N_

ISSUED = N_("Ngày %(day)s: đã lập %(count)d báo cáo tháng.")


@office_flow(dated)
def monthly_digest(day: date | None = None) -> State[str]:
    """Issues and prints the digests that the day owes (default: today in Việt Nam); a second run issues nothing."""
    return issue_owed(("month",), the_day(day), ISSUED, "monthly-digest")
