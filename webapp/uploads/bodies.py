"""The bodies that a document names, each beside the board that it means."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from planner.models import work_calendar
from planner.text import line, name_key
from planner.uploads import bodies, choose_board, readings
from webapp import forms
from webapp.access import access
from webapp.answers import render, wants_fragment
from webapp.extensions import db
from webapp.form_answers import answers_form
from webapp.uploads import IMPORTERS, section
from webapp.uploads.preview import WORDS, figures, load_ready, organisation_of
from webapp.writing import commit, writes

MOST_ROWS = 300  # that are shown anew at once; the others are when the page is


@section.post("/<int:id>/bodies")
@access(*IMPORTERS)
@writes
@answers_form
def update_body(id: int) -> str | Response:
    """Says which board a name means; it becomes the board's alias when the plan is imported."""
    upload, name = load_ready(id), line(forms.text("name"))
    organisation, key = organisation_of(upload), name_key(name)
    choose_board(upload, organisation, name, forms.number("board"))
    one = next((body for body in bodies(upload, organisation) if name_key(body.name) == key), None)
    rows = [row["key"] for row in upload.draft["rows"] if name_key(row["board"]) == key][:MOST_ROWS]
    found = list(readings(upload, organisation, work_calendar(db.session()), rows))
    counted = figures(upload)
    commit()
    if one is None or not wants_fragment():
        return redirect(url_for("uploads.show", id=id) + "#bodies", 303)
    return render(
        "uploads/body_answer.html", upload=upload, body=one, boards=organisation.boards, readings=found, **counted,
        **WORDS,
    )  # fmt: skip
