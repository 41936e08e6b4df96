"""Who is signed in, as whom they act, and which organisation is open."""

import hmac

from flask import Flask, g, session
from flask_login import UserMixin, current_user, login_user, logout_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from planner.actor import Actor
from planner.errors import NotAllowed
from planner.language import N_
from planner.models import Organisation, Person
from planner.scope import get_for
from webapp.extensions import db, login

WITHOUT_ROLE = N_("Tài khoản này chưa được giao vai trò nào. Đề nghị liên hệ quản trị viên của cơ quan.")


class SignedIn(UserMixin):
    """A person for Flask-Login. The id in the cookie carries the session key, so that a new key ends the session."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.actor = person.actor()

    def get_id(self) -> str:
        return f"{self.person.id}.{self.person.session_key}"


def init_app(app: Flask) -> None:
    login.user_loader(load_signed_in)


def load_signed_in(cookie_id: str) -> SignedIn | None:
    """The person of a session, unless disabled or signed out everywhere since."""
    number, _, key = cookie_id.partition(".")
    person = _person(int(number)) if number.isascii() and number.isdigit() and len(number) < 10 else None
    if person is None or not person.is_enabled or not hmac.compare_digest(person.session_key.encode(), key.encode()):
        return None
    return SignedIn(person)


def _person(id: int) -> Person | None:
    """A person with their roles, in one query: every request asks for it."""
    query = select(Person).where(Person.id == id).options(joinedload(Person.memberships))
    return db.session.scalars(query).unique().first()


def sign_in(person: Person) -> None:
    """Starts a session of its own: nothing of an earlier one stays, except the chosen language."""
    language = session.get("language")
    session.clear()
    session.permanent = True
    if language:
        session["language"] = language
    login_user(SignedIn(person))


def sign_out() -> None:
    language = session.get("language")
    logout_user()
    session.clear()
    if language:
        session["language"] = language


def current_person() -> Person | None:
    """The person signed in, or None on a public page."""
    if "_user_id" not in session or not current_user.is_authenticated:
        return None
    return current_user.person


def current_actor() -> Actor:
    """The person signed in, as somebody who acts. Only for views that are not public."""
    return current_user.actor


def current_organisation() -> Organisation:
    """The organisation whose work is shown: the one chosen, else the first in which the person has a role."""
    if "organisation" not in g:
        g.organisation = _organisation()
    return g.organisation


def _organisation() -> Organisation:
    ids = current_actor().organisation_ids
    if not ids:
        raise NotAllowed(WITHOUT_ROLE)
    chosen = session.get("organisation_id")
    found = get_for(db.session(), current_actor(), Organisation, chosen if chosen in ids else min(ids))
    if found is None:
        raise NotAllowed(WITHOUT_ROLE)
    return found
