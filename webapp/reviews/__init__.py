"""The overdue review as a session: begun from the page of what is late, walked item by item, ended by its minutes."""

from flask import Blueprint

section = Blueprint("reviews", __name__, url_prefix="/reviews")

from webapp.reviews import decisions, items, sessions  # noqa: E402 - they hang themselves on

__all__ = ["decisions", "items", "section", "sessions"]
