"""The bell: what concerns a person and is not read yet, from the same queue as the mails."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from planner.models import Change, Concern, Document, Notice, Organisation, Told
from planner.once import take_turns
from planner.telling.looking import look_through, memberships
from planner.telling.posting import TOLD_WITH, is_true

MOST = 100  # what is older and unread is not counted one by one


def is_behind(session: Session, organisation: Organisation) -> bool:
    """Whether something happened since the last look; two indexed look-ups, since every open page asks."""
    told = session.get(Told, organisation.id)
    change = session.scalar(select(func.max(Change.id)).where(Change.organisation_id == organisation.id))
    notices = select(func.max(Notice.id)).join(Document, Document.id == Notice.document_id)
    notice = session.scalar(notices.where(Document.organisation_id == organisation.id))
    known = (told.change_id, told.notice_id) if told else (0, 0)
    return (change or 0) > known[0] or (notice or 0) > known[1]


def catch_up(session: Session, organisation: Organisation, day: date) -> None:
    """Looks through what happened since; whoever asks first does it for all. Needs a writing transaction."""
    take_turns(session, organisation)
    look_through(session, organisation, day, memberships(session, organisation))


def latest(session: Session, organisation: Organisation, person_id: int, most: int = MOST) -> Sequence[Concern]:
    """What concerned a person lately and still holds or was read, the newest first."""
    query = _of(organisation, person_id).order_by(Concern.id.desc()).limit(most)
    return [one for one in session.scalars(query) if one.read_at or is_true(one)]


def unread(session: Session, organisation: Organisation, person_id: int) -> Sequence[Concern]:
    """What is not read and still holds, the newest first."""
    query = _of(organisation, person_id).where(Concern.read_at.is_(None)).order_by(Concern.id.desc()).limit(MOST)
    return [one for one in session.scalars(query) if is_true(one)]


def mark_read(
    session: Session, organisation: Organisation, person_id: int, at: datetime, task_id: int | None = None
) -> None:
    """Everything, or what there is of one task, is read."""
    query = update(Concern).where(
        Concern.organisation_id == organisation.id, Concern.person_id == person_id, Concern.read_at.is_(None)
    )
    session.execute((query if task_id is None else query.where(Concern.task_id == task_id)).values(read_at=at))


def _of(organisation: Organisation, person_id: int) -> Select[tuple[Concern]]:
    query = select(Concern).where(Concern.organisation_id == organisation.id, Concern.person_id == person_id)
    return query.options(*TOLD_WITH)
