"""A session as a whole: begun, looked at while it goes on and afterwards, its chair, its end."""

from typing import Any

from flask import request, url_for
from sqlalchemy.orm import joinedload, selectinload
from werkzeug.wrappers import Response

from planner.clock import today
from planner.language import N_
from planner.models import ReviewItem, ReviewSession, Task
from planner.reviewing import begin, end, may_reopen, open_review, progress_of, reopen, write_heading
from planner.reviewing.sessions import HEADING
from planner.scope import visible
from webapp import forms
from webapp.access import access, load
from webapp.answers import render
from webapp.cards import narrowed
from webapp.extensions import db
from webapp.filters import filters
from webapp.form_answers import answers_form, done
from webapp.overdue_review import late_of_year, tasks_of
from webapp.people import current_actor, current_organisation
from webapp.reports.listing import sees_drafts
from webapp.reviews import section
from webapp.reviews.words import STATES, decision_words, latest_words, state_of, token
from webapp.writing import commit, writes

BEGUN = N_("Đã bắt đầu phiên rà soát %(count)s nhiệm vụ.")
HEADED = N_("Đã lưu phần đầu biên bản.")
ENDED = N_("Phiên rà soát đã kết thúc; dự thảo biên bản đã lập.")
REOPENED = N_("Đã mở lại phiên rà soát; kết thúc phiên thì biên bản được lập lại.")
CLOSED = N_("Phiên rà soát đã đóng; chưa có kết luận nên không lập biên bản.")


def load_review(id: int) -> ReviewSession:
    """A session with all that its pages show of its items: a fixed number of queries."""
    items = selectinload(ReviewSession.items)
    task = items.joinedload(ReviewItem.task).joinedload(Task.board)
    return load(ReviewSession, id, task, items.selectinload(ReviewItem.lines))


@section.get("")
@access.anyone
def index() -> str:
    """The sessions of the organisation, the latest first."""
    organisation = current_organisation()
    query = visible(current_actor(), ReviewSession).where(ReviewSession.organisation_id == organisation.id)
    query = query.options(
        selectinload(ReviewSession.items).selectinload(ReviewItem.lines), joinedload(ReviewSession.document)
    ).order_by(ReviewSession.id.desc())  # fmt: skip
    found = db.session.scalars(query.limit(100)).all()
    return render("reviews/index.html", reviews=[(one, progress_of(one)) for one in found], **_about_papers())


@section.post("")
@access("secretariat")
@writes
@answers_form
def create() -> Response:
    """Begins a session over what the page showed: the open year's late tasks that the filters leave, by board."""
    organisation, wanted = current_organisation(), filters()
    late = narrowed(late_of_year(organisation, wanted.year), wanted)
    review = begin(db.session(), organisation, tasks_of(late), current_actor(), today(), forms.text("chair"))
    commit()
    address = url_for("reviews.show_item", id=review.id, item=review.items[0].id)
    return done(BEGUN, address, count=len(review.items))


@section.get("/<int:id>")
@access.anyone
def show(id: int) -> str | Response:
    """The whole session; for a page that shows it already, only what is new."""
    review = load_review(id)
    if request.args.get("seen") == token(review):
        return Response(status=204)
    if "seen" in request.args:
        return render("reviews/whole.html", **facts(review))
    other = None if review.is_open else open_review(db.session(), review.organisation)
    return render("reviews/show.html", **facts(review), may_reopen=may_reopen(review), other=other)


def facts(review: ReviewSession) -> dict[str, Any]:
    """What every page of a session shows."""
    return {
        "review": review, "progress": progress_of(review), "state_of": state_of, "seen": token(review),
        "is_clerk": current_actor().has("secretariat", review.organisation_id), "states": STATES,
        "decision_words": decision_words, "latest": latest_words(review),
        "waiting": next((item for item in review.items if state_of(item) == "left"), None), **_about_papers(),
    }  # fmt: skip


def _about_papers() -> dict[str, Any]:
    organisation = current_organisation()
    return {"sees_drafts": sees_drafts(current_actor(), organisation.id)}


@section.post("/<int:id>/heading")
@access("secretariat")
@writes
@answers_form
def update_heading(id: int) -> Response:
    """What heads the minutes."""
    review = load(ReviewSession, id)
    words = {name: forms.text(name) for name in HEADING}
    write_heading(db.session(), review, words, current_actor(), today())
    commit()
    return done(HEADED, url_for("reviews.show", id=id))


@section.post("/<int:id>/end")
@access("secretariat")
@writes
@answers_form
def create_end(id: int) -> Response:
    """Ends it; its minutes wait as a draft, to be looked at and released like any paper. Unsaved words go along."""
    review = load_review(id)
    if "chair" in request.form:
        words = {name: forms.text(name) for name in HEADING}
        write_heading(db.session(), review, words, current_actor(), today())
    end(db.session(), review, current_actor(), today())
    commit()
    return done(ENDED if review.document_id else CLOSED, url_for("reviews.show", id=id))


@section.post("/<int:id>/reopening")
@access("secretariat")
@writes
@answers_form
def create_reopening(id: int) -> Response:
    """Goes on with one that was ended by mistake; its draft of the minutes is withdrawn until it ends again."""
    review = load_review(id)
    reopen(db.session(), review, current_actor(), today())
    commit()
    return done(REOPENED, url_for("reviews.show", id=id))
