"""Claiming by a lease: a sender that dies leaves its mail to the next one, who sends it under the same Message-ID."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from planner.models import Document, Mail

SECRET_KINDS = ("invitation", "reset")
ANY_TIME_KINDS = (*SECRET_KINDS, "failure")  # everything else waits for the hours of mail
LEASE = timedelta(minutes=10)
BACK_OFF = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 240, 720, 1440))
MOST_ATTEMPTS = len(BACK_OFF) + 1


def instant() -> datetime:
    """Now, by the machine's own clock: on a pinned day the office's clock goes back at midnight, a lease must not."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed mail with everything that sending needs, so that no transaction is open meanwhile."""

    id: int
    key: str
    recipient: str
    subject: str
    text: str
    html: str
    unsubscribe: str
    posted_at: datetime
    attachment: Attachment | None


def claim(session: Session, now: datetime, limit: int = 1, rests: bool = False) -> list[Parcel]:
    """Takes mails that wait, oldest first, for ten minutes. A mail whose document has no PDF yet waits for it.

    `rests`: it is outside the hours of mail, when only what somebody waits for goes out.
    """
    waiting = (
        select(Mail)
        .outerjoin(Document, Mail.document_id == Document.id)
        .where(
            Mail.sent_at.is_(None), Mail.failed_at.is_(None), Mail.not_before <= now,
            or_(Mail.leased_until.is_(None), Mail.leased_until <= now),
            or_(Mail.document_id.is_(None), Document.file_id.is_not(None)),
            *([Mail.kind.in_(ANY_TIME_KINDS)] if rests else []),
        )
        .order_by(Mail.id)
        .limit(limit)
        .options(joinedload(Mail.document).joinedload(Document.file))
        .with_for_update(skip_locked=True, of=Mail)
    )  # fmt: skip
    return [_lease(mail, now) for mail in session.scalars(waiting).all() if _may_try(mail, now)]


def _may_try(mail: Mail, now: datetime) -> bool:
    """A mail on which senders die again and again is given up too."""
    if mail.attempts < MOST_ATTEMPTS:
        return True
    _give_up(mail, now, mail.error or "no sender came back with an answer")
    return False


def _lease(mail: Mail, now: datetime) -> Parcel:
    mail.leased_until = now + LEASE
    mail.attempts += 1
    file = mail.document.file if mail.document else None
    attachment = Attachment(file.name, file.media_type, file.content) if file else None
    return Parcel(
        mail.id, mail.key, mail.recipient, mail.subject, mail.text, mail.html, mail.unsubscribe, mail.created_at,
        attachment,
    )  # fmt: skip


def sent(session: Session, parcel: Parcel, now: datetime) -> None:
    """The server took it. What was secret in it is cleared."""
    mail = session.get_one(Mail, parcel.id)
    mail.sent_at, mail.leased_until, mail.error = now, None, ""
    _clear(mail)


def failed(session: Session, parcel: Parcel, now: datetime, error: str, for_good: bool = False) -> None:
    """The server refused it: it is tried again later, until attempts run out or the refusal is for good."""
    mail = session.get_one(Mail, parcel.id)
    mail.error, mail.leased_until = error[:500], None
    if for_good or mail.attempts >= MOST_ATTEMPTS:
        _give_up(mail, now, mail.error)
    else:
        mail.not_before = now + BACK_OFF[mail.attempts - 1]


def release(session: Session, parcel: Parcel, error: str) -> None:
    """The server could not be reached: the mail waits as if it had not been tried."""
    mail = session.get_one(Mail, parcel.id)
    mail.leased_until, mail.attempts, mail.error = None, max(0, mail.attempts - 1), error[:500]


def _give_up(mail: Mail, now: datetime, error: str) -> None:
    mail.failed_at, mail.leased_until, mail.error = now, None, error
    _clear(mail)


def _clear(mail: Mail) -> None:
    if mail.kind in SECRET_KINDS:
        mail.text = mail.html = ""
