"""A document between reading and import: its draft as the clerk corrects it, kept as JSON, each row by a key."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.deadlines import deadline_of
from planner.importing import import_plan
from planner.models import Board, Organisation, Plan, Upload
from planner.period import Period, Span, Years
from planner.reading import PlanDraft, RowDraft, draft_from_json, draft_to_json, row_from_texts
from planner.reading.notes import note_to_json
from planner.workdays import WorkCalendar

CORRECTABLE = ("number", "title", "board", "submit_text", "execute_text")


@dataclass(frozen=True)
class Reading:
    """A row of the preview: what it says, how it was read, and the board that it will go to, if that is known."""

    key: int
    row: RowDraft
    board: Board | None
    spans: list[list[tuple[str, Span | None, date | None]]]

    @property
    def is_doubtful(self) -> bool:
        return bool(self.row.questions)


def keep(draft: PlanDraft) -> dict[str, Any]:
    """The JSON of a fresh draft, its rows numbered."""
    kept = draft_to_json(draft)
    for key, row in enumerate(kept["rows"], 1):
        row["key"] = key
    return kept


def readings(upload: Upload, organisation: Organisation, calendar: WorkCalendar) -> Iterator[Reading]:
    """The rows of an upload in their order."""
    draft = draft_from_json(upload.draft)
    for kept, row in zip(upload.draft["rows"], draft.rows, strict=True):
        yield reading(kept["key"], row, organisation, calendar)


def reading(key: int, row: RowDraft, organisation: Organisation, calendar: WorkCalendar) -> Reading:
    """A row beside what it becomes: for each occurrence its milestones, their spans and deadlines."""
    board = organisation.board_named(row.board) if row.board else None
    return Reading(key, row, board, [list(_milestones(row, one, calendar)) for one in row.occurrences])


def _milestones(
    row: RowDraft, occurrence: tuple[Span | None, Span | None], calendar: WorkCalendar
) -> Iterator[tuple[str, Span | None, date | None]]:
    periods: dict[str, Period | None] = {"submit": row.submit, "execute": row.execute}
    for (kind, period), span in zip(periods.items(), occurrence, strict=True):
        if period is not None:
            yield kind, span, deadline_of(span, calendar) if span else None


def correct(upload: Upload, key: int, texts: dict[str, str]) -> RowDraft | None:
    """Takes a clerk's texts for a row and reads it again; None when the row is not there any more."""
    kept = _row(upload, key)
    if kept is None:
        return None
    row = _read(upload, {**kept, **texts})
    row.questions = [*_still_open(upload, kept, row), *row.questions]
    row.board_text = kept["board_text"]
    new = {name: getattr(row, name) for name in CORRECTABLE}
    _replace(upload, key, {**kept, **new, "questions": [note_to_json(q) for q in row.questions]})
    return row


def confirm(upload: Upload, key: int) -> RowDraft | None:
    """A clerk looked: the row is right as it was read."""
    kept = _row(upload, key)
    if kept is None:
        return None
    _replace(upload, key, {**kept, "questions": []})
    row = _read(upload, kept)
    row.questions = []
    return row


def remove(upload: Upload, key: int) -> None:
    """Leaves a row out of what will be imported."""
    _replace(upload, key, None)


def accept(
    session: Session, upload: Upload, organisation: Organisation, by: Actor, today: date
) -> tuple[Plan, bool]:  # fmt: skip
    """Imports what the clerk corrected; gives the plan and whether it is new. The upload is gone."""
    plan, is_new = import_plan(session, organisation, draft_from_json(upload.draft), by, today, upload.file)
    if is_new:
        session.delete(upload)
    else:
        discard(session, upload)
    return plan, is_new


def discard(session: Session, upload: Upload) -> None:
    """Drops an upload with its file; nothing of it was imported."""
    file = upload.file
    session.delete(upload)
    session.flush()
    session.delete(file)


def set_heading(upload: Upload, title: str, number: str, day: date | None, years: Years) -> None:
    """Corrects what the document says of itself; with other years the times are read anew."""
    heading = {"title": title, "number": number or None, "date": day.isoformat() if day else None}
    before = upload.draft["years"][:2]
    upload.draft = {**upload.draft, **heading, "years": [years.first, years.last, years.month]}
    if before != [years.first, years.last]:
        for row in upload.draft["rows"]:
            correct(upload, row["key"], {})


def _still_open(upload: Upload, kept: dict[str, Any], row: RowDraft) -> list[str]:
    """What was asked about the row's bodies and letters; a corrected title or board answers it."""
    before = draft_from_json({**upload.draft, "rows": [kept]}).rows[0]
    if (before.title, before.board) != (row.title, row.board):
        return []
    asked_anew = set(_read(upload, kept).questions) | set(row.questions)
    return [question for question in before.questions if question not in asked_anew]


def _read(upload: Upload, kept: dict[str, Any]) -> RowDraft:
    first, last, _ = upload.draft["years"]
    month = kept["month"] if first == last else None
    return row_from_texts(
        kept["number"], kept["title"], kept["board"], kept["submit_text"], kept["execute_text"],
        Years(first, last, month), section=kept["section"], cooperating=kept["cooperating"],
    )  # fmt: skip


def _row(upload: Upload, key: int) -> dict[str, Any] | None:
    return next((row for row in upload.draft["rows"] if row["key"] == key), None)


def _replace(upload: Upload, key: int, new: dict[str, Any] | None) -> None:
    """The JSON is given anew, since a change inside it would not be noticed."""
    rows = [new if row["key"] == key else row for row in upload.draft["rows"]]
    upload.draft = {**upload.draft, "rows": [row for row in rows if row is not None]}
