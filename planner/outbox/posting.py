"""Posting a mail: a row of the outbox, written with the change that causes it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner import clock
from planner.language import N_, translate
from planner.models import Document, Mail, Organisation, Person
from planner.models.person import LINK_DAYS
from planner.once import insert_once
from planner.outbox.leasing import instant
from planner.outbox.texts import Words, mail_words
from planner.text import clean, line

LINK_SUBJECTS = {
    "invitation": N_("Lời mời sử dụng Bảng Việc"),
    "reset": N_("Đặt lại mật khẩu Bảng Việc"),
}


def post(
    session: Session, key: str, kind: str, recipient: str, subject: str, text: str,
    document: Document | None = None, organisation: Organisation | None = None, html: str = "", unsubscribe: str = "",
) -> Mail | None:  # fmt: skip
    """Puts a mail into the outbox; None when a mail with this key is there already, sent or not. Never commits.

    `key` says the kind, what it is about and the recipient. With a document its PDF goes along as an attachment.
    `unsubscribe` is the signed address that ends such mail (List-Unsubscribe), for mail that a person may do without.
    """
    if session.scalars(select(Mail.id).where(Mail.key == key)).first():
        return None
    mail = _mail(key, kind, recipient, subject, Words(text, html), document, organisation, unsubscribe)
    return mail if insert_once(session, mail) else None


def post_letter(
    session: Session, person: Person, key: str, kind: str, template: str, subject: str, values: Mapping[str, object],
    document: Document | None = None, organisation: Organisation | None = None, ends: str = "",
) -> Mail | None:  # fmt: skip
    """Posts the mail that `letter` makes; None when one with this key is there already. Never commits."""
    if session.scalars(select(Mail.id).where(Mail.key == key)).first():
        return None
    mail = letter(person, key, kind, template, subject, values, document, organisation, ends)
    return mail if insert_once(session, mail) else None


def letter(
    person: Person, key: str, kind: str, template: str, subject: str, values: Mapping[str, object],
    document: Document | None = None, organisation: Organisation | None = None, ends: str = "",
) -> Mail:  # fmt: skip
    """The mail of a template of templates/mail to a person, in their language; for who looks after keys by themselves.

    `subject` is in that language already. `ends` is the list of planner.mail_choices.LISTS that such mail belongs to,
    empty for what a role obliges to: only then a person may end it from the mail itself.
    """
    office = organisation.name if organisation else ""
    ending = person.address_to_end(ends) if ends else ""
    common = {"organisation": office, "subject": subject, "ending": ending}
    words = mail_words(template, person.language, **(common | dict(values)))
    return _mail(key, kind, person.email, subject, words, document, organisation, ending)


def _mail(
    key: str, kind: str, recipient: str, subject: str, words: Words, document: Document | None,
    organisation: Organisation | None, unsubscribe: str,
) -> Mail:  # fmt: skip
    return Mail(
        key=key, kind=kind, recipient=line(recipient), subject=line(subject), text=clean(words.text),
        html=clean(words.html), unsubscribe=unsubscribe, document=document,
        organisation_id=organisation.id if organisation else None, created_at=clock.now(), not_before=instant(),
    )  # fmt: skip


def post_notice(
    session: Session, person: Person, key: str, kind: str, subject: str, paragraphs: Sequence[str], address: str,
    organisation: Organisation | None = None,
) -> Mail | None:  # fmt: skip
    """Posts a few plain paragraphs, already in the person's language, with one address to go to."""
    values = {"paragraphs": paragraphs, "address": address}
    return post_letter(session, person, key, kind, "notice", subject, values, organisation=organisation)


def post_link(
    session: Session, person: Person, purpose: str, address: str, key: str, organisation: Organisation | None = None
) -> Mail | None:
    """Posts the one-time link (`purpose` invitation or reset) to its person, in the person's language.

    `address` holds the link's secret, so the words are cleared when the mail went out. `key` must differ per link.
    """
    subject = translate(LINK_SUBJECTS[purpose], person.language)
    values = {"name": person.name, "address": address, "days": LINK_DAYS[purpose]}
    return post_letter(session, person, key, purpose, purpose, subject, values, organisation=organisation)
