"""A board's request for another time of a milestone (đề nghị đổi thời gian), until somebody decides."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.language import N_
from planner.models.milestone import Milestone
from planner.wishes import Wish

if TYPE_CHECKING:
    from planner.models.task import Task

LABELS = {
    "waiting": N_("Chờ duyệt"),
    "approved": N_("Đã duyệt"),
    "refused": N_("Không duyệt"),
    "withdrawn": N_("Đã rút"),
}
_WAITING = text("state = 'waiting'")


class TimeRequest(Base):
    """`what` and `day` are the wish; `start`, `finish` and `text` the milestone's time when it was asked.

    `decided_by` is who approved, refused or withdrew it. A milestone has one waiting request at most.
    """

    __tablename__ = "time_request"
    __table_args__ = (
        Index("ix_time_request_one_waiting", "milestone_id", unique=True, sqlite_where=_WAITING,
              postgresql_where=_WAITING),
        Index("ix_time_request_organisation_id_state", "organisation_id", "state"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    milestone_id: Mapped[int] = mapped_column(ForeignKey("milestone.id"), index=True)
    what: Mapped[str]
    day: Mapped[date | None]
    reason: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]
    text: Mapped[str]
    start: Mapped[date | None]
    finish: Mapped[date | None]
    state: Mapped[str] = mapped_column(default="waiting")
    decided_by: Mapped[str] = mapped_column(default="")
    decided_at: Mapped[datetime | None]
    why: Mapped[str] = mapped_column(default="")

    task: Mapped["Task"] = relationship(back_populates="time_requests")
    milestone: Mapped[Milestone] = relationship()

    @property
    def wish(self) -> Wish:
        return Wish(self.what, self.day)

    @property
    def is_waiting(self) -> bool:
        return self.state == "waiting"

    @property
    def was_overtaken(self) -> bool:
        """Whether the milestone was moved, or is done, since somebody asked for another time."""
        one = self.milestone
        return one.done_on is not None or (one.start, one.finish) != (self.start, self.finish)
