"""The rows of a preview: corrected and read again as they are typed, answered, confirmed, left out, taken back."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from planner.errors import Refusal
from planner.language import N_
from planner.models import Upload
from planner.proposals import FIRST_KEY
from planner.text import clean
from planner.uploads import CORRECTABLE, answer, confirm, correct, remove, removed_rows, restore, rows_asking
from webapp import forms
from webapp.access import access
from webapp.answers import render, wants_fragment
from webapp.form_answers import answers_form
from webapp.uploads import IMPORTERS, section
from webapp.uploads.preview import (
    MOST_ROWS,
    WORDS,
    board_names,
    figures,
    load_ready,
    one_reading,
    organisation_of,
    some_readings,
)
from webapp.uploads.proposals import proposal_answer
from webapp.writing import commit, writes

GONE = N_("Dòng này đã được bỏ khỏi bản xem trước. Đề nghị tải lại trang.")


@section.post("/<int:id>/rows/<int:key>")
@access(*IMPORTERS)
@writes
@answers_form
def update_row(id: int, key: int) -> str | Response:
    """Takes a corrected row and answers with what is understood of it now."""
    upload = load_ready(id)
    if correct(upload, key, {name: forms.text(name) for name in CORRECTABLE}) is None:
        raise Refusal(GONE)
    return _row_answer(upload, key, "uploads/reading.html")


@section.post("/<int:id>/rows/<int:key>/answers")
@access(*IMPORTERS)
@writes
@answers_form
def create_answer(id: int, key: int) -> str | Response:
    """Takes one of the answers that were offered, for this row or for every row that asks the same."""
    upload = load_ready(id)
    question, label = forms.text("question"), clean(forms.text("answer"))
    boards = board_names(organisation_of(upload))
    others = [other for other in rows_asking(upload, question) if other != key] if forms.text("everywhere") else []
    for one in (key, *others):
        answer(upload, one, question, label, boards)
    return _answered(upload, key, others)


@section.post("/<int:id>/rows/<int:key>/confirmation")
@access(*IMPORTERS)
@writes
@answers_form
def create_confirmation(id: int, key: int) -> str | Response:
    """The clerk looked at what was doubtful: it is right as it was read."""
    upload = load_ready(id)
    if confirm(upload, key) is None:
        raise Refusal(GONE)
    return _row_answer(upload, key, "uploads/reading.html")


@section.post("/<int:id>/rows/<int:key>/removal")
@access(*IMPORTERS)
@writes
@answers_form
def create_removal(id: int, key: int) -> str | Response:
    """Leaves a row out; the document itself keeps it, and the row can be taken back."""
    upload = load_ready(id)
    remove(upload, key)
    if key >= FIRST_KEY:
        return proposal_answer(upload, [key - FIRST_KEY])
    return _answered(upload, key, [])


@section.post("/<int:id>/rows/<int:key>/restoration")
@access(*IMPORTERS)
@writes
@answers_form
def create_restoration(id: int, key: int) -> str | Response:
    """Takes a row back to its place."""
    upload = load_ready(id)
    if restore(upload, key) is None:
        raise Refusal(GONE)
    return _row_answer(upload, key, "uploads/row.html")


def _answered(upload: Upload, key: int, others: list[int]) -> str | Response:
    """The row as it is now, or the place that is left of it; other rows beside it where they stand."""
    if one_reading(upload, key) is not None:
        return _row_answer(upload, key, "uploads/row.html", others)
    left_out = next((row for kept, row in removed_rows(upload) if kept == key), None)
    if left_out is None:
        raise Refusal(GONE)
    commit()
    if not wants_fragment():
        return redirect(url_for("uploads.show", id=upload.id), 303)
    return render("uploads/removed_row.html", upload=upload, key=key, row=left_out, **WORDS) + summary(upload)


def _row_answer(upload: Upload, key: int, template: str, others: list[int] | None = None) -> str | Response:
    first, *rest = some_readings(upload, [key, *(others or [])][:MOST_ROWS])
    counted = figures(upload)
    commit()
    if not wants_fragment():
        return redirect(url_for("uploads.show", id=upload.id) + f"#row-{key}", 303)
    said = render(template, one=first, upload=upload, **counted, **WORDS)
    for other in rest:
        said += render("uploads/row.html", one=other, upload=upload, oob=True, **counted, **WORDS)
    spoken = render("uploads/spoken.html", one=first, **WORDS)
    return said + spoken + summary(upload)


def summary(upload: Upload) -> str:
    """How much would be imported and is doubtful now, for its place on the page."""
    return render("uploads/summary.html", **figures(upload), oob=True)
