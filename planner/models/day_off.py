"""An administrator's corrections of the table of public holidays."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from planner.base import Base
from planner.workdays import WorkCalendar


class DayOff(Base):
    """A day that is off although the table has it as a working day, or the other way round (`is_off` False)."""

    __tablename__ = "day_off"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(unique=True)
    is_off: Mapped[bool]
    name: Mapped[str] = mapped_column(default="")


def work_calendar(session: Session) -> WorkCalendar:
    """The office's calendar of working days, corrections included."""
    return WorkCalendar((d.day, d.is_off) for d in session.scalars(select(DayOff)))
