"""A paper of today that is not issued, to look at the form and wording that an office has chosen."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from planner.errors import Refusal
from planner.language import N_
from planner.models import Organisation, work_calendar
from planner.reporting import period_for
from planner.sheets.digest import digest_sheet
from planner.sheets.minutes import minutes_sheet
from planner.sheets.reminder import items_for, reminder_sheet

KINDS = ("digest", "reminder", "minutes")


def sample_sheet(session: Session, organisation: Organisation, kind: str, day: date) -> dict[str, Any]:
    """The data of the month's report, of a letter to the first board, or of minutes; without a number."""
    if kind == "digest":
        month = period_for(organisation, "month", day.year, day.month)
        return digest_sheet(session, organisation, period=month, number=0, issued_on=day)
    if kind == "minutes":
        return minutes_sheet(organisation, [], held_on=day)
    if not organisation.boards:
        raise Refusal(N_("Cơ quan chưa có bộ phận nào để gửi phiếu nhắc việc."))
    board = organisation.boards[0]
    return reminder_sheet(organisation, board, items_for(session, board, day), 0, day, work_calendar(session))
