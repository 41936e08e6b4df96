"""The figures that a programme promises, as far as they fall due in a span."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.models import Organisation, Plan, Target
from planner.period import Span, Years, read_period
from planner.sheets.lines import iso

A_QUARTER = timedelta(days=88)


def falling_due(session: Session, organisation: Organisation, first: date, last: date) -> list[dict[str, Any]]:
    """The targets whose own term ends within the span (both days included), in the order of the plans. One query.

    A target without a day in its words ("hằng tháng", or nothing) falls due on none.
    """
    query = (
        select(Target, Plan)
        .join(Plan, Plan.id == Target.plan_id)
        .where(Plan.organisation_id == organisation.id, Target.due != "")
        .where(Plan.first_year <= last.year, Plan.last_year >= first.year)
        .order_by(Plan.id, Target.position)
    )
    found = [(target, day_due(target.due, plan, first, last)) for target, plan in session.execute(query).tuples()]
    return [
        {"number": target.number, "text": target.text, "level": target.level, "due": target.due, "day": iso(day)}
        for target, day in found
        if day
    ]


def day_due(words: str, plan: Plan, first: date, last: date) -> date | None:
    """The end of the first of a term's spans that ends within the span; of a yearly term, the year's end."""
    reading = read_period(words, Years(plan.first_year, plan.last_year))
    ends = [_end(span) for span in reading.spans if reading.kind != "recurring" or _is_long(span)]
    return min((end for end in ends if end and first <= end <= last), default=None)


def _is_long(span: Span) -> bool:
    """Of rhythms only the rarer ones: a monthly figure would stand in every report."""
    return bool(span.start and span.finish and span.finish - span.start >= A_QUARTER)


def _end(span: Span) -> date | None:
    return span.finish - timedelta(days=1) if span.finish and span.rule == "before" else span.finish
