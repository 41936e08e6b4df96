"""What waits for a word of the person, whatever the year: papers to approve, and where somebody called them."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from planner.models import Concern, Milestone, Task
from planner.moves import MOVES
from planner.telling import bell
from webapp.bell import looked_through
from webapp.extensions import db
from webapp.people import current_actor

APPROVERS = next(move.roles for move in MOVES if move.name == "approval")
MOST = 30


class ToDo(NamedTuple):
    """Papers that wait, the longest first, with their files; and what calls me, the newest first."""

    papers: Sequence[Task] = ()
    mentions: Sequence[Concern] = ()


def to_do() -> ToDo:
    """Both, each in one query; papers only for those who may approve them."""
    actor, organisation = current_actor(), looked_through()
    approves = any(actor.has(role, organisation.id) for role in APPROVERS)
    called = [one for one in bell.unread(db.session(), organisation, actor.person_id or 0) if one.why == "mentioned"]
    return ToDo(_papers(organisation.id) if approves else (), called)


def _papers(organisation_id: int) -> Sequence[Task]:
    query = (
        select(Task)
        .join(Milestone, (Milestone.task_id == Task.id) & (Milestone.kind == "submit"), isouter=True)
        .where(Task.organisation_id == organisation_id, Task.state == "submitted")
        .options(joinedload(Task.board), selectinload(Task.attachments))
        .order_by(Milestone.done_on, Task.id)
        .limit(MOST)
    )
    return db.session.scalars(query).unique().all()
