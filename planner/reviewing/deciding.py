"""What a review decides about an item: the task's own verb, and a line of the session tied to what it recorded."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, object_session

from planner import clock
from planner.actor import Actor
from planner.errors import Refusal
from planner.issuing.review import decision_of
from planner.language import N_
from planner.models import Board, Change, Document, ReviewItem, ReviewLine, Task, TimeRequest, work_calendar
from planner.reminding import remind_now
from planner.reviewing.sessions import enter

NOT_FINISHED = N_("Nhiệm vụ đang chờ duyệt hoặc không có bước hoàn thành; không ghi đã xong được.")

NOT_ASKED = N_("Không có đề nghị đổi thời gian nào đang chờ duyệt.")


def remind(item: ReviewItem, by: Actor, today: date) -> ReviewLine:
    """Nhắc: a letter to its board, by mail; what went out cannot be taken back."""
    task = item.task
    return _decide(
        item, by, lambda session: remind_now(session, task.organisation, task.board, [task], by, today)
    )  # fmt: skip


def extend(item: ReviewItem, until: date, reason: str, by: Actor, today: date) -> ReviewLine:
    """Gia hạn: of the milestone that is current now."""

    def verb(session: Session) -> None:
        item.task.extend(_current(item.task), until, by, today, reason, work_calendar(session))

    return _decide(item, by, verb)


def hand_over(item: ReviewItem, board: Board, reason: str, by: Actor, today: date) -> ReviewLine:
    """Chuyển bộ phận."""
    return _decide(item, by, lambda _session: item.task.hand_over(board, by, today, reason))


def note(item: ReviewItem, text: str, by: Actor, today: date) -> ReviewLine:
    """Ghi ý kiến."""
    return _decide(item, by, lambda _session: item.task.note(text, by, today))


def drop(item: ReviewItem, reason: str, by: Actor, today: date) -> ReviewLine:
    """Hủy."""
    return _decide(item, by, lambda _session: item.task.cancel(by, today, reason))


def approve_time(item: ReviewItem, by: Actor, today: date) -> ReviewLine:
    """Duyệt đề nghị đổi thời gian that waits for the current milestone."""

    def verb(session: Session) -> None:
        item.task.approve_time(_asked(item.task), by, today, work_calendar(session))

    return _decide(item, by, verb)


def refuse_time(item: ReviewItem, why: str, by: Actor, today: date) -> ReviewLine:
    """Không duyệt đề nghị đổi thời gian."""
    return _decide(item, by, lambda _session: item.task.refuse_time(_asked(item.task), by, today, why))


def finish(item: ReviewItem, by: Actor, today: date, on: date | None, result: str, paper_number: str) -> ReviewLine:
    """Đã xong trên thực tế: the paper was submitted, or the work done; what nobody opened is opened on the way."""
    task = item.task
    move = finishing(task)
    if move is None:
        raise Refusal(NOT_FINISHED)

    def verb(_session: Session) -> None:
        if opening := _opening(task):
            opening(by, today)
        if move == "submission":
            task.submit(by, today, paper_number, on or today)
        elif move == "completion":
            task.complete(by, today, result, on)
        else:
            task.close(by, today)

    return _decide(item, by, verb)


def finishing(task: Task) -> str | None:
    """The move that ends the task's current milestone, if it is one step away or has only to be opened."""
    if task.state in ("planned", "drafting") and task.has_submit:
        return "submission"
    if task.state in ("planned", "executing"):
        return "completion"
    if task.state == "approved":
        return "completion" if task.has_execute else "closing"
    return None


def _opening(task: Task) -> Callable[[Actor, date], None] | None:
    """The verb that opens what is to be ended, when nobody has."""
    if task.state == "planned":
        return task.begin_drafting if task.has_submit else task.begin_executing
    return task.begin_executing if task.state == "approved" and task.has_execute else None


def asked(task: Task) -> TimeRequest | None:
    """The request that waits for the milestone that is late."""
    return task.time_request(_current(task))


def _asked(task: Task) -> TimeRequest:
    request = asked(task)
    if request is None:
        raise Refusal(NOT_ASKED)
    return request


def _current(task: Task) -> str:
    return str(getattr(task.current, "kind", ""))


def _decide(item: ReviewItem, by: Actor, verb: Callable[[Session], Document | None]) -> ReviewLine:
    session = object_session(item)
    if session is None:
        raise ValueError("an item needs its session")
    enter(session, item.review, by)
    document = verb(session)
    session.flush()
    change = _last_change(session, item.task)
    told = decision_of(change)
    if told is None:
        raise ValueError(f"{change.verb} is no decision")
    made = ReviewLine(
        kind=told.kind, to=told.to, why=told.why, at=clock.now(), by=by.name, change=change, document=document
    )  # fmt: skip
    item.lines.append(made)
    session.flush()
    return made


def _last_change(session: Session, task: Task) -> Change:
    return session.scalars(select(Change).where(Change.task_id == task.id).order_by(Change.id.desc()).limit(1)).one()
