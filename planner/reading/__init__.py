"""Readers of plan documents: bytes and a file name in, a draft out for a clerk to look at. Stores nothing."""

from planner.reading.choosing import choices_of
from planner.reading.drafts import (
    ActivityDraft,
    Measure,
    PlanDraft,
    RowDraft,
    SectionDraft,
    SourceTable,
    TargetDraft,
)
from planner.reading.keeping import draft_from_json, draft_to_json, row_to_json
from planner.reading.meanings import MARKED, MEANINGS, Choices, TableColumns
from planner.reading.notes import Note, translate_note
from planner.reading.pasted import read_pasted
from planner.reading.reader import read_document
from planner.reading.rows import row_from_texts

__all__ = [
    "MARKED",
    "MEANINGS",
    "ActivityDraft",
    "Choices",
    "Measure",
    "Note",
    "PlanDraft",
    "RowDraft",
    "SectionDraft",
    "SourceTable",
    "TableColumns",
    "TargetDraft",
    "choices_of",
    "draft_from_json",
    "draft_to_json",
    "read_document",
    "read_pasted",
    "row_from_texts",
    "row_to_json",
    "translate_note",
]
