"""Who is signed in, as whom they act, and which organisation is open."""

from flask import Flask, g, session
from flask_login import UserMixin, current_user, login_user, logout_user

from planner.actor import Actor
from planner.errors import NotAllowed
from planner.language import N_
from planner.models import Organisation, Person
from planner.scope import get_for
from webapp import sessions
from webapp.extensions import db, login

WITHOUT_ROLE = N_("Tài khoản này chưa được giao vai trò nào. Đề nghị liên hệ quản trị viên của cơ quan.")


class SignedIn(UserMixin):
    """A person for Flask-Login, by what the cookie carries of one sign-in."""

    def __init__(self, person: Person, carried: str) -> None:
        self.person = person
        self.actor = person.actor()
        self.carried = carried

    def get_id(self) -> str:
        return self.carried


def init_app(app: Flask) -> None:
    login.user_loader(load_signed_in)


def load_signed_in(carried: str) -> SignedIn | None:
    """The person of a sign-in that is still open."""
    found = sessions.find(carried)
    return SignedIn(found.person, carried) if found else None


def sign_in(person: Person) -> None:
    """Starts a session of its own: nothing of an earlier one stays, except the language of this browser."""
    current_person()  # whoever is signed in here until now is signed out by it
    carried = sessions.start(person)
    db.session.commit()
    _forget_session()
    session.permanent = True
    session["spoken"] = person.language  # for the pages of this browser when the session has ended
    login_user(SignedIn(person, carried))


def sign_out() -> None:
    """Ends this browser's sign-in, on both sides."""
    if (ending := sessions.current()) is not None:
        ending.end(sessions.now())
        db.session.commit()
    logout_user()
    _forget_session()


def _forget_session() -> None:
    kept = {name: session[name] for name in ("language", "spoken", "_permanent") if name in session}
    session.clear()
    session.update(kept)


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
