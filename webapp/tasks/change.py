"""One change of a task, the same for every action: load, compare versions, call the verb, commit, answer."""

import json
from collections.abc import Callable

from flask import make_response, redirect, request, url_for
from markupsafe import Markup
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.wrappers import Response

from planner.errors import NotAllowed, Refusal, Stale
from planner.language import N_
from planner.models import Task
from planner.text import line
from webapp import forms
from webapp.access import load
from webapp.answers import announcement, asking_path, refused, status_of, tell, wants_fragment
from webapp.cards import FOR_CARD, fresh_card
from webapp.extensions import db
from webapp.filters import filters
from webapp.language import say
from webapp.pages.task import page
from webapp.speech import local_address
from webapp.writing import commit

CHANGED = Stale(N_("Nhiệm vụ này vừa có thay đổi. Thông tin mới nhất đã được hiển thị, đề nghị kiểm tra lại."))
Fresh = Callable[[Task, int], Markup]


def change(
    id: int, verb: Callable[[Task], None], done: str, form: Callable[[Task, str], str] | None = None,
    fresh: Fresh = fresh_card,
) -> Response:  # fmt: skip
    """Calls a verb on the task that the page showed, and answers with the task as it is then.

    `done` is the sentence that says so. `form` gives the form again, with the reason why it was refused. `fresh` gives
    what takes the place of the task on the page, for the open year.
    """
    task = load(Task, id, *FOR_CARD)
    try:
        task.expect(_version_shown(), line(request.form.get("state")) or None)
        verb(task)
        commit()
    except Refusal as error:
        return _refused(id, error, form, fresh)
    except StaleDataError:  # another transaction was faster, on a database that lets both begin
        return _refused(id, CHANGED, form, fresh)
    return _done(task, done, fresh)


def fresh_for_stale(id: int) -> Response:
    """409 with the task as it is now, for a page that shows an older version of it."""
    return _refused(id, CHANGED, None, fresh_card)


def _version_shown() -> int:
    """The version that the page showed; 0, which no task has, when it says none."""
    return forms.row_id(request.form.get("version", ""))


def _done(task: Task, sentence: str, fresh: Fresh) -> Response:
    if not wants_fragment():
        tell(sentence)
        return redirect(local_address(request.form.get("next") or url_for("task.show", id=task.id)), 303)
    answer = _card_answer(task, say(sentence), 200, fresh)
    answer.headers["HX-Trigger"] = json.dumps({"task-changed": {"id": task.id, "state": task.state}})
    return answer


def _refused(
    id: int, error: Refusal, form: Callable[[Task, str], str] | None, fresh: Fresh
) -> Response:  # fmt: skip
    """The form again with the reason where it can be mended; else the fresh card, or the page, beside the reason."""
    sentence, status = refused(error), status_of(error)
    task = load(Task, id, *FOR_CARD)
    mendable = form is not None and not isinstance(error, Stale | NotAllowed)
    if form is not None and mendable:
        return make_response(form(task, sentence), status)
    if wants_fragment():
        return _card_answer(task, sentence, status, fresh)
    return make_response(page(task, sentence), status)


def _card_answer(task: Task, sentence: str, status: int, fresh: Fresh) -> Response:
    """The card as it is and a sentence; the dialog's place is emptied by what is left."""
    # A page that asks for itself anew holds no card to take the place of.
    card = Markup() if _asked_by_page_without_cards(task) else fresh(task, filters().year)
    db.session.commit()
    return make_response(card + announcement(sentence), status)


def _asked_by_page_without_cards(task: Task) -> bool:
    return asking_path() in (
        url_for("task.show", id=task.id), url_for("overdue.index"), url_for("plans.show", id=task.plan_id),
    )  # fmt: skip
