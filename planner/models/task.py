"""A task (nhiệm vụ): one occurrence of a row of the plan; the card on the kanban. Its verbs stand in planner/verbs/."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.models.attachment import Attachment
from planner.models.change import Change
from planner.models.comment import Follow
from planner.models.cooperation import Cooperation
from planner.models.milestone import Milestone
from planner.models.organisation import Board, Organisation
from planner.models.person import Person
from planner.models.searched import keep_searched, searched_by
from planner.models.time_request import TimeRequest
from planner.searching import texts_of_task
from planner.standing import MilestoneFacts, Standing, TaskDates, current_milestone, standing_of
from planner.verbs.attaching import Attaching
from planner.verbs.moving import Moving
from planner.verbs.noting import Noting
from planner.verbs.placing import Placing
from planner.verbs.requesting import Requesting
from planner.verbs.responsibility import Responsibility
from planner.verbs.revising import Revising
from planner.verbs.taking_back import TakingBack
from planner.verbs.talking import Talking

if TYPE_CHECKING:
    from planner.models.plan import Plan, PlanRow


class Task(
    Moving, TakingBack, Placing, Requesting, Responsibility, Attaching, Revising, Noting, Talking, Base
):
    """`version` grows with every verb; the browser sends it back, so that a stale page never overwrites.

    `held_state` is where postponed or cancelled work was; `held_until` the day on which it resumes by itself.
    `rank` is its place among the cards if somebody gave it one: see planner.places.
    """

    __tablename__ = "task"
    __table_args__ = (Index("ix_task_organisation_state", "organisation_id", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    row_id: Mapped[int] = mapped_column(ForeignKey("plan_row.id"), index=True)
    board_id: Mapped[int] = mapped_column(ForeignKey("board.id"), index=True)
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    occurrence: Mapped[int] = mapped_column(default=1)
    occurrences: Mapped[int] = mapped_column(default=1)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str]
    title: Mapped[str]
    state: Mapped[str] = mapped_column(default="planned")
    held_state: Mapped[str | None]
    held_until: Mapped[date | None]
    paper_number: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    searched: Mapped[str] = searched_by(texts_of_task)
    rank: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)

    organisation: Mapped[Organisation] = relationship()
    plan: Mapped["Plan"] = relationship()
    row: Mapped["PlanRow"] = relationship(back_populates="tasks")
    board: Mapped[Board] = relationship()
    assignee: Mapped[Person | None] = relationship()
    milestones: Mapped[list[Milestone]] = relationship(back_populates="task", lazy="selectin")
    cooperations: Mapped[list[Cooperation]] = relationship(
        back_populates="task", lazy="selectin", order_by=Cooperation.id, cascade="all, delete-orphan"
    )
    follows: Mapped[list[Follow]] = relationship(back_populates="task", cascade="all, delete-orphan")
    attachments: Mapped[list[Attachment]] = relationship(
        back_populates="task", order_by=Attachment.id, cascade="all, delete-orphan"
    )
    time_requests: Mapped[list[TimeRequest]] = relationship(back_populates="task", order_by=TimeRequest.id)
    changes: Mapped[list[Change]] = relationship(back_populates="task", order_by=Change.id)

    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}

    def milestone(self, kind: str) -> Milestone | None:
        return next((m for m in self.milestones if m.kind == kind), None)

    # `submit` is the verb, so the two milestones are reached as facts through `dates`.
    @property
    def has_submit(self) -> bool:
        return self.milestone("submit") is not None

    @property
    def has_execute(self) -> bool:
        return self.milestone("execute") is not None

    @property
    def dates(self) -> TaskDates:
        return TaskDates(self.state, self.milestone("submit"), self.milestone("execute"))

    @property
    def current(self) -> MilestoneFacts | None:
        """The milestone that gives the task its standing."""
        return current_milestone(self.dates)

    def standing(self, day: date) -> Standing | None:
        """Where the deadline stands on a day in Việt Nam; None while the work is postponed or cancelled."""
        return standing_of(self.dates, day)


keep_searched(Task, texts_of_task, ("number", "title", "paper_number", "result"))
