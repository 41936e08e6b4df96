"""Work that the running text dates: taken over as rows for a board, one or all, and given back."""

from collections.abc import Callable

from flask import redirect, url_for
from werkzeug.wrappers import Response

from planner.models import Upload
from planner.proposals import FIRST_KEY, proposals, propose, propose_all, withdraw
from webapp import forms
from webapp.access import access
from webapp.answers import render, wants_fragment
from webapp.form_answers import answers_form
from webapp.uploads import IMPORTERS, section
from webapp.uploads.preview import WORDS, figures, load_ready, organisation_of, some_readings
from webapp.writing import commit, writes


@section.post("/<int:id>/proposals/<int:index>")
@access(*IMPORTERS)
@writes
@answers_form
def create_proposed_row(id: int, index: int) -> str | Response:
    """Takes a piece of work over as a row of a board, or gives the row that it is another board."""
    return _changed(id, lambda upload: propose(upload, index, forms.text("board")), [index])


@section.post("/<int:id>/proposals/<int:index>/withdrawal")
@access(*IMPORTERS)
@writes
@answers_form
def create_withdrawal(id: int, index: int) -> str | Response:
    """Gives it back: the row goes, the proposal stays."""
    return _changed(id, lambda upload: withdraw(upload, index), [index])


@section.post("/<int:id>/proposals")
@access(*IMPORTERS)
@writes
@answers_form
def create_proposed_rows(id: int) -> str | Response:
    """Takes over everything that is no row yet."""
    upload = load_ready(id)
    left = [one.index for one in proposals(upload) if one.row is None]
    return _changed(id, lambda upload: propose_all(upload, forms.text("board")), left)


def _changed(id: int, change: Callable[[Upload], object], indexes: list[int]) -> str | Response:
    upload = load_ready(id)
    before = {row["key"] for row in upload.draft["rows"]}
    change(upload)
    return proposal_answer(upload, indexes, before)


def proposal_answer(upload: Upload, indexes: list[int], before: set[int] | None = None) -> str | Response:
    """The proposals as they are now; the rows that they became or were, where the preview's rows stand."""
    found = {one.index: one for one in proposals(upload)}
    keys = [FIRST_KEY + index for index in indexes]
    rows = some_readings(upload, keys)
    counted, boards = figures(upload), organisation_of(upload).boards
    commit()
    if not wants_fragment():
        return redirect(url_for("uploads.show", id=upload.id) + "#proposals", 303)
    return render(
        "uploads/proposed.html", upload=upload, changed=[found[index] for index in indexes if index in found],
        readings=rows, fresh=[one for one in rows if one.key not in (before or ())], boards=boards,
        gone=[key for key in keys if key not in {one.key for one in rows}], oob=True, **counted, **WORDS,
    )  # fmt: skip
