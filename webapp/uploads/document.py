"""What a document says of itself, corrected; what is asked about the whole of it, answered."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from planner.errors import Refusal
from planner.language import N_
from planner.period import Years
from planner.text import clean, line
from planner.uploads import answer_heading, set_heading
from webapp import forms
from webapp.access import access
from webapp.answers import wants_fragment
from webapp.form_answers import answers_form, done
from webapp.uploads import IMPORTERS, section
from webapp.uploads.preview import board_names, load_ready, organisation_of
from webapp.writing import writes


@section.post("/<int:id>/heading")
@access(*IMPORTERS)
@writes
@answers_form
def update_heading(id: int) -> Response:
    """Title, number, date and years; with other years every time is read anew."""
    upload = load_ready(id)
    title = line(forms.text("title"))
    if not title:
        raise Refusal(N_("Vui lòng nhập tên kế hoạch."))
    set_heading(upload, title, line(forms.text("number")), forms.day("date"), Years.parse(forms.text("years")))
    return done(N_("Đã lưu thông tin kế hoạch."), url_for("uploads.show", id=id))


@section.post("/<int:id>/answers")
@access(*IMPORTERS)
@writes
@answers_form
def create_document_answer(id: int) -> Response:
    """Takes one of the answers to a question about the document; rows may read otherwise then, so the page is new."""
    upload = load_ready(id)
    boards = board_names(organisation_of(upload))
    answer_heading(upload, forms.text("question"), clean(forms.text("answer")), boards)
    address = url_for("uploads.show", id=id)
    return Response(status=204, headers={"HX-Redirect": address}) if wants_fragment() else redirect(address, 303)
