"""Following a task: to hear of what happens to it. Who is assigned and who heads its board hear of it without."""

from flask import render_template
from werkzeug.wrappers import Response

from planner.clock import today
from planner.language import N_
from planner.models import Task
from planner.once import take_turns
from webapp.access import access, load
from webapp.answers import wants_fragment
from webapp.extensions import db
from webapp.people import current_actor
from webapp.talk import section
from webapp.talk.answering import done
from webapp.task_parts import followers_of
from webapp.writing import commit, writes


@section.post("/tasks/<int:id>/following")
@access.anyone
@writes
def create_following(id: int) -> Response:
    task = load(Task, id)
    take_turns(db.session(), task.organisation)  # two clicks at once make one follower
    db.session.refresh(task, ["follows"])
    task.follow(current_actor(), today())
    return _answer(task, N_("Đồng chí sẽ nhận thông báo khi nhiệm vụ này có thay đổi."))


@section.post("/tasks/<int:id>/following-ending")
@access.anyone
@writes
def create_following_ending(id: int) -> Response:
    task = load(Task, id)
    task.unfollow(current_actor(), today())
    return _answer(task, N_("Đã thôi theo dõi nhiệm vụ này."))


def _answer(task: Task, sentence: str) -> Response:
    commit()
    return done(task, sentence, part(task) if wants_fragment() else "", "following")


def part(task: Task) -> str:
    return render_template("talk/following.html", task=task, **followers_of(task))
