"""A lossless form of a draft as JSON, for keeping a preview between two requests."""

from datetime import date
from typing import Any

from planner.period import Years, read_period
from planner.reading.drafts import (
    ActivityDraft,
    Measure,
    PlanDraft,
    RowDraft,
    SectionDraft,
    SourceTable,
    TargetDraft,
)
from planner.reading.notes import note_from_json, note_to_json
from planner.reading.rows import row_from_texts
from planner.reading.serialise import section_as_json, target_as_json

_ROW_TEXTS = (
    "number", "title", "board", "section", "board_text", "submit_text", "execute_text", "month", "pairing", "activity",
)  # fmt: skip


def draft_to_json(plan: PlanDraft) -> dict[str, Any]:
    """All of a draft as JSON. Times are kept as their texts, which are read again by `draft_from_json`."""
    years = plan.years
    return {
        "title": plan.title,
        "number": plan.number,
        "date": plan.date.isoformat() if plan.date else None,
        "organisation": plan.organisation,
        "years": [years.first, years.last, years.month],
        "rows": [row_to_json(row) for row in plan.rows],
        "outline": [_keep_section(section) for section in plan.outline],
        "activities": [_keep_activity(activity) for activity in plan.activities],
        "targets": [target_as_json(target) | {"source": note_to_json(target.source)} for target in plan.targets],
        "questions": [note_to_json(question) for question in plan.questions],
        "tables": [_keep_table(table) for table in plan.tables],
        "sha256": plan.sha256,
        "file_name": plan.file_name,
    }


def row_to_json(row: RowDraft) -> dict[str, Any]:
    """A row as `draft_to_json` keeps it."""
    return {name: getattr(row, name) for name in _ROW_TEXTS} | {
        "cooperating": list(row.cooperating),
        "cells": dict(row.cells),
        "extras": dict(row.extras),
        "source": note_to_json(row.source),
        "questions": [note_to_json(question) for question in row.questions],
    }


def _keep_section(section: SectionDraft) -> dict[str, Any]:
    children = [_keep_section(child) for child in section.children]
    return section_as_json(section) | {"children": children, "source": note_to_json(section.source)}


def _keep_activity(activity: ActivityDraft) -> dict[str, Any]:
    texts = {"title": activity.title, "text": activity.text, "period": activity.period.text}
    texts |= {"section": activity.section}
    return texts | {"source": note_to_json(activity.source)}


def draft_from_json(kept: dict[str, Any]) -> PlanDraft:
    """The draft that `draft_to_json` kept.

    Raises KeyError, TypeError or ValueError when it is not such JSON: it only ever comes from our own store.
    """
    years = Years(*kept["years"])
    return PlanDraft(
        title=kept["title"],
        number=kept["number"],
        date=date.fromisoformat(kept["date"]) if kept["date"] else None,
        organisation=kept["organisation"],
        years=years,
        rows=[_row_back(row, years) for row in kept["rows"]],
        outline=[_section_back(section) for section in kept["outline"]],
        activities=[_activity_back(activity, years) for activity in kept["activities"]],
        targets=[_target_back(target) for target in kept["targets"]],
        questions=[note_from_json(question) for question in kept["questions"]],
        tables=[_table_back(table) for table in kept.get("tables", [])],
        sha256=kept["sha256"],
        file_name=kept["file_name"],
    )


def _row_back(kept: dict[str, Any], years: Years) -> RowDraft:
    row = row_from_texts(
        kept["number"],
        kept["title"],
        kept["board"],
        kept["submit_text"],
        kept["execute_text"],
        Years(years.first, years.last, kept["month"]),
        section=kept["section"],
        cooperating=kept["cooperating"],
        source=note_from_json(kept["source"]),
        pairing=kept.get("pairing", ""),
    )
    row.cells, row.extras = kept.get("cells", {}), kept.get("extras", {})
    row.activity, row.board_text = kept.get("activity"), kept["board_text"]
    row.questions = [note_from_json(question) for question in kept["questions"]]
    return row


def _section_back(kept: dict[str, Any]) -> SectionDraft:
    children = [_section_back(child) for child in kept["children"]]
    return SectionDraft(kept["number"], kept["title"], kept["text"], children, note_from_json(kept["source"]))


def _activity_back(kept: dict[str, Any], years: Years) -> ActivityDraft:
    period = read_period(kept["period"], years)
    return ActivityDraft(kept["title"], kept["text"], period, note_from_json(kept["source"]), kept.get("section", ""))


def _target_back(kept: dict[str, Any]) -> TargetDraft:
    measures = [Measure(**measure) for measure in kept["measures"]]
    source = note_from_json(kept["source"])
    return TargetDraft(kept["number"], kept["text"], measures, kept["level"], kept["due"], source)


def _keep_table(table: SourceTable) -> dict[str, Any]:
    columns = {str(n): meaning for n, meaning in table.columns.items()}
    return vars(table) | {"columns": columns, "name": note_to_json(table.name)}


def _table_back(kept: dict[str, Any]) -> SourceTable:
    columns = {int(n): meaning for n, meaning in kept["columns"].items()}
    return SourceTable(**kept | {"columns": columns, "name": note_from_json(kept["name"])})
