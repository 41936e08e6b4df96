"""What leaves the house: the mails that carry documents and words, each with a unique key; and what was reminded of."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.models.document import Document


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
    `html` says the same as `text`, with its items as a table; `unsubscribe` is the address that ends such mail, if a
    person may.
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
    html: Mapped[str] = mapped_column(default="")
    unsubscribe: Mapped[str] = mapped_column(default="")
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    created_at: Mapped[datetime]
    not_before: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    failed_at: Mapped[datetime | None]
    error: Mapped[str] = mapped_column(default="")

    document: Mapped[Document | None] = relationship()
