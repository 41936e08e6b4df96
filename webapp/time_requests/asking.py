"""A board asks for another time of a milestone, and takes that back."""

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from planner.clock import today
from planner.language import N_
from planner.models import Task
from planner.wishes import Wish
from webapp import forms
from webapp.access import access, load
from webapp.fresh import fresh_here
from webapp.people import current_actor
from webapp.tasks.change import change
from webapp.tasks.periods import KIND, month_of
from webapp.time_requests.form import ask_form
from webapp.writing import writes

section = Blueprint("time_request", __name__, url_prefix=f"/tasks/<int:id>/{KIND}/time-request")
ASKED = N_("Đã gửi đề nghị; thời gian và hạn hiện tại giữ nguyên cho đến khi được duyệt.")
WITHDRAWN = N_("Đã rút đề nghị đổi thời gian.")


@section.get("/new")
@access("head", "member")
def new(id: int, kind: str) -> str:
    return ask_form(load(Task, id), kind)


@section.post("")
@access("head", "member")
@writes
def create(id: int, kind: str) -> Response:
    """Asks; the milestone stays where it is."""

    def verb(task: Task) -> None:
        task.ask_time(kind, _wish(), current_actor(), today(), forms.text("reason"))

    return change(id, verb, ASKED, lambda task, sentence: ask_form(task, kind, sentence), fresh=fresh_here)


@section.post("/withdrawal")
@access("head", "member")
@writes
def create_withdrawal(id: int, kind: str) -> Response:
    """Whoever asked takes it back."""

    def verb(task: Task) -> None:
        request = task.time_request(kind) or abort(404)
        task.withdraw_time(request, current_actor(), today())

    return change(id, verb, WITHDRAWN, fresh=fresh_here)


def _wish() -> Wish:
    what = forms.text("what")
    if what == "extension":
        return Wish("extension", forms.needed_day("until"))
    return Wish("undating") if what == "undating" else Wish.of_month(*month_of(forms.text("month")))
