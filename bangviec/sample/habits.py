"""How the boards of the sample live with their tasks: one habit a row, each acting through the verbs, day by day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from planner.actor import Actor
from planner.models import Milestone, Task
from planner.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts in the sample."""

    heads: dict[int, Actor]
    secretariat: Actor
    leader: Actor
    calendar: WorkCalendar


Habit = Callable[[Task, date, Cast], None]


def steady(task: Task, day: date, cast: Cast) -> None:
    """Submits four days before the deadline, finishes two days before it."""
    _work(task, day, cast, submit_after=-4, finish_after=-2)


def late(task: Task, day: date, cast: Cast) -> None:
    """Submits five days late, finishes eight days late."""
    _work(task, day, cast, submit_after=5, finish_after=8)


def stuck(task: Task, day: date, cast: Cast) -> None:
    """Is being drafted and never submitted."""


def running(task: Task, day: date, cast: Cast) -> None:
    """Goes on all the time."""


def undated(task: Task, day: date, cast: Cast) -> None:
    """Has no time of its own: the board begins it by itself."""
    if task.state == "planned":
        task.begin_executing(_head(task, cast), day)


def returned(task: Task, day: date, cast: Cast) -> None:
    """Is returned once, then goes its way."""
    submit = task.milestone("submit")
    first_time = not any(change.verb == "return" for change in task.changes)
    if task.state == "submitted" and first_time and submit and submit.done_on and day > submit.done_on:
        task.return_to_draft(cast.leader, day, "Đề nghị bổ sung thành phần, kinh phí và phân công cụ thể.")
    elif first_time or not (submit and submit.deadline and day < submit.deadline):
        steady(task, day, cast)


def moved(task: Task, day: date, cast: Cast) -> None:
    """Is put off by a month before its time runs out, then goes its way."""
    execute = task.milestone("execute")
    if execute and execute.deadline and not execute.was_moved and day >= execute.deadline - timedelta(days=10):
        following = execute.deadline.replace(day=1) + timedelta(days=32)
        reason = "Điều chỉnh theo lịch làm việc của Ban Thường trực."
        task.move_to_month(
            "execute", following.year, following.month, cast.secretariat, day, reason, cast.calendar
        )  # fmt: skip
    steady(task, day, cast)


def spare(goal: str) -> Habit:
    """A task without a time, brought into one state within its first days, where it stays."""

    def act(task: Task, day: date, cast: Cast) -> None:
        if task.state == goal or goal == "planned":
            return
        if goal == "postponed":
            task.postpone(cast.secretariat, day, "Chờ hướng dẫn của cấp trên.")
        elif goal == "cancelled":
            task.cancel(cast.secretariat, day, "Không còn phù hợp với điều kiện thực tế.")
        else:
            _submit_and_approve(task, day, cast, goal)

    return act


def _submit_and_approve(task: Task, day: date, cast: Cast, goal: str) -> None:
    if task.state == "planned":
        task.begin_drafting(_head(task, cast), day)
    elif task.state == "drafting":
        task.submit(_head(task, cast), day, _paper(task), day)
    elif goal == "approved":
        task.approve(cast.leader, day)


def _work(task: Task, day: date, cast: Cast, submit_after: int, finish_after: int) -> None:
    """The usual way of a task: drafted, submitted, approved two days later, carried out."""
    submit, execute = task.milestone("submit"), task.milestone("execute")
    if task.state == "drafting" and submit and _time_for(submit, day, submit_after):
        task.submit(_head(task, cast), day, _paper(task), day)
    elif task.state == "submitted" and submit and submit.done_on and day >= submit.done_on + timedelta(days=2):
        task.approve(cast.leader, day)
    elif task.state == "approved" and execute and execute.is_undated and day.day == 20:
        task.begin_executing(_head(task, cast), day)
    elif task.state == "executing" and execute and execute.deadline and _time_for(execute, day, finish_after):
        task.complete(_head(task, cast), day, "Đã tổ chức thực hiện theo kế hoạch, có báo cáo kết quả.", day)


def _time_for(milestone: Milestone, day: date, after: int) -> bool:
    return milestone.deadline is not None and day >= milestone.deadline + timedelta(days=after)


def _head(task: Task, cast: Cast) -> Actor:
    return cast.heads[task.board_id]


def _paper(task: Task) -> str:
    board = "".join(word[0] for word in task.board.name.split() if word[0].isalpha())
    return f"{task.position:02d}/TTr-{board.upper()}"


HABITS: dict[str, Habit] = {
    "steady": steady, "late": late, "stuck": stuck, "running": running, "undated": undated,
    "returned": returned, "moved": moved,
} | {goal: spare(goal) for goal in ("planned", "submitted", "approved", "postponed", "cancelled")}  # fmt: skip
