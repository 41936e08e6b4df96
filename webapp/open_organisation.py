"""POST /organisation: which organisation's work is shown, for people with roles in several."""

from flask import Blueprint, redirect, request, session, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.models import Organisation
from webapp.access import access, load
from webapp.extensions import db
from webapp.people import current_actor

section = Blueprint("open_organisation", __name__)


@section.post("/organisation")
@access.anyone
def update() -> Response:
    session["organisation_id"] = load(Organisation, request.form.get("organisation", 0, type=int)).id
    return redirect(url_for("kanban.show"), 303)


def choices() -> list[tuple[int, str]]:
    """The organisations that the person may open, when there is a choice at all."""
    ids = current_actor().organisation_ids
    if len(ids) < 2:
        return []
    query = select(Organisation.id, Organisation.name).where(Organisation.id.in_(ids)).order_by(Organisation.name)
    return [(number, name) for number, name in db.session.execute(query)]
