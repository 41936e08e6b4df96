"""Drafts of the office's papers, and what became of them."""

from datetime import date

from office import Office
from sqlalchemy import select

from planner.issuing import (
    choose_waiting,
    issue_report,
)
from planner.models import Change, Document, Mail
from planner.reporting import period_of

MAY, QUARTER = period_of(0, "month", 2026, 5), period_of(0, "quarter", 2026, 1)
JUNE = date(2026, 6, 1)
REASON = "Sai số liệu"


def draft_of(office: Office, day: date = JUNE, board: str | None = None) -> Document:
    choose_waiting(office.session, office.organisation, ["month"], office.actor("secretariat"), day)
    made = issue_report(office.session, office.organisation, MAY, office.boards[board] if board else None, day)
    assert made is not None
    return made


def mails(office: Office, kind: str = "digest") -> list[str]:
    return sorted(office.session.scalars(select(Mail.recipient).where(Mail.kind == kind)))


def history(office: Office, document: Document) -> list[str]:
    return list(
        office.session.scalars(select(Change.verb).where(Change.document_id == document.id).order_by(Change.id))
    )
