"""The preview: what was understood of a document, doubtful rows first; the whole of it dropped."""

from typing import Any

from flask import abort, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.language import N_
from planner.models import Organisation, Upload, work_calendar
from planner.proposals import proposals
from planner.reading import MARKED, MEANINGS, draft_from_json
from planner.uploads import (
    Reading,
    bodies,
    discard,
    heading_answers,
    hold,
    question_text,
    readings,
    refusal_of,
    removed_rows,
    require_read,
    touched,
)
from webapp import forms
from webapp.access import IDS, access, load
from webapp.answers import render
from webapp.extensions import db
from webapp.form_answers import done
from webapp.language import say_refusal
from webapp.pages.plan_issues import issued_again
from webapp.reading_words import COLUMN_WORDS, say_note, span_words
from webapp.target_words import measure_words
from webapp.uploads import IMPORTERS, section
from webapp.uploads.waiting import waiting_page
from webapp.writing import writes

WORDS = {"say_note": say_note, "span_words": span_words, "column_words": COLUMN_WORDS, "measure_words": measure_words}
PAGE = 100  # rows that are shown at once; the others follow when they come into sight
MOST_ROWS = 300  # that are shown anew by one answer; the others are when the page is
GROUPS = ("doubtful", "rest")


@section.get("/<int:id>")
@access(*IMPORTERS)
def show(id: int) -> str:
    upload = load(Upload, id)
    if upload.state != "ready":
        return waiting_page(upload)
    organisation, refusal = organisation_of(upload), refusal_of(upload)
    draft = draft_from_json({**upload.draft, "rows": []})
    return render(
        "uploads/show.html", upload=upload, draft=draft, groups=[_group(upload, group, 0) for group in GROUPS],
        removed=removed_rows(upload), bodies=bodies(upload, organisation), boards=organisation.boards,
        asked=heading_answers(upload, board_names(organisation)), touched=touched(upload),
        proposals=list(proposals(upload)),
        refusal=say_refusal(refusal) if refusal else None, meanings=MEANINGS, marked=MARKED, **figures(upload), **WORDS,
        **issued_again(upload, draft),
    )  # fmt: skip


@section.get("/<int:id>/rows")
@access(*IMPORTERS)
def index_rows(id: int) -> str:
    """The rows of a group that follow a row; what the page leaves out for its length."""
    upload, group = load(Upload, id), request.args.get("group", "")
    require_read(upload)
    if group not in GROUPS:
        abort(404)
    after = forms.row_id(request.args.get("after", ""))
    return render("uploads/rows.html", upload=upload, group=_group(upload, group, after), **figures(upload), **WORDS)


@section.post("/<int:id>/removal")
@access(*IMPORTERS)
@writes
def destroy(id: int) -> Response:
    """Drops the upload with its file; nothing of it was imported."""
    discard(db.session(), load(Upload, id))
    return done(N_("Đã bỏ bản xem trước; không có gì được nhập."), url_for("plans.index"))


def _group(upload: Upload, name: str, after: int) -> dict[str, Any]:
    """The next rows of a group in the document's order, and the key after which more follow."""
    doubtful = name == "doubtful"
    keys = [row["key"] for row in upload.draft["rows"] if bool(row["questions"]) is doubtful]
    left = keys[keys.index(after) + 1 :] if after in keys else [key for key in keys if key > after]
    shown = left[:PAGE]
    return {
        "name": name,
        "rows": some_readings(upload, shown),
        "number": len(keys),
        "more": shown[-1] if len(left) > PAGE else None,
    }


def figures(upload: Upload) -> dict[str, Any]:
    """How much would be imported, how many rows are doubtful, the first of these, and how often a thing is asked."""
    rows = upload.draft["rows"]
    doubtful = [row["key"] for row in rows if row["questions"]]
    same: dict[str, int] = {}
    for row in rows:
        for question in set(map(question_text, row["questions"])):
            same[question] = same.get(question, 0) + 1
    return {
        "rows": len(rows), "tasks": sum(row.get("tasks", 1) for row in rows), "doubtful": len(doubtful),
        "first_doubtful": doubtful[0] if doubtful else None, "same": same,
    }  # fmt: skip


def one_reading(upload: Upload, key: int) -> Reading | None:
    """A row of the preview as it is now."""
    return next(iter(some_readings(upload, [key])), None)


def some_readings(upload: Upload, keys: list[int]) -> list[Reading]:
    """Those of these rows that are there, as they are now."""
    return list(readings(upload, organisation_of(upload), work_calendar(db.session()), keys))


def organisation_of(upload: Upload) -> Organisation:
    query = select(Organisation).where(Organisation.id == upload.organisation_id)
    return db.session.scalars(query).first() or abort(404)


def board_names(organisation: Organisation) -> tuple[str, ...]:
    return tuple(board.name for board in organisation.boards)


def load_ready(id: int) -> Upload:
    """The upload, if nobody reads it at this moment; nobody else changes it until the transaction ends."""
    hold(db.session(), id if id in IDS else 0)
    upload = load(Upload, id)
    require_read(upload)
    return upload
