"""The minutes of an overdue review: a draft that the secretariat releases. Of a session, or of a day without one."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import Refusal
from planner.issuing.documents import Matter, draft
from planner.issuing.drafts import require_clerk, take_up
from planner.issuing.review import reviewed
from planner.issuing.session_sheet import review_sheet
from planner.language import N_
from planner.models import Document, Organisation, ReviewSession
from planner.sheets.minutes import minutes_sheet

NOT_YET = N_("Ngày %(day)s chưa đến, chưa có buổi rà soát để lập biên bản.")
NOTHING_LATE = N_("Ngày %(day)s không có nhiệm vụ quá hạn, không có nội dung để lập biên bản.")


def minutes_key(organisation: Organisation, day: date) -> str:
    return f"minutes:{organisation.id}:{day}"


def issue_minutes(session: Session, organisation: Organisation, day: date, by: Actor, today: date) -> Document | None:
    """A draft of the minutes of a day's review, from what that day's lines of history decided; None when there is one.

    What is decided later on the same day comes in when its figures are made again. Never commits.
    """
    require_clerk(organisation, by)
    if day > today:
        raise Refusal(NOT_YET, day=f"{day:%d/%m/%Y}")
    items = reviewed(session, organisation, day)
    if not items:
        raise Refusal(NOTHING_LATE, day=f"{day:%d/%m/%Y}")
    return draft(
        session, organisation, Matter(minutes_key(organisation, day), day, day), today,
        lambda number: minutes_sheet(organisation, items, held_on=day, number=number, issued_on=today), by,
    )  # fmt: skip


def issue_review_minutes(session: Session, review: ReviewSession, by: Actor, today: date) -> Document | None:
    """A draft of the minutes of a session that has ended; of one that ended before, its draft again. Never commits."""
    require_clerk(review.organisation, by)
    matter = Matter(f"minutes:review:{review.id}", review.day, today)
    kept = session.scalars(select(Document).where(Document.key == matter.key)).first()
    if kept is not None:
        kept.last = today
        take_up(session, kept, by, today)
        return kept
    return draft(
        session, review.organisation, matter, today, lambda number: review_sheet(session, review, number, today), by
    )
