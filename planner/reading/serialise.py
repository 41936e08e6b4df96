"""Drafts as the public answer of `bangviec read --json`."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.period import Period, Span
    from planner.reading.drafts import ActivityDraft, PlanDraft, RowDraft, SectionDraft, TargetDraft


def plan_as_json(plan: "PlanDraft") -> dict[str, Any]:
    """Exactly the shape that scripts may rely on (DESIGN: commands)."""
    return {
        "plan": {
            "title": plan.title,
            "number": plan.number,
            "date": plan.date.isoformat() if plan.date else None,
            "organisation": plan.organisation,
            "years": [plan.years.first, plan.years.last],
        },
        "rows": [row_as_json(row) for row in plan.rows],
        "outline": [section_as_json(section) for section in plan.outline],
        "activities": [activity_as_json(activity) for activity in plan.activities],
        "targets": [target_as_json(target) for target in plan.targets],
        "questions": [str(question) for question in plan.questions],
    }


def row_as_json(row: "RowDraft") -> dict[str, Any]:
    return {
        "number": row.number or None,
        "title": row.title,
        "board": row.board,
        "cooperating": list(row.cooperating),
        "section": row.section,
        "submit": _period(row.submit),
        "execute": _period(row.execute),
        "occurrences": [{"submit": _span(submit), "execute": _span(execute)} for submit, execute in row.occurrences],
        "source": str(row.source),
        "questions": [str(question) for question in row.questions],
    }


def section_as_json(section: "SectionDraft") -> dict[str, Any]:
    children = [section_as_json(child) for child in section.children]
    return {"number": section.number, "title": section.title, "text": section.text, "children": children}


def activity_as_json(activity: "ActivityDraft") -> dict[str, Any]:
    return {
        "title": activity.title,
        "text": activity.text,
        "period": activity.period.as_json(),
        "source": str(activity.source),
    }


def target_as_json(target: "TargetDraft") -> dict[str, Any]:
    measures = [asdict(measure) for measure in target.measures]
    return {
        "number": target.number,
        "text": target.text,
        "measures": measures,
        "level": target.level,
        "due": target.due,
    }


def _period(period: "Period | None") -> dict[str, Any] | None:
    return period.as_json() if period else None


def _span(span: "Span | None") -> list[str | None] | None:
    return span.as_json() if span else None
