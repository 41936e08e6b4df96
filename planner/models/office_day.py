"""A day of the office's own that comes every year or once: it stands in the calendar of marked days."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from planner.base import Base
from planner.occasions import Occasion


class OfficeDay(Base):
    """`year` None means every year; a lunar day is one of Việt Nam's lunar calendar and comes every year.

    `since` is the year from which its years are counted, if they are. A day that was removed stays as a row: those who
    subscribe to the calendar must hear that it is gone.
    """

    __tablename__ = "office_day"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[str]
    day: Mapped[int]
    month: Mapped[int]
    year: Mapped[int | None]
    is_lunar: Mapped[bool] = mapped_column(default=False)
    since: Mapped[int | None]
    created_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]

    @property
    def occasion(self) -> Occasion:
        return Occasion(
            f"office-{self.id}", self.day, self.month, "office", self.name, self.since, lunar=self.is_lunar,
            only_in=self.year,
        )  # fmt: skip
