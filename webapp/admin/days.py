"""The marked days of a year, and corrections of the table of public holidays; open deadlines follow."""

from datetime import date

from flask import url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.administration import correct_day
from planner.clock import today
from planner.language import N_
from planner.models import DayOff, OfficeDay
from planner.occasions import LABELS, Term, marked_days, term_of
from webapp import forms
from webapp.access import access
from webapp.admin import section
from webapp.answers import render
from webapp.extensions import db
from webapp.filters import filters
from webapp.form_answers import answers_form, done
from webapp.language import current_language
from webapp.people import current_actor, current_organisation
from webapp.writing import writes


@section.get("/days-off")
@access("admin")
def days() -> str:
    year = filters().year
    corrections = db.session.scalars(
        select(DayOff).where(DayOff.day.between(date(year, 1, 1), date(year, 12, 31))).order_by(DayOff.day)
    ).all()
    organisation = current_organisation()
    own = db.session.scalars(
        select(OfficeDay).where(OfficeDay.organisation_id == organisation.id, OfficeDay.removed_at.is_(None))
        .order_by(OfficeDay.month, OfficeDay.day, OfficeDay.id)
    ).all()  # fmt: skip
    marked = marked_days(Term(year, year), corrections, [one.occasion for one in own], current_language())
    return render(
        "admin/days.html", corrections=corrections, marked=marked, labels=LABELS, own=own, organisation=organisation,
        front_term=term_of(today()),
    )  # fmt: skip


@section.post("/days-off")
@access("admin")
@writes
@answers_form
def create_day() -> Response:
    day, is_off = forms.needed_day("day"), forms.text("is_off") == "1"
    organisation, name = current_organisation(), forms.text("name")
    correct_day(db.session(), organisation, day, is_off, name, current_actor(), today())
    sentence = N_("Đã ghi nhận ngày %(day)s; các hạn liên quan được tính lại.")
    return done(sentence, url_for("admin.days", year=day.year), day=f"{day:%d/%m/%Y}")
