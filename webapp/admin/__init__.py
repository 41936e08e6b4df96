"""Administration: the organisation's wording, boards, people, days off, flows and the outbox. For administrators."""

from flask import Blueprint

section = Blueprint("admin", __name__, url_prefix="/admin")

from webapp.admin import boards, days, flows, organisation, outbox, people  # noqa: E402 - they hang themselves on

__all__ = ["boards", "days", "flows", "organisation", "outbox", "people", "section"]
