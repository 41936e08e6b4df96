"""One-time links by which people set a password: made and posted in the caller's transaction."""

from datetime import datetime

from flask import url_for
from sqlalchemy.orm import Session

from planner.administration import make_link
from planner.models import Organisation, Person
from planner.models.person import digest
from planner.outbox import post_link
from planner.settings import base_url


def send_link(
    session: Session, person: Person, purpose: str, now: datetime, organisation: Organisation | None = None
) -> str:
    """Posts a new link (`invitation` or `reset`) and gives the mail's key. Earlier links of the person end."""
    secret = make_link(session, person, purpose, now)
    key = f"{purpose}:{person.id}:{digest(secret)[:16]}"
    post_link(session, person, purpose, f"{base_url()}{url_for('links.show', secret=secret)}", key, organisation)
    return key
