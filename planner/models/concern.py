"""What concerns whom: one queue between the history and the bell and mails that tell people of it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.models.change import Change
from planner.models.comment import Comment
from planner.models.outbox import Document, Mail
from planner.models.person import Person
from planner.models.task import Task


class Concern(Base):
    """That one line of history, or a task in one reminder letter, concerns a person; `why` says as what.

    `key` names the line (or letter and task) and the person, so that nobody is told twice. It stands under the bell
    until it is read (`read_at`). It `waits` until a mail tells of it, or none shall: what is not true any more when its
    mail is written, and what the person wants no mail of.
    """

    __tablename__ = "concern"
    __table_args__ = (
        Index("ix_concern_waiting", "organisation_id", "waits"),
        Index("ix_concern_unread", "person_id", "read_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    key: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    change_id: Mapped[int | None] = mapped_column(ForeignKey("change.id"))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    comment_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id"))
    why: Mapped[str]
    at: Mapped[datetime]
    waits: Mapped[bool] = mapped_column(default=True)
    mail_id: Mapped[int | None] = mapped_column(ForeignKey("mail.id"))
    read_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()
    task: Mapped[Task] = relationship()
    change: Mapped[Change | None] = relationship()
    document: Mapped[Document | None] = relationship()
    comment: Mapped[Comment | None] = relationship()
    mail: Mapped[Mail | None] = relationship()


class Told(Base):
    """How far an organisation's history and letters have been looked through for whom they concern.

    Lines of history are written while their organisation's row is locked, so a later id is never seen before an
    earlier one; the same holds for the notes of letters.
    """

    __tablename__ = "told"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    change_id: Mapped[int] = mapped_column(default=0)
    notice_id: Mapped[int] = mapped_column(default=0)
