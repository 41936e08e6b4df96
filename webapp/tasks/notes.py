"""An opinion on a task, kept in its history and in the minutes of the day's review."""

from werkzeug.wrappers import Response

from planner.clock import today
from planner.language import N_
from planner.models import Task
from webapp import forms
from webapp.access import access, load
from webapp.answers import render
from webapp.people import current_actor
from webapp.tasks import section
from webapp.tasks.change import change
from webapp.writing import writes


@section.get("/note/new")
@access("secretariat", "leader")
def new_note(id: int) -> str:
    return _form(load(Task, id))


@section.post("/note")
@access("secretariat", "leader")
@writes
def create_note(id: int) -> Response:
    return change(
        id, lambda task: task.note(forms.text("text"), current_actor(), today()),
        N_("Đã ghi ý kiến vào lịch sử nhiệm vụ."), _form,
    )  # fmt: skip


def _form(task: Task, sentence: str | None = None) -> str:
    return render("tasks/note_form.html", task=task, sentence=sentence)
