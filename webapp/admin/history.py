"""What was decided about the office, its people and their accounts: the lines of history that belong to no task."""

from flask import request
from sqlalchemy import select

from planner.models import Change
from webapp.access import IDS, access
from webapp.admin import history_words, section
from webapp.answers import render
from webapp.extensions import db
from webapp.history import who
from webapp.people import current_organisation

SHOWN = 100


@section.get("/history")
@access("admin")
def history() -> str:
    """The newest lines, or those before one of them."""
    before = request.args.get("before", 0, type=int)
    query = select(Change).where(
        Change.organisation_id == current_organisation().id, Change.task_id.is_(None), Change.plan_id.is_(None),
        Change.verb.in_(history_words.VERBS), *([Change.id < before] if before in IDS else []),
    )  # fmt: skip
    lines = db.session.scalars(query.order_by(Change.id.desc()).limit(SHOWN + 1)).all()
    return render(
        "admin/history.html", lines=lines[:SHOWN], has_more=len(lines) > SHOWN, who=who,
        headline=history_words.headline, details=history_words.details,
    )  # fmt: skip
