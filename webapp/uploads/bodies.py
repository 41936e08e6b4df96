"""The bodies that a document names, each beside the board that it means."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from planner.text import line, name_key
from planner.uploads import bodies, choose_board
from webapp import forms
from webapp.access import access
from webapp.answers import render, wants_fragment
from webapp.form_answers import answers_form
from webapp.uploads import IMPORTERS, section
from webapp.uploads.preview import MOST_ROWS, WORDS, figures, load_ready, organisation_of, some_readings
from webapp.writing import commit, writes


@section.post("/<int:id>/bodies")
@access(*IMPORTERS)
@writes
@answers_form
def update_body(id: int) -> str | Response:
    """Says which board a name means; it becomes the board's alias when the plan is imported."""
    upload, name = load_ready(id), line(forms.text("name"))
    organisation, key = organisation_of(upload), name_key(name)
    choose_board(upload, organisation, name, forms.number("board"))
    one = next((body for body in bodies(upload, organisation) if body.key == key), None)
    rows = [row["key"] for row in upload.draft["rows"] if name_key(row["board"]) == key][:MOST_ROWS]
    found = some_readings(upload, rows)
    counted = figures(upload)
    commit()
    if one is None or not wants_fragment():
        return redirect(url_for("uploads.show", id=id) + "#bodies", 303)
    return render(
        "uploads/body_answer.html", upload=upload, body=one, boards=organisation.boards, readings=found, **counted,
        **WORDS,
    )  # fmt: skip
