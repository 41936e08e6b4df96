"""The year as a timeline: each task a line, its two milestones as bars on the days of the year."""

from flask import Blueprint

section = Blueprint("timeline", __name__)

from webapp.year_lines import views  # noqa: E402 - the views hang themselves onto the section

__all__ = ["section", "views"]
