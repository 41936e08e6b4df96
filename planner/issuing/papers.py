"""The printed documents: made outside of any transaction, kept for ever, told apart from what would be printed now."""

import hashlib
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner import clock
from planner.models import Document, File

PDF = "application/pdf"
STEMS = {"digest": "bao-cao", "report": "bao-cao", "reminder": "phieu-nhac-viec", "minutes": "bien-ban-ra-soat"}
ANNEX = "phu-luc-ke-hoach"


def unprinted(session: Session) -> Sequence[Document]:
    """Issued documents that have no PDF yet, oldest first."""
    query = select(Document).where(Document.file_id.is_(None), Document.state == "released")
    return session.scalars(query.order_by(Document.id)).all()


def keep_pdf(session: Session, document_id: int, pdf: bytes) -> File:
    """Keeps an issued document's PDF; the first one stays, whoever else printed it meanwhile. Never commits."""
    document = session.scalars(select(Document).where(Document.id == document_id).with_for_update()).one()
    if not document.is_released:
        raise ValueError("a draft has no PDF to keep")
    if document.file is None:
        document.file = File(
            organisation_id=document.organisation_id, name=file_name(document), media_type=PDF, content=pdf,
            sha256=hashlib.sha256(pdf).hexdigest(), created_at=clock.now(),
        )  # fmt: skip
        document.leased_until = None
        session.flush()
    return document.file


def is_whole(file: File) -> bool:
    """Whether a kept file is still, byte for byte, what was kept."""
    return hashlib.sha256(file.content).hexdigest() == file.sha256


def file_name(document: Document, form: str = "pdf") -> str:
    """The name under which a document is sent and saved: ASCII, so that every mail program keeps it."""
    stem = STEMS.get(document.kind, ANNEX)
    when = document.period.lower() or f"{document.last:%Y-%m-%d}"
    told = f"so-{document.number}" if document.is_released else "du-thao"
    return f"{stem}-{when}-{told}.{form}"
