"""What the columns of a table mean, said by hand: the kept document is read again by it."""

from typing import Any

from flask import abort, request, url_for
from werkzeug.wrappers import Response

from planner import clock
from planner.errors import Refusal
from planner.language import N_
from planner.models import Upload
from planner.reading import TableColumns, choices_of, draft_from_json
from planner.uploads import asked_of, begin_reading, refusal_of, touched
from webapp import forms
from webapp.access import access
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.uploads import IMPORTERS, section
from webapp.uploads.preview import load_ready
from webapp.uploads.reading import read_upload
from webapp.writing import commit, writes

LOST = N_("Đọc lại theo các cột đã chọn sẽ bỏ những gì đã sửa ở %(count)s dòng. Đề nghị đánh dấu đồng ý rồi bấm lại.")
_COLUMN = "column-"


@section.post("/<int:id>/columns")
@access(*IMPORTERS)
@writes
@answers_form
def update_columns(id: int) -> Response:
    """Reads the document again; what was corrected in its rows is lost only after the clerk has agreed to that."""
    upload = load_ready(id)
    if upload.file is None:  # a copied plan has no columns to be read by
        abort(404)
    if (rows := touched(upload)) and not forms.text("lose"):
        raise Refusal(LOST, count=rows)
    tables = draft_from_json({**upload.draft, "rows": []}).tables
    chosen = TableColumns.from_json(_said())
    choices = {**choices_of(tables), forms.number("table") or 0: chosen}
    nth = begin_reading(upload, asked_of(upload)[0], choices, clock.now())
    commit()
    read_upload(upload.id, nth)
    _raise_refusal(upload)
    return done(N_("Đã đọc lại văn bản theo các cột đã chọn."), url_for("uploads.show", id=id))


def _said() -> dict[str, Any]:
    """The form's choices in the shape that the reader keeps them in."""
    columns = {name.removeprefix(_COLUMN): value for name, value in request.form.items() if name.startswith(_COLUMN)}
    return {"header_rows": forms.number("header_rows") or 0, "columns": columns if not forms.text("no_plan") else {}}


def _raise_refusal(upload: Upload) -> None:
    """The earlier reading stays when the document cannot be read by what was chosen."""
    db.session.refresh(upload)
    refusal = refusal_of(upload) if upload.state == "ready" else None
    commit()
    if refusal is not None:
        raise refusal
