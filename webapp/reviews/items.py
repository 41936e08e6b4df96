"""One item of a session after another: the late task with all that a review wants to know of it."""

from typing import Any

from flask import abort, render_template, request, url_for
from markupsafe import Markup
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from planner.clock import today
from planner.models import Change, Document, Milestone, Notice, ReviewItem, ReviewSession, Task
from planner.models.change import QUIET
from planner.moves import open_moves
from planner.reviewing import asked, finishing, may_take_back
from webapp import history
from webapp.access import access
from webapp.answers import render
from webapp.extensions import db
from webapp.people import current_actor
from webapp.reviews import section
from webapp.reviews.sessions import facts, load_review
from webapp.reviews.words import state_of, token
from webapp.timeline import timeline


def item_of(review: ReviewSession, id: int) -> ReviewItem:
    return next((item for item in review.items if item.id == id), None) or abort(404)


@section.get("/<int:id>/items/<int:item>")
@access.anyone
def show_item(id: int, item: int) -> str | Response:
    """An item; for a page that shows it already, only what is new."""
    review = load_review(id)
    if request.args.get("seen") == token(review):
        return Response(status=204)
    template = "reviews/item.html" if "seen" in request.args else "reviews/show_item.html"
    return render(template, **item_facts(review, item_of(review, item)))


def item_fragment(review: ReviewSession, item: ReviewItem) -> Markup:
    """The item as it is now, to take the place of what the page shows of it."""
    return Markup(render_template("reviews/item.html", swap=True, **item_facts(review, item)))  # noqa: S704


def item_facts(review: ReviewSession, item: ReviewItem) -> dict[str, Any]:
    place = review.items.index(item)
    letters, entries = _letters(item.task), timeline(item.task)
    waiting = [one for one in review.items[place + 1 :] + review.items[:place] if state_of(one) == "left"]
    return {
        **facts(review), "item": item, "task": item.task, "standing": item.task.standing(today()),
        "previous": review.items[place - 1] if place else None,
        "following": review.items[place + 1] if place + 1 < len(review.items) else None,
        "waiting": waiting[0] if waiting else None,
        "acts": _acts(review, item, letters), "entries": entries, "letters": letters,
        "asked": asked(item.task), "last_change": _last_change(item.task),
        "history": history, "may_take_back": may_take_back,
        "last_taken": next((line for line in reversed(item.decisions) if may_take_back(line)), None),
    }  # fmt: skip


def _last_change(task: Task) -> Change | None:
    """What was only said or attached, and who follows, settles nothing."""
    return next((line for line in reversed(task.changes) if line.verb not in QUIET), None)


def _acts(review: ReviewSession, item: ReviewItem, letters: list[Document]) -> list[str]:
    """What the secretariat may decide about the item now, in the order of its keys; one letter a day is enough."""
    actor, task = current_actor(), item.task
    if not review.is_open or not actor.has("secretariat", task.organisation_id):
        return []
    moves = {move.name for move in open_moves(task, actor)}
    runs = task.current is not None and task.state not in ("done", "postponed", "cancelled")
    is_dated = isinstance(task.current, Milestone) and task.current.done_on is None
    is_reminded = any(letter.issued_on == today() for letter in letters)
    allowed = {
        "reminder": runs and is_dated and not is_reminded, "extension": runs and is_dated, "board": True, "note": True,
        "cancellation": "cancellation" in moves, "completion": finishing(task) is not None,
        "approval": asked(task) is not None, "refusal": asked(task) is not None,
    }  # fmt: skip
    return [kind for kind, may in allowed.items() if may]


def _letters(task: Task) -> list[Document]:
    """The letters that reminded of the task, the latest first."""
    noted = select(Notice.document_id).join(Milestone, Notice.milestone_id == Milestone.id)
    ids = noted.where(Milestone.task_id == task.id)
    query = select(Document).where(Document.id.in_(ids)).options(joinedload(Document.board))
    return list(db.session.scalars(query.order_by(Document.issued_on.desc(), Document.id.desc())))


def address_of(item: ReviewItem) -> str:
    return url_for("reviews.show_item", id=item.review_id, item=item.id)
