"""Sign-in and sign-out. Failed attempts are counted by the machine they come from and by the address they name.

Who guesses at somebody's password from elsewhere must not lock them out: a machine from which that person has worked
before is counted apart from the others.
"""

from flask import Blueprint, redirect, request, session, url_for
from werkzeug.wrappers import Response

from planner.database import begin_write
from planner.language import N_
from planner.models import person_by_email
from planner.passwords import matches
from planner.signing_in import has_worked_from
from planner.text import fold
from webapp.access import access
from webapp.answers import render, wants_fragment
from webapp.extensions import db, limiter
from webapp.first_run import nobody_yet
from webapp.language import say
from webapp.people import current_person, sign_in, sign_out
from webapp.speech import local_address
from webapp.writing import writes

section = Blueprint("sign_in", __name__)

FAILED = N_("Thư điện tử hoặc mật khẩu không đúng.")


def _named_address() -> str:
    return f"email:{fold(request.form.get('email'))[:200]}"


def _named_address_here() -> str:
    return f"{_named_address()}:{request.remote_addr}"


def _is_known_here() -> bool:
    return has_worked_from(db.session(), request.form.get("email", ""), request.remote_addr or "")


def _has_failed(answer: Response) -> bool:
    return answer.status_code == 422


@section.get("/sign-in")
@access.public
def show() -> str | Response:
    if current_person() is not None:
        return signed_in_again() if wants_fragment() else redirect(url_for("kanban.show"))
    if nobody_yet():
        return redirect(url_for("first_run.show"))
    return render("sign_in.html", next=request.args.get("next", ""), email="", sentence=None)


@section.post("/sign-in")
@limiter.limit("30 per 15 minutes", deduct_when=_has_failed)
@limiter.limit("10 per 15 minutes", key_func=_named_address_here, deduct_when=_has_failed)
@limiter.limit("50 per 15 minutes", key_func=_named_address, deduct_when=_has_failed, exempt_when=_is_known_here)
@access.public
def create() -> str | Response | tuple[str, int]:
    email, password = request.form.get("email", ""), request.form.get("password", "")
    person = person_by_email(db.session(), email)
    right = person.has_password(password) if person else matches(None, password)
    if person is None or not right:
        return render("sign_in.html", next=request.form.get("next", ""), email=email, sentence=say(FAILED)), 422
    db.session.commit()  # the password took its time; only now a writing transaction
    begin_write(db.session())
    sign_in(person)
    if wants_fragment():
        return signed_in_again()
    return redirect(local_address(request.form.get("next")), 303)


def signed_in_again() -> str:
    """For a page that stayed open while its session ended: it goes on where it was, if it is the same person."""
    return render("signed_in_again.html", person=current_person())


@section.post("/sign-out")
@access.anyone
@writes
def destroy() -> Response:
    sign_out()
    session.modified = True
    return redirect(url_for("sign_in.show"), 303)
