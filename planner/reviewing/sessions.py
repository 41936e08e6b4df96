"""The verbs of a review session as a whole: it begins with what is late, and ends with its minutes."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from planner import clock
from planner.actor import Actor
from planner.errors import NotAllowed, Refusal, Stale
from planner.issuing.minutes import issue_review_minutes
from planner.language import N_
from planner.models import Milestone, Organisation, ReviewItem, ReviewSession, Task
from planner.models.change import record
from planner.once import take_turns
from planner.reviewing.progress import is_settled
from planner.text import clean, line

NOT_YOURS = N_("Chỉ Văn phòng được tiến hành phiên rà soát.")
ANOTHER = N_("Đang có một phiên rà soát chưa kết thúc; đề nghị tiếp tục phiên đó.")
NOTHING_LATE = N_("Không có nhiệm vụ quá hạn nào để rà soát.")
ENDED = N_("Phiên rà soát này đã kết thúc; kết luận không thay đổi được nữa.")
HEADING = ("chair", "clerk", "place", "present")


def open_review(session: Session, organisation: Organisation) -> ReviewSession | None:
    """The session that is going on, if one is."""
    query = select(ReviewSession).where(ReviewSession.organisation_id == organisation.id)
    return session.scalars(query.where(ReviewSession.ended_at.is_(None))).first()


def last_ended(session: Session, organisation: Organisation) -> ReviewSession | None:
    query = select(ReviewSession).where(ReviewSession.organisation_id == organisation.id)
    query = query.where(ReviewSession.ended_at.is_not(None)).options(joinedload(ReviewSession.document))
    return session.scalars(query.order_by(ReviewSession.id.desc()).limit(1)).first()


def begin(
    session: Session, organisation: Organisation, tasks: Iterable[Task], by: Actor, today: date, chair: str = ""
) -> ReviewSession:
    """Bắt đầu phiên rà soát: over those of the tasks that are late today, in the order given. Never commits."""
    require_clerk(organisation, by)
    take_turns(session, organisation)
    if open_review(session, organisation) is not None:
        raise Stale(ANOTHER)
    review = ReviewSession(
        organisation=organisation, day=today, chair=line(chair), began_at=clock.now(), began_by=by.name
    )  # fmt: skip
    review.items = [item for task in tasks if (item := _item(task, today))]
    if not review.items:
        raise Refusal(NOTHING_LATE)
    for position, item in enumerate(review.items, 1):
        item.position = position
    session.add(review)
    session.flush()
    record(organisation, by, "begin_review", today, after={"review": review.id, "items": len(review.items)})
    return review


def _item(task: Task, day: date) -> ReviewItem | None:
    standing, current = task.standing(day), task.current
    if standing is None or standing.kind != "overdue" or not isinstance(current, Milestone):
        return None
    return ReviewItem(
        task=task, milestone=current.kind, deadline=current.deadline, days=standing.days, board=task.board.name
    )  # fmt: skip


def write_heading(session: Session, review: ReviewSession, words: Mapping[str, str], by: Actor, today: date) -> None:
    """Ghi phần đầu biên bản: who presides and who writes, where, who was there (one a line); empty leaves it open."""
    enter(session, review, by)
    before = {name: getattr(review, name) for name in HEADING}
    after = {name: (clean if name == "present" else line)(words.get(name, before[name])) for name in HEADING}
    if before == after:
        return
    for name, text in after.items():
        setattr(review, name, text)
    facts = {"review": review.id}
    record(review.organisation, by, "head_review", today, before=facts | before, after=facts | after)


def end(session: Session, review: ReviewSession, by: Actor, today: date) -> None:
    """Kết thúc: with a draft of the minutes of what was decided; without one when nothing was. Never commits."""
    enter(session, review, by)
    for item in review.items:
        item.settled = is_settled(item)
    review.ended_at, review.ended_by = clock.now(), by.name
    if any(item.decisions for item in review.items):
        review.document = issue_review_minutes(session, review, by, today)
    session.flush()
    record(review.organisation, by, "end_review", today, after={"review": review.id})


def enter(session: Session, review: ReviewSession, by: Actor) -> None:
    """What every verb within a session begins with: the secretariat, in turn, while it goes on."""
    require_clerk(review.organisation, by)
    take_turns(session, review.organisation)
    session.refresh(review, ["ended_at"])
    if not review.is_open:
        raise Stale(ENDED)


def require_clerk(organisation: Organisation, by: Actor) -> None:
    if not by.has("secretariat", organisation.id):
        raise NotAllowed(NOT_YOURS)
