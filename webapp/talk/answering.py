"""How an action beside a task's state is answered: the part of the page that it changed, or the page again."""

from flask import make_response, redirect, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from planner.models import Task
from webapp.answers import announcement, tell, wants_fragment
from webapp.language import say
from webapp.writing import commit


def page_of(task: Task, anchor: str = "") -> str:
    return url_for("task.show", id=task.id, _anchor=anchor or None)


def done(task: Task, sentence: str, part: str, anchor: str = "") -> Response:
    """For htmx the part as it is now and the sentence; else the task's page, at the place where it happened."""
    if not wants_fragment():
        tell(sentence)
        return redirect(page_of(task, anchor), 303)
    answer = make_response(Markup(part) + announcement(say(sentence)))  # noqa: S704 - what autoescaping templates gave
    commit()
    return answer
