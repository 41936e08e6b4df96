"""The bell: what concerns the person in the open office; its count is asked for by every page that is in sight."""

from collections.abc import Sequence

from flask import Blueprint, jsonify, request, url_for
from werkzeug.wrappers import Response

from planner import clock
from planner.clock import today
from planner.database import begin_write
from planner.language import N_
from planner.models import Concern, Organisation, Task
from planner.telling import bell
from planner.telling.saying import sentence_of
from webapp import forms
from webapp.access import access, load
from webapp.answers import render, tell, wants_fragment
from webapp.extensions import db
from webapp.language import current_language, say
from webapp.people import current_actor, current_organisation
from webapp.speech import local_address
from webapp.writing import commit, writes

section = Blueprint("bell", __name__, url_prefix="/bell")
NONE, SOME = N_("Không có thông báo mới."), N_("%(count)d thông báo mới.")


@section.get("")
@access.anyone
def show() -> str:
    """The list: a page of its own, or what opens below the bell."""
    concerns = bell.latest(db.session(), looked_through(), _me())
    return render("bell/show.html", concerns=concerns, say_concern=say_concern, line_address=line_address)


@section.get("/unread")
@access.anyone
def unread() -> Response:
    """How many are unread; 304 to who knows already."""
    found = bell.unread(db.session(), looked_through(), _me())
    commit()
    answer = jsonify(count=len(found), said=_said_count(found))
    answer.set_etag(f"{len(found)}-{found[0].id if found else 0}-{current_language()}", weak=True)
    return answer.make_conditional(request)


@section.post("/readings")
@access.anyone
@writes
def create_reading() -> Response:
    """Everything is read, or what there is of one task."""
    number = forms.number("task")
    task = load(Task, number) if number else None
    organisation = task.organisation if task else current_organisation()
    bell.mark_read(db.session(), organisation, _me(), clock.now(), task.id if task else None)
    commit()
    if wants_fragment():
        return Response(status=204, headers={"HX-Trigger": "bell-read"})
    tell(N_("Đã đánh dấu tất cả là đã đọc."))
    return Response(status=303, headers={"Location": local_address(url_for("bell.show"))})


def line_address(concern: Concern) -> str:
    """The task's page, at the line that it is about."""
    line = f"comment-{concern.comment_id}" if concern.comment_id else f"change-{concern.change_id}"
    anchor = line if concern.comment_id or concern.change_id else None
    return url_for("task.show", id=concern.task_id, _anchor=anchor)


def looked_through() -> Organisation:
    """The open office, when what happened until now stands in the queue: whoever asks first looks for all."""
    organisation = current_organisation()
    if bell.is_behind(db.session(), organisation):
        commit()
        begin_write(db.session())
        bell.catch_up(db.session(), organisation, today())
        commit()
    return organisation


def say_concern(concern: Concern) -> str:
    """What happened, in the reader's language."""
    return sentence_of(concern, current_language())


def _said_count(found: Sequence[Concern]) -> str:
    return say(SOME, count=len(found)) if found else say(NONE)


def _me() -> int:
    return current_actor().person_id or 0
