"""Where the deadline stands. Always computed, never stored; every page, sheet, feed and flow asks here."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from planner.language import N_

SOON_DAYS = 7

LABELS = {
    "undated": N_("Chưa xác định thời gian"),
    "not_due": N_("Chưa đến hạn"),
    "in_term": N_("Trong hạn"),
    "due_soon": N_("Sắp đến hạn"),
    "overdue": N_("Quá hạn"),
    "done_on_time": N_("Hoàn thành đúng hạn"),
    "done_late": N_("Hoàn thành quá hạn"),
}
HELD = ("postponed", "cancelled")
SUBMIT_IS_CURRENT = ("planned", "drafting")


@dataclass(frozen=True, slots=True)
class Standing:
    """`days` are days late when overdue or done late, days left when in term or due soon, else None."""

    kind: str
    days: int | None = None


class MilestoneFacts(Protocol):
    @property
    def start(self) -> date | None: ...
    @property
    def deadline(self) -> date | None: ...
    @property
    def done_on(self) -> date | None: ...


class TaskFacts(Protocol):
    @property
    def state(self) -> str: ...
    @property
    def submit(self) -> MilestoneFacts | None: ...
    @property
    def execute(self) -> MilestoneFacts | None: ...


def current_milestone(task: TaskFacts) -> MilestoneFacts | None:
    """Submit until it is submitted, then execute; for done work the last of the two, for held work where it rests."""
    if task.state == "done":
        return task.execute or task.submit
    is_open = task.submit is not None and task.submit.done_on is None
    if task.state in SUBMIT_IS_CURRENT or (task.state in HELD and is_open):
        return task.submit or task.execute
    return task.execute


def standing_of(task: TaskFacts, day: date, soon_days: int = SOON_DAYS) -> Standing | None:
    """The standing of a task on a day (Asia/Ho_Chi_Minh); None for postponed and cancelled work, whose clock rests."""
    if task.state in HELD:
        return None
    milestone = current_milestone(task)
    if task.state == "done":
        return _done(milestone)
    if milestone is None or (milestone.start is None and milestone.deadline is None):
        return Standing("undated")
    return _open(milestone, day, soon_days)


def _done(milestone: MilestoneFacts | None) -> Standing:
    if milestone and milestone.deadline and milestone.done_on and milestone.done_on > milestone.deadline:
        return Standing("done_late", (milestone.done_on - milestone.deadline).days)
    return Standing("done_on_time")


def _open(milestone: MilestoneFacts, day: date, soon_days: int) -> Standing:
    left = (milestone.deadline - day).days if milestone.deadline else None
    if left is not None and left < 0:
        return Standing("overdue", -left)
    if left is not None and left <= soon_days:
        return Standing("due_soon", left)
    if milestone.start and milestone.start > day:
        return Standing("not_due", left)
    return Standing("in_term", left)


@dataclass(frozen=True, slots=True)
class TaskDates:
    """The facts that a standing needs, of a task as it is now or as it was on some day."""

    state: str
    submit: MilestoneFacts | None
    execute: MilestoneFacts | None
