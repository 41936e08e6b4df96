"""When an office reports: each quarterly, half-yearly and yearly report that it has switched on, with its days."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from planner.base import Base


class ReportDate(Base):
    """A report that comes every year. Its counts run until a day (unset: the period's end), due before another.

    `kind` is quarter, half or year; `nth` is which of the year. `since` is the day on which it was switched on: no
    report is owed that had to be there before.
    """

    __tablename__ = "report_date"
    __table_args__ = (UniqueConstraint("organisation_id", "kind", "nth"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[str]
    nth: Mapped[int]
    until_month: Mapped[int | None]
    until_day: Mapped[int | None]
    due_month: Mapped[int | None]
    due_day: Mapped[int | None]
    since: Mapped[date]
