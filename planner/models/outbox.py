"""What leaves the house: issued documents and the mails that carry them, each with a unique key."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.models.organisation import Board, Organisation
from planner.models.plan import File


class Document(Base):
    """An issued digest or reminder (báo cáo tháng, phiếu nhắc việc): its data and its PDF, as they went out.

    `key` says what it is about, such as `digest:1:2026-05:all` or `reminder:1:7:2026-05-04`; a second one is refused.
    """

    __tablename__ = "document"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    board_id: Mapped[int | None] = mapped_column(ForeignKey("board.id"))
    kind: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    number: Mapped[int]
    issued_on: Mapped[date]
    title: Mapped[str]
    data: Mapped[dict[str, Any]]
    file_id: Mapped[int | None] = mapped_column(ForeignKey("file.id"))
    created_at: Mapped[datetime]

    organisation: Mapped[Organisation] = relationship()
    board: Mapped[Board | None] = relationship()
    file: Mapped[File | None] = relationship()


class Notice(Base):
    """That a milestone was put into a reminder, so that nobody is reminded twice of one thing.

    Keys: `due7:MILESTONE:DEADLINE`, `due1:MILESTONE:DEADLINE`, `overdue:MILESTONE:YEAR-Wnn`, `asked:MILESTONE:DATE`.
    """

    __tablename__ = "notice"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    milestone_id: Mapped[int] = mapped_column(ForeignKey("milestone.id"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    on: Mapped[date]


class Mail(Base):
    """A row of the outbox. `key` is unique (kind, what it is about, recipient); the Message-ID is made from it.

    A sender claims it by a lease; when the sender dies the lease runs out and another sends it again with the same id.
    """

    __tablename__ = "mail"
    __table_args__ = (Index("ix_mail_waiting", "sent_at", "not_before"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    recipient: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    created_at: Mapped[datetime]
    not_before: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    failed_at: Mapped[datetime | None]
    error: Mapped[str] = mapped_column(default="")

    document: Mapped[Document | None] = relationship()
