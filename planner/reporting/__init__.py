"""The spans of time that an office reports on, and the days on which its reports are owed."""

from planner.reporting.owing import (
    ReportDue,
    coming,
    due_of,
    last_years,
    latest_ended,
    owed_reports,
    period_for,
    previous_period,
)
from planner.reporting.period import KINDS, ReportPeriod
from planner.reporting.settings import drop_report, set_month_end, set_report
from planner.reporting.spans import YearDay, period_of

__all__ = [
    "KINDS", "ReportDue", "ReportPeriod", "YearDay", "coming", "drop_report", "due_of", "last_years", "latest_ended",
    "owed_reports", "period_for", "period_of", "previous_period", "set_month_end", "set_report",
]  # fmt: skip
