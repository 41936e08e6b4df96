"""The rows of an upload: corrected, answered, confirmed, left out and taken back."""

from typing import Any

from planner.answering import Asked, answers
from planner.errors import Refusal
from planner.language import N_
from planner.models import Upload
from planner.period import Years
from planner.reading import Note, RowDraft, draft_from_json, row_from_texts
from planner.reading.notes import note_to_json

CORRECTABLE = ("number", "title", "board", "submit_text", "execute_text")
TIMES = ("submit_text", "execute_text")
SETTLED = N_("Câu hỏi này không còn: dòng đã được sửa hoặc trả lời. Đề nghị tải lại trang.")
Kept = dict[str, Any]


def correct(upload: Upload, key: int, changes: dict[str, Any]) -> RowDraft | None:
    """Takes a clerk's texts for a row and reads it again; None when the row is not there any more."""
    kept = kept_row(upload, key)
    if kept is None:
        return None
    replace(upload, key, corrected(upload, kept, changes) | {"touched": True})
    return row_of(upload, key)


def confirm(upload: Upload, key: int) -> RowDraft | None:
    """A clerk looked: the row is right as it was read."""
    kept = kept_row(upload, key)
    if kept is None:
        return None
    replace(upload, key, _settled(kept, [question_text(asked) for asked in kept["questions"]]))
    return row_of(upload, key)


def answer(upload: Upload, key: int, question: str, label: str, boards: tuple[str, ...] = ()) -> RowDraft | None:
    """Takes one of the answers that the row's question was offered, by what its button says.

    None when the row is gone or the answer leaves it out. Raises Refusal when nobody asks that any more.
    """
    row = row_of(upload, key)
    if row is None:
        return None
    asked = next((one for one in row.questions if str(one) == question), None)
    found = asked and answers(Asked(asked, row, Years(*upload.draft["years"]), boards))
    chosen = next((one for one in found or () if str(one.label) == label), None)
    if chosen is None:
        raise Refusal(SETTLED)
    if chosen.leaves_out:
        remove(upload, key)
        return None
    if chosen.changes:
        correct(upload, key, dict(chosen.changes))
    replace(upload, key, _settled(_there(upload, key), [question]))
    return row_of(upload, key)


def remove(upload: Upload, key: int) -> None:
    """Leaves a row out of what will be imported. It can be taken back; a proposal's row goes back to its proposal."""
    kept = kept_row(upload, key)
    replace(upload, key, None)
    if kept is not None and kept.get("activity") is None:
        upload.draft = {**upload.draft, "removed": [*upload.draft.get("removed", []), kept]}


def restore(upload: Upload, key: int) -> RowDraft | None:
    """Takes a row back that was left out, to its place; None when there is none."""
    removed = upload.draft.get("removed", [])
    kept = next((row for row in removed if row["key"] == key), None)
    if kept is not None:
        rows = sorted([*upload.draft["rows"], kept], key=lambda row: row["key"])
        upload.draft = {**upload.draft, "rows": rows, "removed": [row for row in removed if row is not kept]}
    return row_of(upload, key)


def removed_rows(upload: Upload) -> list[tuple[int, RowDraft]]:
    """The rows that were left out, by their keys, in the document's order."""
    kept = sorted(upload.draft.get("removed", []), key=lambda row: row["key"])
    rows = draft_from_json({**upload.draft, "rows": kept}).rows
    return [(one["key"], row) for one, row in zip(kept, rows, strict=True)]


def rows_asking(upload: Upload, question: str) -> list[int]:
    """The keys of the rows that ask this."""
    return [row["key"] for row in upload.draft["rows"] if question in map(question_text, row["questions"])]


def corrected(upload: Upload, kept: Kept, changes: dict[str, Any]) -> Kept:
    """A row with other texts, read again: what was settled stays settled unless the times are others."""
    new = {"pairing": "", **kept, **changes}
    answered = set(kept.get("answered", []))
    if any(new[name] != kept[name] for name in TIMES):
        answered -= {str(question) for question in _read(upload, kept).questions}
        new["pairing"] = changes.get("pairing", "")
    row = _read(upload, new)
    questions = [*_still_open(upload, kept, row), *row.questions]
    texts = {name: getattr(row, name) for name in (*CORRECTABLE, "cooperating", "pairing")}
    open_ones = [note_to_json(question) for question in questions if str(question) not in answered]
    settled = {"answered": sorted(answered), "questions": open_ones, "tasks": len(row.occurrences)}
    return {**new, **texts, **settled}


def row_of(upload: Upload, key: int) -> RowDraft | None:
    """A row as it is kept now, or None."""
    kept = kept_row(upload, key)
    return draft_from_json({**upload.draft, "rows": [kept]}).rows[0] if kept else None


def kept_row(upload: Upload, key: int) -> Kept | None:
    return next((row for row in upload.draft["rows"] if row["key"] == key), None)


def replace(upload: Upload, key: int, new: Kept | None) -> None:
    rows = [new if row["key"] == key else row for row in upload.draft["rows"]]
    upload.draft = {**upload.draft, "rows": [row for row in rows if row is not None]}


def _there(upload: Upload, key: int) -> Kept:
    return kept_row(upload, key) or {}


def _settled(kept: Kept, questions: list[str]) -> Kept:
    answered = sorted({*kept.get("answered", []), *questions})
    left = [asked for asked in kept["questions"] if question_text(asked) not in questions]
    return {**kept, "answered": answered, "questions": left, "touched": True}


def question_text(asked: str | Kept) -> str:
    """A kept question as the sentence that the reader wrote."""
    return asked if isinstance(asked, str) else asked["message"] % asked["values"]


def _still_open(upload: Upload, kept: Kept, row: RowDraft) -> list[str]:
    """What was asked about the row's bodies and letters, or by who carried it into another year."""
    before = draft_from_json({**upload.draft, "rows": [kept]}).rows[0]
    corrected_ones = {name for name in CORRECTABLE if getattr(before, name) != getattr(row, name)}
    asked_anew = set(_read(upload, kept).questions) | set(row.questions)
    left = [question for question in before.questions if question not in asked_anew]
    return [question for question in left if not _answers(corrected_ones, question)]


def _answers(corrected_ones: set[str], question: str) -> bool:
    """A corrected field answers what was asked about it; a question that names none is about title and board."""
    field = question.values.get("field") if isinstance(question, Note) else None
    return field in corrected_ones if field else bool(corrected_ones & {"title", "board"})


def _read(upload: Upload, kept: Kept) -> RowDraft:
    first, last, _ = upload.draft["years"]
    month = kept["month"] if first == last else None
    return row_from_texts(
        kept["number"], kept["title"], kept["board"], kept["submit_text"], kept["execute_text"],
        Years(first, last, month), section=kept["section"], cooperating=kept["cooperating"],
        pairing=kept.get("pairing", ""),
    )  # fmt: skip
