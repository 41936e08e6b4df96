"""The documents that a plan had before its present one: a plan that is issued again keeps them all."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.models.plan import File, Plan


class EarlierIssue(Base):
    """What a plan said of itself until a later document replaced it; `nth` counts a plan's documents from 1."""

    __tablename__ = "earlier_issue"
    __table_args__ = (UniqueConstraint("plan_id", "nth"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    nth: Mapped[int]
    title: Mapped[str]
    number: Mapped[str] = mapped_column(default="")
    issued_on: Mapped[date | None]
    sha256: Mapped[str] = mapped_column(index=True)
    file_id: Mapped[int | None] = mapped_column(ForeignKey("file.id"))
    imported_on: Mapped[date]
    replaced_on: Mapped[date]

    plan: Mapped[Plan] = relationship(back_populates="earlier_issues")
    file: Mapped[File | None] = relationship()

    @classmethod
    def of(cls, plan: Plan, replaced_on: date) -> "EarlierIssue":
        """The plan's present document, which another one is about to replace."""
        return cls(
            nth=plan.issue, title=plan.title, number=plan.number, issued_on=plan.issued_on, sha256=plan.sha256,
            file_id=plan.file_id, imported_on=plan.imported_on, replaced_on=replaced_on,
        )  # fmt: skip
