"""Where one is signed in: each browser can be signed out from any other."""

from flask import Blueprint, abort, url_for
from werkzeug.wrappers import Response

from planner.accounts import end_other_sign_ins, end_sign_in
from planner.clock import today
from planner.language import N_
from webapp import sessions
from webapp.access import access
from webapp.form_answers import answers_form, done
from webapp.people import current_actor, current_person
from webapp.writing import writes

section = Blueprint("sign_ins", __name__)


@section.post("/me/sign-ins/<int:id>/ending")
@access.anyone
@writes
@answers_form
def end(id: int) -> Response:
    """Signs another browser out."""
    me = current_person() or abort(403)
    found = next((one for one in sessions.of_person(me) if one.id == id), None) or abort(404)
    if found is sessions.current():
        abort(404)  # for this browser there is the button to sign out
    end_sign_in(found, current_actor(), today(), sessions.now())
    return done(N_("Đã kết thúc phiên đăng nhập đó."), url_for("me.show"))


@section.post("/me/sign-ins/ending")
@access.anyone
@writes
@answers_form
def end_others() -> Response:
    """Signs out everywhere else."""
    me = current_person() or abort(403)
    count = end_other_sign_ins(me, sessions.current(), current_actor(), today(), sessions.now())
    return done(N_("Đã kết thúc %(count)s phiên đăng nhập khác."), url_for("me.show"), count=count)
