"""Posting a mail: a row of the outbox, written with the change that causes it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner import clock
from planner.language import N_, translate
from planner.models import Document, Mail, Organisation, Person
from planner.models.person import LINK_DAYS
from planner.once import insert_once
from planner.outbox.leasing import instant
from planner.outbox.texts import mail_text
from planner.text import clean, line

LINK_SUBJECTS = {
    "invitation": N_("Lời mời sử dụng Bảng Việc"),
    "reset": N_("Đặt lại mật khẩu Bảng Việc"),
}


def post(
    session: Session, key: str, kind: str, recipient: str, subject: str, text: str,
    document: Document | None = None, organisation: Organisation | None = None,
) -> Mail | None:  # fmt: skip
    """Puts a mail into the outbox; None when a mail with this key is there already, sent or not. Never commits.

    `key` says the kind, what it is about and the recipient. With a document its PDF goes along as an attachment.
    """
    if session.scalars(select(Mail.id).where(Mail.key == key)).first():
        return None
    mail = Mail(
        key=key, kind=kind, recipient=line(recipient), subject=line(subject), text=clean(text), document=document,
        organisation_id=organisation.id if organisation else None, created_at=clock.now(), not_before=instant(),
    )  # fmt: skip
    return mail if insert_once(session, mail) else None


def post_link(
    session: Session, person: Person, purpose: str, address: str, key: str, organisation: Organisation | None = None
) -> Mail | None:
    """Posts the one-time link (`purpose` invitation or reset) to its person, in the person's language.

    `address` holds the link's secret, so the text is cleared when the mail went out. `key` must differ per link.
    """
    text = mail_text(
        purpose, person.language, name=person.name, address=address, days=LINK_DAYS[purpose],
        organisation=organisation.name if organisation else "",
    )  # fmt: skip
    subject = translate(LINK_SUBJECTS[purpose], person.language)
    return post(session, key, purpose, person.email, subject, text, organisation=organisation)
