"""Who co-operates on a task (phối hợp): a body as the document names it, and the board it is, once that is known."""

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.models.organisation import Board

if TYPE_CHECKING:
    from planner.models.task import Task


class Cooperation(Base):
    """One co-operating body of a task. The lead (`Task.board`) is never among them, and owns the state alone.

    `name` is the document's word, or the board's name when it was added by hand. Without `board` it is only text:
    a body outside, or one that nobody has linked yet. Two names of a task may belong to one board.
    """

    __tablename__ = "cooperation"
    __table_args__ = (UniqueConstraint("task_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    board_id: Mapped[int | None] = mapped_column(ForeignKey("board.id"), index=True)
    name: Mapped[str]

    task: Mapped["Task"] = relationship(back_populates="cooperations")
    board: Mapped[Board | None] = relationship(lazy="joined")

    @property
    def label(self) -> str:
        """What pages and papers call it: the board's own name, or the document's word."""
        return self.board.name if self.board else self.name
