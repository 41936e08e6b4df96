"""The overdue review as a session (phiên rà soát): its items as they stood when it began, and what was decided."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.models.change import Change
from planner.models.document import Document
from planner.models.organisation import Organisation
from planner.models.task import Task

OPEN = text("ended_at IS NULL")


class ReviewSession(Base):
    """One walk through what is late on a day. Of an organisation at most one is open; it can be left and resumed.

    `chair`, `clerk`, `place` and `present` (one a line) head the minutes, in free words: roles and units, as the office
    writes them; what is empty is left to be written by hand. `document` is the draft of the minutes that its end made;
    a session in which nothing was decided may end without.
    """

    __tablename__ = "review_session"
    __table_args__ = (
        Index("ix_review_session_open", "organisation_id", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_review_session_organisation_id_id", "organisation_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    day: Mapped[date]
    chair: Mapped[str] = mapped_column(default="")
    clerk: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    present: Mapped[str] = mapped_column(default="")
    began_at: Mapped[datetime]
    began_by: Mapped[str]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str] = mapped_column(default="")
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))

    organisation: Mapped[Organisation] = relationship()
    document: Mapped[Document | None] = relationship()
    items: Mapped[list["ReviewItem"]] = relationship(back_populates="review", order_by="ReviewItem.position")

    @property
    def is_open(self) -> bool:
        return self.ended_at is None


class ReviewItem(Base):
    """A late task of a session: its milestone, deadline, days late and board as they stood when it began.

    `settled` is noted at the end: somebody settled it outside the session.
    """

    __tablename__ = "review_item"
    __table_args__ = (UniqueConstraint("review_id", "task_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review_session.id"))
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    position: Mapped[int]
    milestone: Mapped[str]
    deadline: Mapped[date]
    days: Mapped[int]
    board: Mapped[str]
    settled: Mapped[bool] = mapped_column(default=False)

    review: Mapped[ReviewSession] = relationship(back_populates="items")
    task: Mapped[Task] = relationship()
    lines: Mapped[list["ReviewLine"]] = relationship(
        back_populates="item", order_by="ReviewLine.id", lazy="selectin"
    )  # fmt: skip

    @property
    def decisions(self) -> list["ReviewLine"]:
        """What holds: lines that were taken back are kept, and left out here."""
        return [line for line in self.lines if line.undone_at is None]


class ReviewLine(Base):
    """A decision about an item, with the line of history that it made and, of a reminder, its letter.

    `kind`, `to` and `why` are those of `planner.sheets.minutes.Decision`. What was taken back before the end says by
    whom and by which line of history.
    """

    __tablename__ = "review_line"

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("review_item.id"), index=True)
    kind: Mapped[str]
    to: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    by: Mapped[str]
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str] = mapped_column(default="")
    undone_change_id: Mapped[int | None] = mapped_column(ForeignKey("change.id"))

    item: Mapped[ReviewItem] = relationship(back_populates="lines")
    change: Mapped[Change] = relationship(foreign_keys=change_id)
    document: Mapped[Document | None] = relationship()
