"""Papers and pictures that belong to a task."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.models.person import Person
from planner.models.plan import File

if TYPE_CHECKING:
    from planner.models.task import Task


class Attachment(Base):
    """A file on a task (tệp đính kèm). `move` names the move that it came with: submission, completion, or none.

    Its verbs stand with the task's, in planner/verbs/attaching.py.
    """

    __tablename__ = "attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("file.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    move: Mapped[str] = mapped_column(default="")
    size: Mapped[int]
    added_at: Mapped[datetime]

    task: Mapped["Task"] = relationship(back_populates="attachments")
    file: Mapped[File] = relationship(lazy="joined", innerjoin=True, cascade="all, delete-orphan", single_parent=True)
    person: Mapped[Person | None] = relationship()

    @property
    def name(self) -> str:
        return self.file.name
