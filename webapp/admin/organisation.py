"""The words and the form of the organisation's letters, and where it stands among the others."""

from flask import url_for
from werkzeug.wrappers import Response

from planner.administration import LETTERHEAD, set_letterhead
from planner.clock import today
from planner.language import N_
from planner.superiors import possible_superiors
from webapp import forms
from webapp.access import access
from webapp.admin import section
from webapp.admin.letter_form import letter_form_context
from webapp.answers import render
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_actor, current_organisation
from webapp.writing import writes


@section.get("")
@access("admin")
def show() -> str:
    organisation = current_organisation()
    superiors = possible_superiors(db.session(), organisation, current_actor())
    form = letter_form_context(organisation)
    return render("admin/organisation.html", organisation=organisation, superiors=superiors, **form)


@section.post("/organisation")
@access("admin")
@writes
@answers_form
def update_organisation() -> Response:
    words = {key: forms.text(key) for key in LETTERHEAD}
    set_letterhead(current_organisation(), current_actor(), today(), **words)
    return done(N_("Đã lưu thông tin cơ quan."), url_for("admin.show"))
