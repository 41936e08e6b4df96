"""When a milestone is due: moved to a whole month, extended to a day, or left without a date. The secretariat's."""

from collections.abc import Callable

from flask import abort, request
from werkzeug.wrappers import Response

from planner.clock import today
from planner.errors import Refusal
from planner.language import N_
from planner.models import Milestone, Task, work_calendar
from webapp import forms
from webapp.access import access, load
from webapp.answers import render
from webapp.extensions import db
from webapp.people import current_actor
from webapp.tasks import section
from webapp.tasks.change import change
from webapp.writing import writes

KIND = "<any(submit, execute):kind>"
DONE = N_("Đã điều chỉnh thời gian; thời gian ban đầu vẫn được lưu.")


@section.get(f"/{KIND}/month/new")
@access("secretariat")
def new_month(id: int, kind: str) -> str:
    """The form that asks for the month and the reason; `to` (2026-07) names the month onto which a chip was dropped."""
    return _form("month", kind)(load(Task, id), None)


@section.post(f"/{KIND}/month")
@access("secretariat")
@writes
def create_month(id: int, kind: str) -> Response:
    """Moves the milestone to the whole of a month."""

    def verb(task: Task) -> None:
        year, month = month_of(forms.text("month"))
        calendar = work_calendar(db.session())
        task.move_to_month(kind, year, month, current_actor(), today(), forms.text("reason"), calendar)

    return change(id, verb, DONE, _form("month", kind))


@section.get(f"/{KIND}/extension/new")
@access("secretariat")
def new_extension(id: int, kind: str) -> str:
    return _form("extension", kind)(load(Task, id), None)


@section.post(f"/{KIND}/extension")
@access("secretariat")
@writes
def create_extension(id: int, kind: str) -> Response:
    """Gives the milestone a later day as deadline."""

    def verb(task: Task) -> None:
        calendar = work_calendar(db.session())
        task.extend(kind, forms.needed_day("until"), current_actor(), today(), forms.text("reason"), calendar)

    return change(id, verb, N_("Đã gia hạn; thời gian ban đầu vẫn được lưu."), _form("extension", kind))


@section.get(f"/{KIND}/undating/new")
@access("secretariat")
def new_undating(id: int, kind: str) -> str:
    return _form("undating", kind)(load(Task, id), None)


@section.post(f"/{KIND}/undating")
@access("secretariat")
@writes
def create_undating(id: int, kind: str) -> Response:
    """Leaves the milestone without a date."""

    def verb(task: Task) -> None:
        task.undate(kind, current_actor(), today(), forms.text("reason"), work_calendar(db.session()))

    return change(id, verb, DONE, _form("undating", kind))


def _form(action: str, kind: str) -> Callable[[Task, str | None], str]:
    def form(task: Task, sentence: str | None) -> str:
        milestone: Milestone = task.milestone(kind) or abort(404)
        chosen = request.values.get("month") or request.args.get("to") or ""
        return render(
            "tasks/period_form.html", task=task, milestone=milestone, action=action, chosen=chosen[:7],
            sentence=sentence, entered=request.form,
        )  # fmt: skip

    return form


def month_of(value: str) -> tuple[int, int]:
    """Year and month of "2026-07", or of "7/2026" as people write it."""
    parts = value.split("/")[::-1] if "/" in value else value.split("-")
    if len(parts) == 2 and all(part.isdigit() and part.isascii() for part in parts):
        year, month = int(parts[0]), int(parts[1])
        if 1990 <= year < 2100 and 1 <= month <= 12:
            return year, month
    raise Refusal(N_("Tháng “%(value)s” không hợp lệ."), value=value[:40])
