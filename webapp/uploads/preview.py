"""The preview: what was understood of a document, its heading corrected, the whole of it dropped."""

from typing import Any

from flask import abort, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.errors import Refusal
from planner.language import N_
from planner.models import Organisation, Upload, work_calendar
from planner.period import Years
from planner.reading import draft_from_json
from planner.text import line
from planner.uploads import Reading, discard, readings, set_heading
from webapp import forms
from webapp.access import access, load
from webapp.answers import render
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.reading_words import say_note, span_words
from webapp.uploads import IMPORTERS, section
from webapp.writing import writes

WORDS = {"say_note": say_note, "span_words": span_words}


@section.get("/<int:id>")
@access(*IMPORTERS)
def show(id: int) -> str:
    upload = load(Upload, id)
    organisation = organisation_of(upload)
    found = list(readings(upload, organisation, work_calendar(db.session())))
    return render(
        "uploads/show.html", upload=upload, draft=draft_from_json(upload.draft), readings=found,
        board_names=_board_names(organisation, found), **figures(upload), **WORDS,
    )  # fmt: skip


@section.post("/<int:id>/heading")
@access(*IMPORTERS)
@writes
@answers_form
def update_heading(id: int) -> Response:
    """Title, number, date and years; with other years every time is read anew."""
    upload = load(Upload, id)
    title = line(forms.text("title"))
    if not title:
        raise Refusal(N_("Vui lòng nhập tên kế hoạch."))
    set_heading(upload, title, line(forms.text("number")), forms.day("date"), Years.parse(forms.text("years")))
    return done(N_("Đã lưu thông tin kế hoạch."), url_for("uploads.show", id=id))


@section.post("/<int:id>/removal")
@access(*IMPORTERS)
@writes
def destroy(id: int) -> Response:
    """Drops the upload with its file; nothing of it was imported."""
    discard(db.session(), load(Upload, id))
    return done(N_("Đã bỏ bản xem trước; không có gì được nhập."), url_for("plans.index"))


def _board_names(organisation: Organisation, found: list[Reading]) -> list[str]:
    """What a board may be called: those of the organisation, then the new ones of the document."""
    new = sorted({one.row.board for one in found if one.board is None and one.row.board})
    return [*(board.name for board in organisation.boards), *new]


def figures(upload: Upload) -> dict[str, Any]:
    """How much would be imported, how many rows are doubtful, and the first of these."""
    rows = draft_from_json(upload.draft).rows
    keys = [kept["key"] for kept in upload.draft["rows"] if kept["questions"]]
    tasks = sum(len(row.occurrences) for row in rows)
    return {"rows": len(rows), "tasks": tasks, "doubtful": len(keys), "first_doubtful": keys[0] if keys else None}


def organisation_of(upload: Upload) -> Organisation:
    query = select(Organisation).where(Organisation.id == upload.organisation_id)
    return db.session.scalars(query).first() or abort(404)
