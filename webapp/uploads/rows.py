"""The rows of a preview: corrected and read again as they are typed, confirmed, left out."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from planner.errors import Refusal
from planner.language import N_
from planner.models import Upload, work_calendar
from planner.reading import RowDraft
from planner.uploads import CORRECTABLE, confirm, correct, reading, remove
from webapp import forms
from webapp.access import access, load
from webapp.answers import render, wants_fragment
from webapp.extensions import db
from webapp.form_answers import answers_form
from webapp.uploads import IMPORTERS, section
from webapp.uploads.preview import WORDS, figures, organisation_of
from webapp.writing import commit, writes

GONE = N_("Dòng này đã được bỏ khỏi bản xem trước. Đề nghị tải lại trang.")


@section.post("/<int:id>/rows/<int:key>")
@access(*IMPORTERS)
@writes
@answers_form
def update_row(id: int, key: int) -> str | Response:
    """Takes a corrected row and answers with what is understood of it now."""
    upload = load(Upload, id)
    row = correct(upload, key, {name: forms.text(name) for name in CORRECTABLE})
    return _row_answer(upload, key, row)


@section.post("/<int:id>/rows/<int:key>/confirmation")
@access(*IMPORTERS)
@writes
@answers_form
def create_confirmation(id: int, key: int) -> str | Response:
    """The clerk looked at what was doubtful: it is right as it was read."""
    upload = load(Upload, id)
    return _row_answer(upload, key, confirm(upload, key))


@section.post("/<int:id>/rows/<int:key>/removal")
@access(*IMPORTERS)
@writes
@answers_form
def create_removal(id: int, key: int) -> str | Response:
    """Leaves a row out; the document itself keeps it."""
    upload = load(Upload, id)
    remove(upload, key)
    commit()
    if not wants_fragment():
        return redirect(url_for("uploads.show", id=id), 303)
    return _summary(upload)


def _row_answer(upload: Upload, key: int, row: RowDraft | None) -> str | Response:
    if row is None:
        raise Refusal(GONE)
    organisation, calendar = organisation_of(upload), work_calendar(db.session())
    one = reading(upload, key, row, organisation, calendar)
    commit()
    if not wants_fragment():
        return redirect(url_for("uploads.show", id=upload.id) + f"#row-{key}", 303)
    return render("uploads/reading.html", one=one, upload=upload, **WORDS) + _summary(upload)


def _summary(upload: Upload) -> str:
    return render("uploads/summary.html", **figures(upload), oob=True)
