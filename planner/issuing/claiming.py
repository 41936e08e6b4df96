"""Printing by claims: each paper is printed by one worker at a time, and a bad one holds nobody up."""

from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from planner.models import Document

LEASE = timedelta(minutes=10)  # longer than any paper takes: after it the worker is taken for dead
BACK_OFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(hours=1))


def claim_unprinted(session: Session, now: datetime) -> Document | None:
    """Takes the oldest issued paper without a PDF for ten minutes; None when nothing waits. Never commits.

    `now` is an instant by the machine's own clock. What another worker holds is passed over, so that no paper is
    printed twice; what a dead one held is free after its lease.
    """
    waiting = (
        select(Document)
        .where(
            Document.file_id.is_(None), Document.state == "released",
            or_(Document.leased_until.is_(None), Document.leased_until <= now),
        )
        .order_by(Document.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )  # fmt: skip
    document = session.scalars(waiting).first()
    if document is not None:
        document.leased_until = now + LEASE
        document.attempts += 1
    return document


def put_off(session: Session, document_id: int, now: datetime) -> None:
    """The printing failed: it is tried again after a minute, five, and then every hour. Never commits."""
    document = session.get_one(Document, document_id)
    document.leased_until = now + BACK_OFF[min(document.attempts, len(BACK_OFF)) - 1]
