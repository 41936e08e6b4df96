"""A session that was ended by mistake goes on, as long as its minutes have not gone out."""

from datetime import date

from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import Refusal, Stale
from planner.issuing.drafts import drop
from planner.language import N_
from planner.models import ReviewSession
from planner.models.change import record
from planner.once import take_turns
from planner.reviewing.sessions import open_review, require_clerk

OPEN = N_("Phiên rà soát này đang mở.")
WENT_OUT = N_("Biên bản của phiên rà soát này đã ban hành, nên phiên không mở lại được nữa.")
ANOTHER_OPEN = N_("Phiên rà soát ngày %(day)s chưa kết thúc; kết thúc phiên đó rồi mới mở lại được phiên này.")
REASON = N_("Mở lại phiên rà soát")


def may_reopen(review: ReviewSession) -> bool:
    """Whether its minutes are still the office's own."""
    return not review.is_open and (review.document is None or not review.document.is_released)


def reopen(session: Session, review: ReviewSession, by: Actor, today: date) -> None:
    """Mở lại phiên: its draft is dropped until the next end takes it up with the figures of then. Never commits.

    When and by whom it had been ended stands in the history.
    """
    require_clerk(review.organisation, by)
    take_turns(session, review.organisation)
    session.refresh(review)
    if review.ended_at is None:
        raise Stale(OPEN)
    if (other := open_review(session, review.organisation)) is not None:
        raise Refusal(ANOTHER_OPEN, day=f"{other.day:%d/%m/%Y}")
    before = {"ended_at": review.ended_at.isoformat(), "ended_by": review.ended_by, "document": review.document_id}
    _withdraw_minutes(session, review, by, today)
    review.ended_at, review.ended_by, review.document = None, "", None
    session.flush()
    facts = {"review": review.id}
    record(review.organisation, by, "reopen_review", today, before=facts | before, after=facts)


def _withdraw_minutes(session: Session, review: ReviewSession, by: Actor, today: date) -> None:
    if review.document is None:
        return
    session.refresh(review.document)
    if review.document.is_released:
        raise Refusal(WENT_OUT)
    if review.document.state == "draft":
        drop(session, review.document, REASON, by, today)
