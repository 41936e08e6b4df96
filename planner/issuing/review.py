"""What an overdue review decided: a session what it recorded itself; a day without one what its history says."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from planner.as_of import MilestoneAsOf, TaskAsOf, as_of
from planner.clock import ZONE
from planner.models import Change, Organisation, Plan, ReviewItem, ReviewLine, ReviewSession, Task
from planner.sheets.minutes import Decision, ReviewedItem
from planner.standing import current_milestone, standing_of
from planner.undone import still_standing

# What a line of history decides, and which of its facts says where to.
DECIDED = {
    "remind": ("reminded", "document"),
    "extend": ("extended", "deadline"),
    "move_month": ("extended", "deadline"),
    "undate": ("undated", ""),
    "hand_over": ("handed_over", "board"),
    "note": ("noted", ""),
    "postponement": ("postponed", "until"),
    "cancellation": ("dropped", ""),
    "submission": ("done", "submitted_on"),
    "completion": ("done", "done_on"),
    "closing": ("done", ""),
    "refuse_time": ("refused", "text"),
}


def reviewed(session: Session, organisation: Organisation, day: date) -> list[ReviewedItem]:
    """The tasks that were late on a day in Việt Nam, as they stood when it began, with what that day decided.

    What was recorded on the day or later but counts for an earlier day (a paper handed in afterwards) is a decision of
    the day, not the state in which the review found the task. What a session took back again decided nothing.
    """
    midnight = datetime.combine(day, time(), ZONE).astimezone(UTC)
    changes = _changes(session, organisation)
    found = as_of(_tasks(session, organisation, day), _not_told_later(changes, midnight, day), day - timedelta(days=1))
    taken_back = _taken_back(session, organisation)
    lines = _of_day([change for change in changes if change.id not in taken_back], midnight)
    return [item for task in found if (item := _item(task, day, lines.get(task.task.id, [])))]


def _tasks(session: Session, organisation: Organisation, day: date) -> Sequence[Task]:
    query = select(Task).join(Plan, Task.plan_id == Plan.id)
    query = query.where(Task.organisation_id == organisation.id, Plan.imported_on <= day)
    return session.scalars(query.options(joinedload(Task.board), joinedload(Task.plan)).order_by(Task.id)).all()


def _changes(session: Session, organisation: Organisation) -> Sequence[Change]:
    query = select(Change).where(Change.organisation_id == organisation.id, Change.task_id.is_not(None))
    return session.scalars(query.order_by(Change.id)).all()


def _taken_back(session: Session, organisation: Organisation) -> set[int]:
    """The lines of history of decisions that were taken back, and those that took them back."""
    query = select(ReviewLine.change_id, ReviewLine.undone_change_id).join(ReviewLine.item).join(ReviewItem.review)
    query = query.where(ReviewSession.organisation_id == organisation.id, ReviewLine.undone_at.is_not(None))
    return {line for pair in session.execute(query) for line in pair if line is not None}


def _not_told_later(changes: Iterable[Change], midnight: datetime, day: date) -> list[Change]:
    return [change for change in changes if change.at < midnight or change.on >= day]


def _of_day(changes: Iterable[Change], midnight: datetime) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = {}
    for change in still_standing(changes):
        if midnight <= change.at < midnight + timedelta(days=1):
            found.setdefault(change.task_id or 0, []).append(change)
    return found


def _item(task: TaskAsOf, day: date, lines: Iterable[Change]) -> ReviewedItem | None:
    standing, current = standing_of(task.dates, day), current_milestone(task.dates)
    if standing is None or standing.kind != "overdue" or not isinstance(current, MilestoneAsOf):
        return None
    if current.deadline is None:
        return None
    decisions = tuple(decision for line in lines if (decision := decision_of(line)))
    return ReviewedItem(task.task, current.kind, current.deadline, standing.days or 0, task.board_name, decisions)


def decision_of(line: Change) -> Decision | None:
    """What a line of history decides; None for what is none."""
    if line.verb not in DECIDED:
        return None
    kind, to = DECIDED[line.verb]
    return Decision(kind, str(line.after.get(to) or ""), line.reason or str(line.after.get("result", "")))


def reviewed_in(session: Session, review: ReviewSession) -> list[ReviewedItem]:
    """The items of a session that has ended, with what it decided; of one settled elsewhere meanwhile, how."""
    elsewhere = _meanwhile(session, review)
    return [
        ReviewedItem(
            item.task, item.milestone, item.deadline, item.days, item.board,
            tuple(Decision(line.kind, line.to, line.why) for line in item.decisions)
            or tuple(elsewhere.get(item.task_id, ())),
            item.settled,
        )
        for item in review.items
    ]  # fmt: skip


def _meanwhile(session: Session, review: ReviewSession) -> dict[int, list[Decision]]:
    """By task what was decided outside the session while it went on, about the items that were settled so."""
    settled = [item.task_id for item in review.items if item.settled]
    query = select(Change).where(Change.task_id.in_(settled), Change.at.between(review.began_at, review.ended_at))
    found: dict[int, list[Decision]] = {}
    taken_back = _taken_back(session, review.organisation)
    for line in session.scalars(query.order_by(Change.id)):
        if (decision := decision_of(line)) and line.id not in taken_back:
            found.setdefault(line.task_id or 0, []).append(decision)
    return found
