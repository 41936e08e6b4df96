"""One-time links by which people set a password: made and posted in the caller's transaction."""

from flask import url_for
from sqlalchemy.orm import Session

from planner import clock
from planner.accounts import ask_reset
from planner.actor import Actor
from planner.administration import invite
from planner.models import Organisation, Person
from planner.models.person import digest
from planner.outbox import post_link
from planner.settings import base_url


def send_invitation(session: Session, person: Person, organisation: Organisation, by: Actor) -> str:
    """Posts a new invitation and gives the mail's key. Earlier links of the person end."""
    secret = invite(session, person, organisation, by, clock.today(), clock.now())
    return _post(session, person, "invitation", secret, organisation)


def send_reset(session: Session, person: Person) -> str:
    """Posts a link to a new password and gives the mail's key. Earlier links of the person end."""
    return _post(session, person, "reset", ask_reset(session, person, clock.today(), clock.now()))


def _post(session: Session, person: Person, purpose: str, secret: str, organisation: Organisation | None = None) -> str:
    key = f"{purpose}:{person.id}:{digest(secret)[:16]}"
    post_link(session, person, purpose, f"{base_url()}{url_for('links.show', secret=secret)}", key, organisation)
    return key
