"""A document's row is written with the change that causes it; its PDF is printed later, outside of any transaction."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planner import clock
from planner.models import Board, Document, File, Organisation
from planner.once import insert_once, take_turns

PRINTED_KINDS = ("digest", "reminder")
PDF = "application/pdf"


def issue(
    session: Session, organisation: Organisation, kind: str, key: str, day: date,
    sheet: Callable[[int], dict[str, Any]], board: Board | None = None,
) -> Document | None:  # fmt: skip
    """Issues a document on a day; None when one with this key was issued before. Never commits.

    `sheet` makes the data for a number: the next of the organisation in the day's year, one sequence for all kinds.
    """
    take_turns(session, organisation)
    if is_issued(session, key):
        return None
    number = _next_number(session, organisation, day.year)
    data = sheet(number)
    document = Document(
        organisation=organisation, board=board, kind=kind, key=key, number=number, issued_on=day,
        title=data["title"], data=data, created_at=clock.now(),
    )  # fmt: skip
    return document if insert_once(session, document) else None


def is_issued(session: Session, key: str) -> bool:
    return session.scalars(select(Document.id).where(Document.key == key)).first() is not None


def _next_number(session: Session, organisation: Organisation, year: int) -> int:
    in_year = Document.issued_on.between(date(year, 1, 1), date(year, 12, 31))
    query = select(func.max(Document.number)).where(Document.organisation_id == organisation.id, in_year)
    return (session.scalar(query) or 0) + 1


def unprinted(session: Session) -> Sequence[Document]:
    """Issued documents that have no PDF yet, oldest first."""
    query = select(Document).where(Document.file_id.is_(None), Document.kind.in_(PRINTED_KINDS))
    return session.scalars(query.order_by(Document.id)).all()


def keep_pdf(session: Session, document_id: int, pdf: bytes) -> File:
    """Keeps a document's PDF; the first one stays, whoever else printed it meanwhile. Never commits."""
    document = session.scalars(select(Document).where(Document.id == document_id).with_for_update()).one()
    if document.file is None:
        document.file = File(
            organisation_id=document.organisation_id, name=file_name(document), media_type=PDF, content=pdf,
            sha256=hashlib.sha256(pdf).hexdigest(), created_at=clock.now(),
        )  # fmt: skip
        session.flush()
    return document.file


def file_name(document: Document) -> str:
    """The name under which a PDF is sent and saved: ASCII, so that every mail program keeps it."""
    if document.kind == "digest":
        return f"bao-cao-{document.data['month']}-so-{document.number}.pdf"
    return f"phieu-nhac-viec-{document.issued_on:%Y-%m-%d}-so-{document.number}.pdf"
