"""Verbs on an account: what comes by mail, the language, the password, where somebody is signed in.

An account is one for all offices, so its history has a line in each in which the person has a role.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.actor import ANYBODY, Actor, by_mail
from planner.models import Link, Person, SignIn
from planner.models.change import record


def choose_mail(person: Person, choice: str, by: Actor, today: date) -> None:
    """How somebody hears of what concerns them: at once, once a day, or not at all."""
    before = person.mail_choice
    person.choose_mail(choice)
    _note_change(person, by, "choose_mail", today, before, choice)


def choose_digests(person: Person, wanted: bool, by: Actor, today: date) -> None:
    """Whether the reports that somebody's role gets come by mail too."""
    before = person.gets_digests
    person.choose_digests(wanted)
    _note_change(person, by, "choose_digests", today, before, wanted)


def end_mail(person: Person, which: str, today: date) -> None:
    """Ends a list by the signed address in a mail: whoever holds the mail may. Said again it changes nothing."""
    before = person.mail_choice, person.gets_digests
    person.end_mail(which)
    by = by_mail(person.name)
    _note_change(person, by, "choose_mail", today, before[0], person.mail_choice)
    _note_change(person, by, "choose_digests", today, before[1], person.gets_digests)


def choose_language(person: Person, language: str, by: Actor, today: date) -> None:
    """The language of the pages, mails and feed that somebody gets."""
    before = person.language
    person.choose_language(language)
    _note_change(person, by, "choose_language", today, before, language)


def set_password(
    person: Person, password: str, by: Actor, today: date, now: datetime, besides: SignIn | None = None
) -> None:  # fmt: skip
    """Sets a password, which ends the other sign-ins; the history says that it was set, and by whom."""
    person.set_password(password, now, besides)
    _note(person, by, "set_password", today)


def ask_reset(session: Session, person: Person, today: date, now: datetime) -> str:
    """The secret of a link to a new password, for whoever asks: it goes to the person's own address only."""
    _note(person, ANYBODY, "ask_reset", today)
    return make_link(session, person, "reset", now)


def make_link(session: Session, person: Person, purpose: str, now: datetime) -> str:
    """The secret of a new one-time link (`invitation` or `reset`); earlier links of the person end."""
    for link in session.scalars(select(Link).where(Link.person_id == person.id, Link.used_at.is_(None))):
        link.used_at = now
    link, secret = Link.make(person, purpose, now)
    session.add(link)
    return secret


def use_link(link: Link, password: str, today: date, now: datetime) -> Person:
    """Sets the password by a one-time link, which is then used up."""
    set_password(link.person, password, by_mail(link.person.name), today, now)
    link.used_at = now
    return link.person


def end_sign_in(one: SignIn, by: Actor, today: date, now: datetime) -> None:
    """Signs one browser out from another."""
    one.end(now)
    _note(one.person, by, "end_sign_ins", today, count=1)


def end_other_sign_ins(person: Person, here: SignIn | None, by: Actor, today: date, now: datetime) -> int:
    """Signs out everywhere else; gives how many sign-ins ended."""
    if count := person.end_sign_ins(now, besides=here):
        _note(person, by, "end_sign_ins", today, count=count)
    return count


def _note_change(person: Person, by: Actor, verb: str, today: date, before: object, after: object) -> None:
    if before != after:
        _note(person, by, verb, today, before, after)


def _note(
    person: Person, by: Actor, verb: str, today: date, before: object = None, after: object = None, **facts: object
) -> None:  # fmt: skip
    """The line in every office of the person, always in the same order: it locks their rows."""
    was: dict[str, Any] = {} if before is None else {"choice": before}
    became: dict[str, Any] = {"person": person.name} | facts | ({} if after is None else {"choice": after})
    for organisation in sorted({one.organisation for one in person.memberships}, key=lambda one: one.id):
        record(organisation, by, verb, today, before=was, after=became)
