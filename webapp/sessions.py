"""The browser that a request comes from: signed in or out, noted as seen, with its limits of time."""

import logging
from datetime import UTC, datetime, timedelta

from flask import Flask, current_app, g, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response

from planner.database import writing
from planner.models import Person, SignIn
from planner.signing_in import note_seen, open_sign_ins, sign_in_by_id
from webapp.extensions import db

log = logging.getLogger(__name__)
BACKGROUND = "BV-Background"  # what a page asks for by itself does not keep anybody signed in


def now() -> datetime:
    """The real instant, also where the office's day is set: hours of absence are those of the clock on the wall."""
    return datetime.now(UTC)


def limits() -> dict[str, timedelta]:
    """How long a browser may stay unused, and how long signed in at all."""
    return {"idle": current_app.config["SESSION_IDLE"], "longest": current_app.config["SESSION_LONGEST"]}


def start(person: Person) -> str:
    """Signs a person in; gives what the cookie carries. The browser's sign-in before, if any, ends."""
    if before := current():
        before.end(now())
    agent = request.user_agent.string
    made, secret = SignIn.start(person, now(), request.remote_addr or "", agent)
    db.session.add(made)
    db.session.flush()
    return f"{made.id}.{secret}"


def find(carried: str) -> SignIn | None:
    """The sign-in that a cookie carries, while it is open and its person may sign in."""
    number, _, secret = carried.partition(".")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    found = sign_in_by_id(db.session(), int(number))
    if found is None or not found.has_secret(secret) or not found.is_open(now(), **limits()):
        return None
    if not found.person.is_enabled:
        return None
    g.sign_in = found
    return found


def current() -> SignIn | None:
    """The sign-in of this request."""
    found: SignIn | None = g.get("sign_in")
    return found


def of_person(person: Person) -> list[SignIn]:
    """Where a person is signed in."""
    return open_sign_ins(db.session(), person.id, now(), **limits())


def note(answer: Response) -> Response:
    """Notes every few minutes that the browser is in use, in a short transaction of its own."""
    used = current()
    if used is None or used.ended_at or not used.is_to_be_seen(now()) or BACKGROUND in request.headers:
        return answer
    try:
        with writing(db.engine) as session:
            note_seen(session, used.id, now(), request.remote_addr or "")
    except SQLAlchemyError:
        log.warning("could not note when a browser was last seen", exc_info=True)
    return answer


def init_app(app: Flask) -> None:
    app.after_request(note)
