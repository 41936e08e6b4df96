"""What a document says of itself: corrected, and what is asked about the whole of it answered."""

from datetime import date

from planner.answering.heading import heading_answers as answers_of
from planner.answering.model import Answer
from planner.errors import Refusal
from planner.models import Upload
from planner.period import Years
from planner.reading.notes import note_from_json
from planner.uploads.rows import SETTLED, corrected


def set_heading(upload: Upload, title: str, number: str, day: date | None, years: Years) -> None:
    """Corrects what the document says of itself; with other years the times are read anew."""
    heading = {"title": title, "number": number or None, "date": day.isoformat() if day else None}
    upload.draft = {**upload.draft, **heading, "heading": heading}
    _set_years(upload, years)


def heading_answers(upload: Upload, boards: tuple[str, ...] = ()) -> list[tuple[str, list[Answer]]]:
    """Each open question about the document with its likely answers, in an office with these boards."""
    questions = [note_from_json(kept) for kept in upload.draft["questions"]]
    return [(question, answers_of(question, boards)) for question in questions]


def answer_heading(upload: Upload, question: str, label: str, boards: tuple[str, ...] = ()) -> None:
    """Takes one of the answers by what its button says. Raises Refusal when nobody asks that any more."""
    asked = next((found for one, found in heading_answers(upload, boards) if str(one) == question), [])
    chosen = next((one for one in asked if str(one.label) == label), None)
    if chosen is None:
        raise Refusal(SETTLED)
    left = [kept for kept in upload.draft["questions"] if str(note_from_json(kept)) != question]
    upload.draft = {**upload.draft, "questions": left}
    if year := chosen.changes.get("year"):
        _set_years(upload, Years(year, year))
    for old, new in chosen.changes.get("names", {}).items():
        _rename(upload, old, new)
    if board := chosen.changes.get("board"):
        _give_board(upload, board)


def _set_years(upload: Upload, years: Years) -> None:
    before = upload.draft["years"][:2]
    upload.draft = {**upload.draft, "years": [years.first, years.last, years.month]}
    if before != [years.first, years.last]:
        upload.asked = {**upload.asked, "years": upload.draft["years"]}
        upload.draft = {**upload.draft, "rows": [corrected(upload, row, {}) for row in upload.draft["rows"]]}


def _give_board(upload: Upload, board: str) -> None:
    rows = [
        row if row["board"] else corrected(upload, row, {"board": board}) | {"touched": True}
        for row in upload.draft["rows"]
    ]
    upload.draft = {**upload.draft, "rows": rows}


def _rename(upload: Upload, old: str, new: str) -> None:
    """One name for two that mean one board."""
    rows = [row | {"board": new, "touched": True} if row["board"] == old else row for row in upload.draft["rows"]]
    upload.draft = {**upload.draft, "rows": rows}
