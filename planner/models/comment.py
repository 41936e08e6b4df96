"""What people say to each other about a task, and who follows it."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.models.person import Person

if TYPE_CHECKING:
    from planner.models.task import Task


class Comment(Base):
    """One contribution to the talk about a task (trao đổi). Its verbs stand with the task's, in planner/verbs/.

    `mentions` are pairs of a person's id and the name by which the text calls them. What is removed keeps its place,
    its author and its day, and loses its words.
    """

    __tablename__ = "comment"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    text: Mapped[str]
    mentions: Mapped[list[Any]] = mapped_column(default=list)
    created_at: Mapped[datetime]
    edited_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]

    task: Mapped["Task"] = relationship()
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


class Follow(Base):
    """That a person wants to hear of a task. Who is assigned and who heads its board hear of it without."""

    __tablename__ = "follow"
    __table_args__ = (UniqueConstraint("task_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    since: Mapped[datetime]

    task: Mapped["Task"] = relationship(back_populates="follows")
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
