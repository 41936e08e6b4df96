"""That a flow did not do what it should, on a day: shown to the administrators until a later run has made it up."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from planner.base import Base


class Failure(Base):
    """A flow's failures of one day, in one row: the last sentence, how often, and when a run was good again.

    `day` is the day in Việt Nam on which it ran; `first_at`, `last_at` and `mended_at` are instants in UTC.
    """

    __tablename__ = "failure"
    __table_args__ = (UniqueConstraint("flow", "day"), Index("ix_failure_mended_at", "mended_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    flow: Mapped[str]
    day: Mapped[date]
    sentence: Mapped[str]
    times: Mapped[int] = mapped_column(default=1)
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    mended_at: Mapped[datetime | None]
