"""One's own settings: the language, the password."""

from flask import Blueprint, abort, request, session, url_for
from werkzeug.wrappers import Response

from planner.errors import Refusal
from planner.language import N_
from planner.models import Person
from webapp.access import access
from webapp.answers import render
from webapp.extensions import limiter
from webapp.form_answers import answers_form, done
from webapp.people import current_person, sign_in
from webapp.roles import ROLE_LABELS
from webapp.writing import writes

section = Blueprint("me", __name__)


def _own_password() -> str:
    return f"own password:{session.get('_user_id')}"


@section.get("/me")
@access.anyone
def show() -> str:
    return render("me/show.html", me=_me(), labels=ROLE_LABELS)


@section.post("/me/language")
@access.anyone
@writes
@answers_form
def update_language() -> Response:
    """Pages, mails and one's own feed are in this language from now on."""
    _me().choose_language(request.form.get("language", "")[:20])
    session.pop("language", None)
    return done(N_("Đã lưu ngôn ngữ."), url_for("me.show"))


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
    me.set_password(password)
    sign_in(me)
    return done(N_("Đã đổi mật khẩu; các phiên đăng nhập khác đã kết thúc."), url_for("me.show"))


def _me() -> Person:
    return current_person() or abort(403)
