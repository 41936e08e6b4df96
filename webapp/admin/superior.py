"""Under which other organisation the open one stands."""

from flask import url_for
from werkzeug.wrappers import Response

from planner.clock import today
from planner.language import N_
from planner.models import Organisation
from planner.superiors import place_under
from webapp import forms
from webapp.access import access, load
from webapp.admin import section
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_actor, current_organisation
from webapp.writing import writes


@section.post("/superior")
@access("admin")
@writes
@answers_form
def update_superior() -> Response:
    chosen = forms.text("superior")
    superior = load(Organisation, forms.row_id(chosen)) if chosen else None
    place_under(db.session(), current_organisation(), superior, current_actor(), today())
    return done(N_("Đã lưu cơ quan cấp trên."), url_for("admin.show"))
