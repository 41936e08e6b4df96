"""The spans of time that an office reports on, and the days on which its reports are owed."""

from planner.reporting.period import ReportPeriod

__all__ = ["ReportPeriod"]
