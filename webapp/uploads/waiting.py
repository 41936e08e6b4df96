"""While a document is read: how far it is, and what to do when it was refused or its reading died."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from planner import clock
from planner.models import Upload
from planner.uploads import asked_of, begin_reading, is_silent, refusal_of, told
from webapp.access import access, load
from webapp.answers import render, wants_fragment
from webapp.form_answers import answers_form
from webapp.language import say_refusal
from webapp.reading_words import say_note
from webapp.uploads import IMPORTERS, section
from webapp.uploads.reading import read_upload
from webapp.writing import commit, writes


@section.get("/<int:id>/progress")
@access(*IMPORTERS)
def show_progress(id: int) -> str | Response:
    """How far the reading is; once it has ended the preview takes its place."""
    upload = load(Upload, id)
    if upload.state == "ready" or not wants_fragment():
        address = url_for("uploads.show", id=id)
        return Response(status=204, headers={"HX-Redirect": address}) if wants_fragment() else redirect(address, 303)
    return waiting_page(upload, "uploads/progress.html")


@section.post("/<int:id>/readings")
@access(*IMPORTERS)
@writes
@answers_form
def create_reading(id: int) -> Response:
    """Reads again what nobody reads any more."""
    upload = load(Upload, id)
    nth = 0
    if is_silent(upload, clock.now()):
        nth = begin_reading(upload, *asked_of(upload), clock.now())
    commit()
    if nth:
        read_upload(upload.id, nth)
    address = url_for("uploads.show", id=id)
    return Response(status=204, headers={"HX-Redirect": address}) if wants_fragment() else redirect(address, 303)


def waiting_page(upload: Upload, template: str = "uploads/waiting.html") -> str:
    """The page of an upload that is not ready."""
    refusal = refusal_of(upload)
    return render(
        template, upload=upload, progress=told(upload), is_silent=is_silent(upload, clock.now()), say_note=say_note,
        refusal=say_refusal(refusal) if refusal else None,
    )  # fmt: skip
