"""Setting a password by a link that came by mail: after an invitation, or when one was forgotten."""

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from planner import clock
from planner.accounts import use_link
from planner.asking import ask_for
from planner.errors import Refusal
from planner.language import N_
from planner.models import link_by_secret, person_by_email
from planner.text import fold
from webapp.access import access
from webapp.answers import refused, render, tell
from webapp.extensions import db, limiter
from webapp.invitations import send_reset
from webapp.language import say
from webapp.writing import commit, writes

section = Blueprint("links", __name__)

DIFFERENT = N_("Hai lần nhập mật khẩu không giống nhau.")


def _named_address() -> str:
    return f"reset:{fold(request.form.get('email'))[:200]}"


@section.get("/password-reset")
@access.public
def new() -> str:
    return render("passwords/reset.html", asked=False)


@section.post("/password-reset")
@limiter.limit("10 per 15 minutes")
@limiter.limit("3 per 15 minutes", key_func=_named_address)
@access.public
@writes
def create() -> str:
    """The answer is the same whether the address is known or not."""
    person = person_by_email(db.session(), request.form.get("email", "")[:254])
    if person is not None and person.is_enabled and person.memberships:
        key = send_reset(db.session(), person)
        commit()
        ask_for("deliver", key)
    commit()  # nobody waits for the page of who is not known
    return render("passwords/reset.html", asked=True)


@section.get("/links/<secret>")
@access.public
def show(secret: str) -> str | tuple[str, int]:
    link = link_by_secret(db.session(), secret, clock.now())
    if link is None:
        return render("passwords/gone.html"), 404
    return render("passwords/set.html", link=link, secret=secret, sentence=None)


@section.post("/links/<secret>")
@limiter.limit("20 per 15 minutes")
@access.public
@writes
def update(secret: str) -> str | Response | tuple[str, int]:
    """Sets the password; the link is used up."""
    link = link_by_secret(db.session(), secret, clock.now())
    if link is None:
        commit()
        return render("passwords/gone.html"), 404
    password = request.form.get("password", "")
    try:
        if password != request.form.get("again", ""):
            raise Refusal(DIFFERENT)
        person = use_link(link, password, clock.today(), clock.now())
    except Refusal as error:
        sentence = refused(error)
        link = link_by_secret(db.session(), secret, clock.now()) or abort(404)
        return render("passwords/set.html", link=link, secret=secret, sentence=sentence), 422
    tell(say(N_("Đã đặt mật khẩu cho %(email)s. Mời đăng nhập."), email=person.email))
    return redirect(url_for("sign_in.show"), 303)
