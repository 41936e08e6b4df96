"""The two milestones of a task: submit (Trình) and execute (Thực hiện), each with its period and deadline."""

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.deadlines import SpanLike, deadline_of
from planner.language import N_
from planner.workdays import WorkCalendar

if TYPE_CHECKING:
    from planner.models.task import Task

KINDS = ("submit", "execute")
LABELS = {"submit": N_("Trình"), "execute": N_("Thực hiện")}


class Timed:
    """What follows from a milestone's days alone, for the row itself and for what others read of it."""

    if TYPE_CHECKING:
        start: Any
        finish: Any
        rule: Any
        deadline: Any
        first_start: Any
        first_finish: Any

    @property
    def is_undated(self) -> bool:
        return self.start is None and self.finish is None

    @property
    def was_moved(self) -> bool:
        return (self.start, self.finish) != (self.first_start, self.first_finish)

    @property
    def shown_on(self) -> date | None:
        """The day that stands for it in the month view and in a feed: the deadline, or without one the start."""
        return self.deadline or self.start

    @property
    def days(self) -> tuple[date, date] | None:
        """Its first and last day, both included; an open end leaves one day; None while undated."""
        last = self.deadline if self.rule == "before" else self.finish
        first = self.start or last
        return (first, last or first) if first else None


class Milestone(Timed, Base):
    """One span of days and what became of it. Both ends are included; None is an open end, both None is undated.

    The first period is kept for ever; `deadline` is derived and set only by `set_span` and `recompute`.
    """

    __tablename__ = "milestone"
    __table_args__ = (UniqueConstraint("task_id", "kind"), Index("ix_milestone_deadline", "deadline"))

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    start: Mapped[date | None]
    finish: Mapped[date | None]
    rule: Mapped[str] = mapped_column(default="window")
    deadline: Mapped[date | None]
    first_text: Mapped[str]
    first_start: Mapped[date | None]
    first_finish: Mapped[date | None]
    first_deadline: Mapped[date | None]
    opened_on: Mapped[date | None]
    done_on: Mapped[date | None]

    task: Mapped["Task"] = relationship(back_populates="milestones")

    @classmethod
    def planned(cls, kind: str, text: str, span: SpanLike | None, calendar: WorkCalendar) -> "Milestone":
        """A milestone as the plan has it; no span means that its time is not known yet."""
        milestone = cls(kind=kind, text=text, first_text=text)
        milestone.set_span(span, calendar)
        milestone.first_start, milestone.first_finish = milestone.start, milestone.finish
        milestone.first_deadline = milestone.deadline
        return milestone

    def set_span(self, span: SpanLike | None, calendar: WorkCalendar) -> None:
        """Takes a span and derives the deadline from it."""
        self.start, self.finish = (span.start, span.finish) if span else (None, None)
        self.rule = span.rule if span else "window"
        self.recompute(calendar)

    def recompute(self, calendar: WorkCalendar) -> bool:
        """Derives the deadline again, after the holidays were corrected; tells whether it is another day now."""
        before, self.deadline = self.deadline, deadline_of(self, calendar)
        if not self.was_moved:
            self.first_deadline = self.deadline
        return before != self.deadline

    def opens_on(self, plan_day: date) -> date | None:
        """The day on which a flow opens it: the span's first day; the plan's day when the span has no start."""
        return None if self.is_undated else self.start or plan_day

    def facts(self) -> dict[str, str | None]:
        """What the history keeps of its period."""
        return {
            "milestone": self.kind,
            "text": self.text,
            "start": self.start.isoformat() if self.start else None,
            "finish": self.finish.isoformat() if self.finish else None,
            "rule": self.rule,
            "deadline": self.deadline.isoformat() if self.deadline else None,
        }
