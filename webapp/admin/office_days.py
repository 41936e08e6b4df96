"""Days of the office's own, and the years of its term: what the calendar of marked days shows beside the holidays."""

from flask import url_for
from werkzeug.wrappers import Response

from planner import clock
from planner.language import N_
from planner.models import OfficeDay
from planner.office_days import add_office_day, remove_office_day, set_term
from webapp import forms
from webapp.access import access, load
from webapp.admin import section
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_actor, current_organisation
from webapp.writing import writes


@section.post("/office-days")
@access("admin")
@writes
@answers_form
def create_office_day() -> Response:
    made = add_office_day(
        db.session(), current_organisation(), current_actor(), clock.today(), clock.now(), name=forms.text("name"),
        day=forms.number("day") or 0, month=forms.number("month") or 0, year=forms.number("year"),
        is_lunar=forms.text("is_lunar") == "1", since=forms.number("since"),
    )  # fmt: skip
    return done(N_("Đã thêm “%(name)s” vào lịch ngày truyền thống."), url_for("admin.days"), name=made.name)


@section.post("/office-days/<int:id>/removal")
@access("admin")
@writes
@answers_form
def create_office_day_removal(id: int) -> Response:
    made = load(OfficeDay, id)
    remove_office_day(current_organisation(), made, current_actor(), clock.today(), clock.now())
    return done(N_("Đã bỏ “%(name)s” khỏi lịch ngày truyền thống."), url_for("admin.days"), name=made.name)


@section.post("/term")
@access("admin")
@writes
@answers_form
def update_term() -> Response:
    set_term(current_organisation(), forms.number("first"), forms.number("last"), current_actor(), clock.today())
    return done(N_("Đã lưu nhiệm kỳ."), url_for("admin.days"))
