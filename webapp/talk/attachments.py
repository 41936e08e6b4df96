"""The papers of a task: attached on its page, fetched, removed with a reason."""

from flask import Response, abort, request
from werkzeug.wrappers import Response as Answer

from planner.clock import today
from planner.errors import Refusal
from planner.language import N_
from planner.models import Attachment, Task
from webapp import forms
from webapp.access import access, load
from webapp.answers import refused, render, status_of, wants_fragment
from webapp.files import sent_file
from webapp.pages.task import page
from webapp.people import current_actor
from webapp.sent_files import sent_papers
from webapp.talk import section
from webapp.talk.answering import done
from webapp.task_parts import papers_of
from webapp.writing import commit, writes

ATTACHING = ("head", "member", "secretariat", "leader")


@section.post("/tasks/<int:id>/attachments")
@access(*ATTACHING)
@writes
def create_attachments(id: int) -> Answer:
    """All files or none."""
    task = load(Task, id)
    try:
        task.attach(sent_papers(), current_actor(), today())
        commit()
    except Refusal as error:
        sentence, task = refused(error), load(Task, id)
        return Response(part(task, sentence) if wants_fragment() else page(task, sentence), status_of(error))
    return done(task, N_("Đã đính kèm."), part(task) if wants_fragment() else "", "attachments")


@section.get("/attachments/<int:id>")
@access.anyone
def show_attachment(id: int) -> Answer:
    """To be saved, never shown: it came from outside."""
    file = load(Attachment, id).file
    return sent_file(file.content, file.name, file.media_type)


@section.get("/attachments/<int:id>/removal/new")
@access(*ATTACHING)
def new_attachment_removal(id: int) -> str:
    return _form(load(Attachment, id))


@section.post("/attachments/<int:id>/removal")
@access(*ATTACHING)
@writes
def create_attachment_removal(id: int) -> Answer:
    attachment = load(Attachment, id)
    task = attachment.task or abort(404)
    try:
        task.detach(attachment, current_actor(), today(), forms.text("reason"))
        commit()
    except Refusal as error:
        sentence = refused(error)
        return Response(_form(load(Attachment, id), sentence), status_of(error))
    body = part(task, swap=True) if wants_fragment() else ""
    return done(task, N_("Đã gỡ tệp; tên tệp và lý do được lưu trong lịch sử."), body, "attachments")


def part(task: Task, sentence: str = "", swap: bool = False) -> str:
    """The list of papers of a task's page."""
    return render("talk/attachments.html", task=task, **papers_of(task), paper_sentence=sentence, swap=swap)


def _form(attachment: Attachment, sentence: str = "") -> str:
    return render(
        "talk/attachment_removal.html", attachment=attachment, task=attachment.task, sentence=sentence,
        reason=request.form.get("reason", ""),
    )  # fmt: skip
