"""A plan document from upload to import: read, shown row by row with its doubts, corrected, imported or dropped."""

import hashlib
import mimetypes
from typing import Any

from flask import Blueprint, abort, redirect, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner import clock
from planner.database import begin_write
from planner.errors import Refusal
from planner.importing import same_document
from planner.language import N_
from planner.models import File, Organisation, Upload, work_calendar
from planner.period import Years
from planner.reading import PlanDraft, RowDraft, draft_from_json, read_document
from planner.text import line
from webapp import forms
from webapp.access import access, load
from webapp.answers import render, wants_fragment
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_organisation, current_person
from webapp.reading_words import say_note, span_words
from webapp.uploads import CORRECTABLE, Reading, confirm, correct, keep, reading, readings, remove, set_heading
from webapp.writing import commit, writes

section = Blueprint("uploads", __name__)

IMPORTERS = ("secretariat", "admin")
UNCHANGED = N_("Tệp này đã được nhập trước đây; không có gì thay đổi.")
WORDS = {"say_note": say_note, "span_words": span_words}
GONE = N_("Dòng này đã được bỏ khỏi bản xem trước. Đề nghị tải lại trang.")


@section.post("/uploads")
@access(*IMPORTERS)
@answers_form
def create() -> Response:
    """Reads the document while no transaction is open, then keeps what was understood."""
    organisation, person = current_organisation(), current_person()
    years = Years.parse(request.form["year"]) if line(request.form.get("year")) else None
    name, content = _sent()
    sha256 = hashlib.sha256(content).hexdigest()
    known = same_document(db.session(), organisation, sha256)
    commit()
    if known is not None:
        return done(UNCHANGED, url_for("plans.show", id=known.id))
    draft = read_document(content, name, years)
    begin_write(db.session())
    upload = _upload(organisation, person.id if person else 0, draft, content)
    db.session.add(upload)
    commit()
    address = url_for("uploads.show", id=upload.id)
    return Response(status=204, headers={"HX-Redirect": address}) if wants_fragment() else redirect(address, 303)


def _sent() -> tuple[str, bytes]:
    file = request.files.get("file")
    if file is None or not file.filename:
        raise Refusal(N_("Vui lòng chọn tệp kế hoạch."))
    content = file.read()
    if not content:
        raise Refusal(N_("Tệp “%(name)s” không có nội dung."), name=line(file.filename)[:200])
    return line(file.filename.replace("\\", "/").rsplit("/", 1)[-1])[:200], content


def _upload(organisation: Organisation, person_id: int, draft: PlanDraft, content: bytes) -> Upload:
    now = clock.now()
    media_type = mimetypes.guess_type(draft.file_name)[0] or "application/octet-stream"
    file = File(
        organisation_id=organisation.id, name=line(draft.file_name), media_type=media_type, sha256=draft.sha256,
        content=content, created_at=now,
    )  # fmt: skip
    return Upload(organisation_id=organisation.id, person_id=person_id, file=file, draft=keep(draft), created_at=now)


@section.get("/uploads/<int:id>")
@access(*IMPORTERS)
def show(id: int) -> str:
    upload = load(Upload, id)
    organisation = _organisation(upload)
    found = list(readings(upload, organisation, work_calendar(db.session())))
    return render(
        "uploads/show.html", upload=upload, draft=draft_from_json(upload.draft), readings=found,
        board_names=_board_names(organisation, found), **_figures(upload), **WORDS,
    )  # fmt: skip


@section.post("/uploads/<int:id>/heading")
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


@section.post("/uploads/<int:id>/rows/<int:key>")
@access(*IMPORTERS)
@writes
@answers_form
def update_row(id: int, key: int) -> str | Response:
    """Takes a corrected row and answers with what is understood of it now."""
    upload = load(Upload, id)
    row = correct(upload, key, {name: forms.text(name) for name in CORRECTABLE})
    return _row_answer(upload, key, row)


@section.post("/uploads/<int:id>/rows/<int:key>/confirmation")
@access(*IMPORTERS)
@writes
@answers_form
def create_confirmation(id: int, key: int) -> str | Response:
    """The clerk looked at what was doubtful: it is right as it was read."""
    upload = load(Upload, id)
    return _row_answer(upload, key, confirm(upload, key))


@section.post("/uploads/<int:id>/rows/<int:key>/removal")
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


@section.post("/uploads/<int:id>/removal")
@access(*IMPORTERS)
@writes
def destroy(id: int) -> Response:
    """Drops the upload with its file; nothing of it was imported."""
    upload = load(Upload, id)
    file = upload.file
    db.session.delete(upload)
    db.session.flush()
    db.session.delete(file)
    return done(N_("Đã bỏ bản xem trước; không có gì được nhập."), url_for("plans.index"))


def _board_names(organisation: Organisation, found: list[Reading]) -> list[str]:
    """What a board may be called: those of the organisation, then the new ones of the document."""
    new = sorted({one.row.board for one in found if one.board is None and one.row.board})
    return [*(board.name for board in organisation.boards), *new]


def _row_answer(upload: Upload, key: int, row: RowDraft | None) -> str | Response:
    if row is None:
        raise Refusal(GONE)
    organisation, calendar = _organisation(upload), work_calendar(db.session())
    one = reading(key, row, organisation, calendar)
    commit()
    if not wants_fragment():
        return redirect(url_for("uploads.show", id=upload.id) + f"#row-{key}", 303)
    return render("uploads/reading.html", one=one, upload=upload, **WORDS) + _summary(upload)


def _summary(upload: Upload) -> str:
    return render("uploads/summary.html", **_figures(upload), oob=True)


def _figures(upload: Upload) -> dict[str, Any]:
    """How much would be imported, how many rows are doubtful, and the first of these."""
    rows = draft_from_json(upload.draft).rows
    keys = [kept["key"] for kept in upload.draft["rows"] if kept["questions"]]
    tasks = sum(len(row.occurrences) for row in rows)
    return {"rows": len(rows), "tasks": tasks, "doubtful": len(keys), "first_doubtful": keys[0] if keys else None}


def _organisation(upload: Upload) -> Organisation:
    query = select(Organisation).where(Organisation.id == upload.organisation_id)
    return db.session.scalars(query).first() or abort(404)
