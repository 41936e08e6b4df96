"""One's own settings: the language, what comes by mail, the password."""

from flask import Blueprint, abort, request, session, url_for
from werkzeug.wrappers import Response

from planner import accounts
from planner.clock import today
from planner.errors import Refusal
from planner.language import N_
from planner.mail_choices import CHOICES
from planner.models import Person
from webapp import sessions
from webapp.access import access
from webapp.answers import render, wants_fragment
from webapp.browsers import browser_name
from webapp.extensions import limiter
from webapp.form_answers import answers_form, done
from webapp.language import say
from webapp.people import current_actor, current_person, sign_in
from webapp.roles import ROLE_LABELS
from webapp.writing import commit, writes

section = Blueprint("me", __name__)

SAVED = N_("Đã lưu.")


def _own_password() -> str:
    person = current_person()
    return f"own password:{person.id if person else ''}"


@section.get("/me")
@access.anyone
def show() -> str:
    mail_labels = [(value, say(label)) for value, label in CHOICES.items()]
    return render(
        "me/show.html", me=_me(), labels=ROLE_LABELS, mail_labels=mail_labels, sign_ins=sessions.of_person(_me()),
        here=sessions.current(), limits=sessions.limits(), browser_name=browser_name,
    )  # fmt: skip


@section.post("/me/language")
@access.anyone
@writes
@answers_form
def update_language() -> Response:
    """Pages, mails and one's own feed are in this language from now on."""
    accounts.choose_language(_me(), request.form.get("language", "")[:20], current_actor(), today())
    session.pop("language", None)
    session["spoken"] = _me().language
    return done(N_("Đã lưu ngôn ngữ."), url_for("me.show"))


@section.post("/me/mail")
@access.anyone
@writes
@answers_form
def update_mail() -> Response | str:
    """How one hears of what concerns oneself: at once, each morning, or not at all."""
    accounts.choose_mail(_me(), request.form.get("mail", "")[:20], current_actor(), today())
    return _saved()


@section.post("/me/digests")
@access.anyone
@writes
@answers_form
def update_digests() -> Response | str:
    """Whether the reports that come with one's role come by mail."""
    accounts.choose_digests(_me(), request.form.get("digests") == "1", current_actor(), today())
    return _saved()


def _saved() -> Response | str:
    """A word beside what was chosen; without a script the page as it is now."""
    if not wants_fragment():
        return done(SAVED, url_for("me.show"))
    commit()
    return render("fragments/said.html", sentence=say(SAVED))


@section.post("/me/password")
@limiter.limit("10 per 15 minutes", key_func=_own_password)
@access.anyone
@writes
@answers_form
def update_password() -> Response:
    """Ends every other session of the person; this one goes on."""
    me, password = _me(), request.form.get("password", "")
    if not me.has_password(request.form.get("current", "")):
        raise Refusal(N_("Mật khẩu hiện tại không đúng."))
    if password != request.form.get("again", ""):
        raise Refusal(N_("Hai lần nhập mật khẩu không giống nhau."))
    accounts.set_password(me, password, current_actor(), today(), sessions.now())
    sign_in(me)
    return done(N_("Đã đổi mật khẩu; các phiên đăng nhập khác đã kết thúc."), url_for("me.show"))


def _me() -> Person:
    return current_person() or abort(403)
