"""Verbs of sign-ins: which are open, the record of those that ended, and when it is forgotten."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session, joinedload

from planner.models import Person, SignIn
from planner.text import line

KEPT = timedelta(days=90)
# With the person and their roles, in one query that is put together once: every request asks for it.
_SIGN_IN = (
    select(SignIn)
    .where(SignIn.id == bindparam("number"))
    .options(joinedload(SignIn.person, innerjoin=True).joinedload(Person.memberships))
)


def sign_in_by_id(session: Session, number: int) -> SignIn | None:
    """A sign-in with its person and their roles."""
    return session.scalars(_SIGN_IN, {"number": number}).unique().first()


def open_sign_ins(session: Session, person_id: int, now: datetime, idle: timedelta, longest: timedelta) -> list[SignIn]:
    """Where somebody is signed in, the browser that was used last first."""
    query = select(SignIn).where(SignIn.person_id == person_id, SignIn.ended_at.is_(None))
    found: Sequence[SignIn] = session.scalars(query.order_by(SignIn.seen_at.desc(), SignIn.id.desc())).all()
    return [one for one in found if one.is_open(now, idle, longest)]


def note_seen(session: Session, number: int, now: datetime, address: str) -> None:
    """Notes that a browser is in use, and from where."""
    changed = update(SignIn).where(SignIn.id == number, SignIn.seen_at < now)
    session.execute(changed.values(seen_at=now, address=address).execution_options(synchronize_session=False))


def last_seen(session: Session, person_ids: Sequence[int]) -> dict[int, datetime]:
    """When each of these people was last at work here, as far as it is kept."""
    query = select(SignIn.person_id, SignIn.seen_at).where(SignIn.person_id.in_(person_ids)).order_by(SignIn.seen_at)
    return dict(session.execute(query).tuples().all())


def has_worked_from(session: Session, email: str, address: str) -> bool:
    """Whether the person with this e-mail address was signed in from a network address, as far back as it is kept."""
    query = select(SignIn.id).join(Person).where(Person.email == line(email).lower(), SignIn.address == address)
    return session.scalars(query.limit(1)).first() is not None


def forget_sign_ins(session: Session, now: datetime) -> int:
    """Forgets sign-ins that nobody has used for long; gives how many."""
    forgotten = session.execute(delete(SignIn).where(SignIn.seen_at < now - KEPT))
    return int(forgotten.rowcount)  # type: ignore[attr-defined]
