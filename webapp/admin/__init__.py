"""Administration: the organisation's wording, boards, people, days off, flows and the outbox. For administrators."""

from flask import Blueprint

section = Blueprint("admin", __name__, url_prefix="/admin")

from webapp.admin import (  # noqa: E402 - they hang themselves on
    boards,
    days,
    flows,
    history,
    letter_form,
    merging,
    office_days,
    organisation,
    outbox,
    people,
    reporting,
    superior,
)

__all__ = [
    "boards", "days", "flows", "history", "letter_form", "merging", "office_days", "organisation", "outbox", "people",
    "reporting", "section", "superior",
]  # fmt: skip
