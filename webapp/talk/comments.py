"""Comments: written, edited, removed; and what others said since."""

from flask import Response, request
from werkzeug.wrappers import Response as Answer

from planner.clock import today
from planner.errors import Refusal
from planner.language import N_
from planner.mentions import Mention, mentions_in, people_of
from planner.models import Comment, Task
from planner.text import clean
from webapp import forms
from webapp.access import access, load
from webapp.answers import refused, render, status_of, wants_fragment
from webapp.extensions import db
from webapp.pages.task import page
from webapp.people import current_actor
from webapp.talk import section
from webapp.talk.answering import done
from webapp.task_parts import last_line, talk_of
from webapp.writing import commit, writes

TALKING = ("head", "member", "secretariat", "leader", "admin")


@section.get("/tasks/<int:id>/talk")
@access.anyone
def show(id: int) -> str | Answer:
    """What was said and done since the line that the page knows (`seen`): nothing, or all of it anew."""
    task = load(Task, id)
    if request.args.get("seen", type=int) == last_line(task):
        return Response(status=204)
    return part(task)


@section.post("/tasks/<int:id>/comments")
@access(*TALKING)
@writes
def create(id: int) -> Answer:
    task = load(Task, id)
    text = clean(request.form.get("text"))
    try:
        comment = task.comment(text, current_actor(), today(), _mentions(task, text))
        commit()
    except Refusal as error:
        return _refused(id, error, text)
    return done(task, N_("Đã gửi trao đổi."), part(task) if wants_fragment() else "", f"comment-{comment.id}")


@section.get("/comments/<int:id>/edit")
@access(*TALKING)
def edit(id: int) -> str:
    comment = load(Comment, id)
    comment.task.require_own(comment, current_actor())
    return _form(comment)


@section.post("/comments/<int:id>")
@access(*TALKING)
@writes
def update(id: int) -> Answer:
    comment = load(Comment, id)
    text = clean(request.form.get("text"))
    try:
        comment.task.edit_comment(comment, text, current_actor(), today(), _mentions(comment.task, text))
        commit()
    except Refusal as error:
        sentence = refused(error)
        return Response(_form(load(Comment, id), sentence, text), status_of(error))
    return _fresh(comment, N_("Đã sửa nội dung trao đổi."))


@section.get("/comments/<int:id>/removal/new")
@access(*TALKING)
def new_removal(id: int) -> str:
    comment = load(Comment, id)
    comment.task.require_own(comment, current_actor())
    return render("talk/comment_removal.html", comment=comment, task=comment.task)


@section.post("/comments/<int:id>/removal")
@access(*TALKING)
@writes
def create_removal(id: int) -> Answer:
    comment = load(Comment, id)
    comment.task.remove_comment(comment, current_actor(), today())
    commit()
    return _fresh(comment, N_("Đã xóa nội dung trao đổi."))


def part(task: Task, sentence: str = "", text: str = "", swap: bool = False) -> str:
    """The talk and the history of a task's page; `swap` puts it there whatever the request's own target is."""
    return render("talk/talk.html", task=task, **talk_of(task), talk_sentence=sentence, text=text, swap=swap)


def _mentions(task: Task, text: str) -> list[Mention]:
    picked = frozenset(forms.row_id(value) for value in request.form.getlist("picked"))
    return mentions_in(text, people_of(db.session(), task.organisation_id), picked)


def _fresh(comment: Comment, sentence: str) -> Answer:
    """The talk anew; what is left for the dialog's place is nothing."""
    body = part(comment.task, swap=True) if wants_fragment() else ""
    return done(comment.task, sentence, body, f"comment-{comment.id}")


def _refused(id: int, error: Refusal, text: str) -> Answer:
    """What was entered stays in the form, beside the reason."""
    sentence = refused(error)
    task = load(Task, id)
    body = part(task, sentence, text) if wants_fragment() else page(task, sentence)
    return Response(body, status_of(error))


def _form(comment: Comment, sentence: str = "", text: str | None = None) -> str:
    return render(
        "talk/comment_form.html", comment=comment, task=comment.task, sentence=sentence,
        text=comment.text if text is None else text,
    )  # fmt: skip
