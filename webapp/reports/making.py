"""Drafts made from other pages: the minutes of a day's overdue review, and a plan's annex."""

from flask import url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.clock import today
from planner.issuing import issue_annex, issue_minutes
from planner.issuing.annexes import annex_key
from planner.issuing.minutes import minutes_key
from planner.language import N_
from planner.models import Document, Plan
from webapp import forms
from webapp.access import access, load
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_actor, current_organisation
from webapp.reports import section
from webapp.writing import commit, writes

MADE = N_("Đã lập dự thảo “%(title)s”; Văn phòng xem rồi ban hành tại đây.")
KNOWN = N_("“%(title)s” đã được lập trước đây.")


@section.post("/minutes")
@access("secretariat")
@writes
@answers_form
def create_minutes() -> Response:
    """The minutes of what a day's review decided, as a draft; the one that there is already, if there is."""
    organisation, day = current_organisation(), forms.day("day") or today()
    made = issue_minutes(db.session(), organisation, day, current_actor(), today())
    return _to(made, minutes_key(organisation, day))


@section.post("/annexes")
@access("secretariat")
@writes
@answers_form
def create_annex() -> Response:
    """The annex of a plan as of today, as a draft; the one that there is already, if there is."""
    plan = load(Plan, forms.number("plan") or 0)
    made = issue_annex(db.session(), plan, current_actor(), today())
    return _to(made, annex_key(plan, today()))


def _to(made: Document | None, key: str) -> Response:
    document = made or db.session.scalars(select(Document).where(Document.key == key)).one()
    commit()
    return done(MADE if made else KNOWN, url_for("reports.show", id=document.id), title=document.title)
