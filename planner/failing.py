"""Failures of flows: kept, told to the administrators once a flow and day, and closed when a later run is good."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from planner import clock
from planner.flow_names import FLOW_LABELS
from planner.language import N_, translate
from planner.models import Failure, Membership, Organisation, Person
from planner.once import insert_once
from planner.outbox import post_notice
from planner.settings import base_url

SUBJECT = N_("Tác vụ tự động “%(flow)s” chưa thực hiện xong ngày %(day)s")
WHAT = N_("Tác vụ tự động “%(flow)s” chạy lúc %(hour)s ngày %(day)s chưa thực hiện xong.")
REASON = N_("Lý do: %(sentence)s")
NEXT = N_(
    "Lần chạy sau làm bù phần còn thiếu. Mỗi ngày chỉ có một thư về mỗi tác vụ; trang Tác vụ tự động cho biết thêm."
)
LONGEST = 1000
KEPT = timedelta(days=90)


def note_failure(session: Session, flow: str, sentence: str, at: datetime) -> Failure:
    """Notes that a run of a flow failed at an instant (UTC), with a sentence that people can read. Never commits.

    The day's first failure of a flow posts a mail to each administrator; a further one only counts.
    """
    day = at.astimezone(clock.ZONE).date()
    sentence = sentence[:LONGEST]
    made = Failure(flow=flow, day=day, sentence=sentence, times=1, first_at=at, last_at=at)
    if insert_once(session, made):
        session.execute(delete(Failure).where(Failure.first_at < at - KEPT))
        for person in administrators(session):
            _tell(session, person, made)
        return made
    session.execute(
        update(Failure)
        .where(Failure.flow == flow, Failure.day == day)
        .values(sentence=sentence, times=Failure.times + 1, last_at=at, mended_at=None)
    )
    return session.scalars(select(Failure).where(Failure.flow == flow, Failure.day == day)).one()


def has_open_failure(session: Session, flow: str) -> bool:
    """Whether a flow has failed and no run of it was good since."""
    return (
        session.scalars(select(Failure.id).where(Failure.flow == flow, Failure.mended_at.is_(None))).first() is not None
    )


def note_success(session: Session, flow: str, at: datetime) -> int:
    """Closes what of a flow was open, since its run at an instant was good; gives how many days. Never commits."""
    opened = select(Failure.id).where(Failure.flow == flow, Failure.mended_at.is_(None))
    ids = session.scalars(opened).all()
    if ids:
        session.execute(update(Failure).where(Failure.id.in_(ids)).values(mended_at=at))
    return len(ids)


def recent_failures(session: Session, limit: int = 20) -> Sequence[Failure]:
    """The failures of the last days, those that are open first, then the latest first."""
    query = select(Failure).order_by(Failure.mended_at.is_not(None), Failure.last_at.desc(), Failure.id.desc())
    return session.scalars(query.limit(limit)).all()


def administrators(session: Session) -> Sequence[Person]:
    """Who looks after the whole system: the administrators of the offices that stand under no other."""
    top = select(Membership.person_id).join(Organisation, Organisation.id == Membership.organisation_id)
    ids = top.where(Membership.role == "admin", Organisation.parent_id.is_(None))
    query = select(Person).where(Person.id.in_(ids), Person.disabled_at.is_(None))
    return session.scalars(query.order_by(Person.id)).all()


def _tell(session: Session, person: Person, made: Failure) -> None:
    language = person.language
    flow = translate(FLOW_LABELS.get(made.flow, made.flow), language)
    local = made.last_at.astimezone(clock.ZONE)
    day = f"{made.day:%d/%m/%Y}"
    paragraphs = [
        translate(WHAT, language, flow=flow, hour=f"{local:%H:%M}", day=day),
        translate(REASON, language, sentence=made.sentence),
        translate(NEXT, language),
    ]
    key = f"failure:{made.flow}:{made.day}:{person.email}"
    subject = translate(SUBJECT, language, flow=flow, day=day)
    post_notice(session, person, key, "failure", subject, paragraphs, f"{base_url()}/admin/flows")
