"""On a day off nobody's mail rings: what need not come that day waits for the next working day."""

from datetime import date

from sqlalchemy.orm import Session

from planner.models import work_calendar
from planner.settings import mailbox_folder


def rests(session: Session, day: date) -> bool:
    """Whether mail rests on a day (Asia/Ho_Chi_Minh): on every day off, unless a trial keeps mail to itself."""
    return not mailbox_folder() and not work_calendar(session).is_working(day)
