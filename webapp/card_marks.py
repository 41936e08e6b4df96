"""The marks on a card: what was said, attached and asked for on the task's own page."""

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, literal, select, true, union_all

from planner.models import Attachment, Comment, TimeRequest
from webapp.extensions import db


class Marks(NamedTuple):
    """How much there is on a task's own page: what was said, the files, and whether another time is asked for."""

    comments: int = 0
    files: int = 0
    asked: int = 0


BARE = Marks()


def _marks() -> Any:
    """Each kind of mark with its number, of the tasks that have any."""
    counted = (
        ("comments", Comment.__table__.c, Comment.removed_at.is_(None)),
        ("files", Attachment.__table__.c, true()),
        ("asked", TimeRequest.__table__.c, TimeRequest.state == "waiting"),
    )
    return union_all(*(
        select(literal(kind), one.task_id, func.count())
        .where(one.organisation_id == bindparam("organisation"), condition)
        .where(one.task_id.between(bindparam("first"), bindparam("last")))
        .group_by(one.task_id)
        for kind, one, condition in counted
    ))  # fmt: skip


MARKS = _marks()


def marks_on(organisation_id: int, task_ids: Collection[int]) -> dict[int, Marks]:
    """The marks of those of these tasks that have any. One query."""
    if not task_ids:
        return {}
    tasks = {"organisation": organisation_id, "first": min(task_ids), "last": max(task_ids)}
    found: dict[int, dict[str, int]] = {}
    for kind, task_id, number in db.session.execute(MARKS, tasks):
        found.setdefault(task_id, {})[kind] = number
    return {task_id: Marks(**marks) for task_id, marks in found.items()}
