"""The outbox: what waits, what was sent, what could not be."""

from sqlalchemy import func, select

from planner.models import Mail
from webapp.access import access
from webapp.admin import section
from webapp.answers import render
from webapp.extensions import db
from webapp.mail_words import mail_state
from webapp.people import current_organisation

SHOWN = 100


@section.get("/outbox")
@access("admin")
def outbox() -> str:
    ours = Mail.organisation_id == current_organisation().id
    mails = db.session.scalars(select(Mail).where(ours).order_by(Mail.id.desc()).limit(SHOWN)).all()
    waiting, failed, sent = db.session.execute(
        select(
            func.count().filter(Mail.sent_at.is_(None), Mail.failed_at.is_(None)),
            func.count().filter(Mail.failed_at.is_not(None)),
            func.count().filter(Mail.sent_at.is_not(None)),
        ).where(ours)
    ).one()
    return render(
        "admin/outbox.html", mails=mails, waiting=waiting, failed=failed, sent=sent, shown=SHOWN,
        mail_state=mail_state,
    )  # fmt: skip
