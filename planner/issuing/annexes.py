"""The annex of a plan: how far its rows are, as of a day; a draft that the secretariat releases."""

from datetime import date

from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.issuing.documents import Matter, draft
from planner.issuing.drafts import require_clerk
from planner.models import Document, Plan
from planner.sheets.annex import annex_sheet


def annex_key(plan: Plan, day: date) -> str:
    return f"annex:{plan.organisation_id}:{plan.id}:{day}"


def issue_annex(session: Session, plan: Plan, by: Actor, today: date) -> Document | None:
    """A draft of the plan's annex as of today; None when there is one of this day. Never commits."""
    require_clerk(plan.organisation, by)
    return draft(
        session, plan.organisation, Matter(annex_key(plan, today), today, today, plan=plan), today,
        lambda number: annex_sheet(session, plan, day=today, number=number), by,
    )  # fmt: skip
