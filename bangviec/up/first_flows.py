"""`python -m bangviec.up.first_flows`: runs each flow once at the first start, so that the board is alive.

One that fails holds up no other; it is in the log, and the first runs are made again at the next start. Papers go
out on working days only; on a weekend they are those of the last working day.
"""

import sys
from datetime import date
from typing import Any

from flows.registry import FLOWS
from planner import clock
from planner.database import make_engine, reading
from planner.models import work_calendar
from planner.settings import database_url

ORDER = ("roll_over", "publish_feeds", "monthly_digest", "periodic_reports", "send_reminders", "tell_people", "deliver")
ON_WORKING_DAYS = ("monthly_digest", "periodic_reports", "send_reminders", "tell_people")


def main() -> None:
    today = clock.today()
    working = last_working_day(today)
    days = {name: working if name in ON_WORKING_DAYS else today for name in ORDER}
    completed = [_completes(FLOWS[name], day) for name, day in days.items()]
    sys.exit(0 if all(completed) else 1)


def _completes(flow: Any, day: date) -> bool:
    """Runs a flow to its end; tells whether all went well."""
    return bool(flow(day, return_state=True).is_completed())


def last_working_day(today: date) -> date:
    """Today, or the working day before it."""
    with reading(make_engine(database_url())) as session:
        return work_calendar(session).last_working_day(None, today)


if __name__ == "__main__":
    main()
