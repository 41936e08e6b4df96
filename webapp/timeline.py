"""The talk about a task and its history as one timeline, the newest first."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import object_session

from planner.actor import Actor
from planner.models import Change, Comment, Task
from planner.models.change import FOLLOWING
from planner.verbs.talking import TALKERS

NO_ENTRY = frozenset(["comment", "edit_comment", "remove_comment"]) | FOLLOWING


class Entry(NamedTuple):
    """A line of history or a comment."""

    at: datetime
    change: Change | None = None
    comment: Comment | None = None


def timeline(task: Task) -> list[Entry]:
    """Every line, but for who follows; what the history keeps of comments is told by the comments themselves."""
    return sorted(_entries(task), key=lambda entry: entry.at, reverse=True)


def _entries(task: Task) -> Iterator[Entry]:
    # The later of two lines of one instant stands first, as sorting keeps the order of equals
    for change in reversed(task.changes):
        if change.verb not in NO_ENTRY:
            yield Entry(change.at, change=change)
    session = object_session(task)
    if session is not None:
        for comment in session.scalars(select(Comment).where(Comment.task_id == task.id).order_by(Comment.id.desc())):
            yield Entry(comment.created_at, comment=comment)


def may_talk(actor: Actor, task: Task) -> bool:
    return any(actor.has(role, task.organisation_id) for role in TALKERS)
