"""A decision of a session is taken back before its end: the task is as it was, and the history keeps both lines."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, object_session

from planner import clock
from planner.actor import Actor
from planner.errors import Refusal, Stale
from planner.language import N_
from planner.models import Board, Change, Person, ReviewLine, Task, work_calendar
from planner.reviewing.sessions import enter

REASON = N_("Rút lại kết luận của phiên rà soát")
WENT_OUT = N_("Phiếu nhắc việc đã gửi đi, không rút lại được.")
NOT_THIS = N_("Kết luận này không rút lại được; đề nghị điều chỉnh tại trang nhiệm vụ.")
CHANGED = N_("Sau kết luận này nhiệm vụ đã có thay đổi khác; đề nghị rút kết luận sau trước, hoặc kết luận lại.")
TWICE = N_("Kết luận này đã được rút lại.")

Retraction = Callable[[Task, Change, Actor, date], None]


def take_back(line: ReviewLine, by: Actor, today: date) -> None:
    """Rút lại kết luận. Refuses what went out, and what somebody has changed since. Never commits."""
    session = object_session(line)
    if session is None:
        raise ValueError("a line needs its session")
    enter(session, line.item.review, by)
    session.refresh(line, ["undone_at"])
    if line.undone_at is not None:
        raise Stale(TWICE)
    task, change = line.item.task, line.change
    if not may_take_back(line):
        raise Refusal(WENT_OUT if change.verb == "remind" else NOT_THIS)
    if not _still_holds(task, change):
        raise Refusal(CHANGED)
    before = _last_id(session, task)
    line.undone_at, line.undone_by = clock.now(), by.name
    session.flush()  # nothing of the session stands against undoing any more
    RETRACTIONS[change.verb](task, change, by, today)
    session.flush()
    line.undone_change_id = _first_after(session, task, before)
    session.flush()


def may_take_back(line: ReviewLine) -> bool:
    """Whether there is a way back at all."""
    return line.change.verb in RETRACTIONS


def _still_holds(task: Task, change: Change) -> bool:
    """Whether the task is still as the decision left it, in what the decision was about."""
    after = change.after
    if "milestone" in after:
        milestone = task.milestone(after["milestone"])
        return milestone is not None and milestone.facts().items() <= after.items()
    if "board_id" in after:
        return bool(task.board_id == after["board_id"])
    if "state" in after:
        return bool(task.state == after["state"])
    return True


def _period(task: Task, change: Change, by: Actor, today: date) -> None:
    task.take_back_period(change, by, today, REASON, work_calendar(_session(task)))
    if "asked_by" in change.after:
        _request(task, change, by, today)


def _request(task: Task, change: Change, by: Actor, today: date) -> None:
    """The request that the line decided waits again."""
    request = task.request_decided_by(change)
    if request is None:
        raise Refusal(CHANGED)
    task.reconsider_time(request, by, today, REASON)
    task.tell_nobody(change)


def _board(task: Task, change: Change, by: Actor, today: date) -> None:
    """Back to the board from before, its assignee and the new board's co-operation with it."""
    session, was = _session(task), change.before
    task.hand_over(session.get_one(Board, was["board_id"]), by, today, REASON)
    session.flush()
    person = session.get(Person, was["assignee_id"]) if was.get("assignee_id") else None
    if person is not None and person.is_enabled:
        task.assign(person, by, today)
    if "cooperator_id" in was:
        task.cooperate_with(session.get_one(Board, was["cooperator_id"]), by, today)


def _note(task: Task, change: Change, by: Actor, today: date) -> None:
    task.take_back_note(change, by, today, REASON)


def _move(back: Callable[[Task, Actor, date], None]) -> Retraction:
    """Undone as if it had not been; where that is no longer open, led back by a move of its own."""

    def retraction(task: Task, _change: Change, by: Actor, today: date) -> None:
        if task.may_undo(by, today):
            task.undo(by, today)
        else:
            back(task, by, today)

    return retraction


RETRACTIONS: dict[str, Retraction] = {
    "extend": _period,
    "move_month": _period,
    "undate": _period,
    "refuse_time": _request,
    "hand_over": _board,
    "note": _note,
    "cancellation": _move(lambda task, by, today: task.restore(by, today)),
    "submission": _move(lambda task, by, today: task.return_to_draft(by, today, REASON)),
    "completion": _move(lambda task, by, today: task.reopen(by, today, REASON)),
}


def _session(task: Task) -> Session:
    session = object_session(task)
    if session is None:
        raise ValueError("a task needs its session")
    return session


def _last_id(session: Session, task: Task) -> int:
    return session.scalars(select(Change.id).where(Change.task_id == task.id).order_by(Change.id.desc()).limit(1)).one()


def _first_after(session: Session, task: Task, id: int) -> int:
    query = select(Change.id).where(Change.task_id == task.id, Change.id > id)
    return session.scalars(query.order_by(Change.id).limit(1)).one()
