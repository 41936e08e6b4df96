"""The outbox: what waits, what was sent, what could not be and may be tried again; a letter to try the server."""

from collections.abc import Sequence
from datetime import UTC, datetime

from flask import abort, request, url_for
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from planner import clock
from planner.asking import ask_for
from planner.clock import today
from planner.errors import Refusal
from planner.language import N_
from planner.models import Document, Mail
from planner.outbox import MailServer, mail_time
from planner.outbox.checking import TAKEN, Addressee, send_test_mail
from planner.outbox.leasing import instant
from planner.outbox.retrying import can_be_tried, try_again
from webapp.access import access, load
from webapp.admin import section
from webapp.answers import render
from webapp.extensions import db, limiter
from webapp.form_answers import answers_form, done
from webapp.mail_words import mail_state
from webapp.people import current_actor, current_organisation, current_person
from webapp.writing import commit, writes

SHOWN = 100
STATES: dict[str, tuple[str, ColumnElement[bool]]] = {
    "waiting": (N_("Chờ gửi"), Mail.sent_at.is_(None) & Mail.failed_at.is_(None)),
    "failed": (N_("Không gửi được"), Mail.failed_at.is_not(None)),
    "sent": (N_("Đã gửi"), Mail.sent_at.is_not(None)),
}
QUEUED = N_("Đã đưa %(count)s thư trở lại hàng chờ.")
NONE_FAILED = N_("Không có thư nào gửi lại được.")


@section.get("/outbox")
@access("admin")
def outbox() -> str:
    """The newest mails: all, or those of one state or of one document."""
    state, document = request.args.get("state", ""), _document(request.args.get("document", type=int))
    shown = [Mail.document_id == document.id] if document else [STATES[state][1]] if state in STATES else []
    query = select(Mail).where(_ours(), *shown).options(joinedload(Mail.document)).order_by(Mail.id.desc()).limit(SHOWN)
    return render(
        "admin/outbox.html", mails=db.session.scalars(query).all(), states=STATES, state=state, counted=_counts(),
        document=document, shown=SHOWN, mail_state=mail_state, can_be_tried=can_be_tried, server=_server(),
        held=_held(),
    )  # fmt: skip


def _held() -> dict[str, object] | None:
    """Until when mail waits and for which hours; None while it goes out."""
    when = mail_time(db.session())
    return None if when.is_open(clock.now()) else {"until": when.opens_at(clock.now()), "hours": str(when.hours)}


def _ours() -> ColumnElement[bool]:
    return Mail.organisation_id == current_organisation().id


def _counts() -> dict[str, int]:
    """How many mails of the organisation are in each of STATES."""
    numbers = db.session.execute(select(*(func.count().filter(is_so) for _, is_so in STATES.values())).where(_ours()))
    return dict(zip(STATES, numbers.one(), strict=True))


@section.post("/outbox/<int:id>/retry")
@access("admin")
@writes
@answers_form
def create_retry(id: int) -> Response:
    """Tries one mail again that was given up."""
    return _try([load(Mail, id)])


@section.post("/outbox/retries")
@access("admin")
@writes
@answers_form
def create_retries() -> Response:
    """Tries everything again that was given up and still has its words."""
    failed = select(Mail).where(_ours(), STATES["failed"][1])
    mails = [mail for mail in db.session.scalars(failed.order_by(Mail.id)) if can_be_tried(mail)]
    if not mails:
        raise Refusal(NONE_FAILED)
    return _try(mails)


@section.post("/outbox/check")
@limiter.limit("6 per minute")
@access("admin")
@answers_form
def create_check() -> Response | str:
    """Sends a letter to oneself past the outbox, and says in a sentence what came of it."""
    person = current_person() or abort(403)
    to = Addressee.of(person)
    db.session.commit()
    taken = send_test_mail(MailServer.from_environment(), to, datetime.now(UTC))
    return done(TAKEN, url_for("admin.outbox"), **taken)


def _try(mails: Sequence[Mail]) -> Response:
    try_again(current_organisation(), mails, current_actor(), today())
    commit()
    ask_for("deliver", f"retry {instant().isoformat()}")
    return done(QUEUED, url_for("admin.outbox"), count=len(mails))


def _document(id: int | None) -> Document | None:
    return load(Document, id) if id else None


def _server() -> str:
    """The mail server as settings name it; empty without one, or when they are wrong."""
    try:
        server = MailServer.from_environment()
    except Refusal:
        return ""
    return f"{server.host}:{server.port}" if server else ""
