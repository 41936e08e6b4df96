"""The overdue review: what is late by board and age. The secretariat reminds, extends, or opens; others look."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.asking import ask_for
from planner.clock import today
from planner.language import N_
from planner.models import Board, Task
from planner.reminding import remind_now
from planner.reviewing import last_ended, open_review, progress_of
from webapp import history
from webapp.access import access, load
from webapp.answers import render, tell, wants_fragment
from webapp.extensions import db
from webapp.filters import filters
from webapp.form_answers import answers_form
from webapp.language import say
from webapp.overdue_review import BANDS, by_board, narrowed, overdue_elsewhere, overdue_of_year, overdue_where
from webapp.people import current_actor, current_organisation
from webapp.reports.listing import sees_drafts
from webapp.writing import commit, writes

section = Blueprint("overdue", __name__)

REMINDED = N_("Đã gửi phiếu nhắc việc số %(code)s đến %(board)s.")


@section.get("/overdue")
@access.anyone
def index() -> str:
    organisation, wanted = current_organisation(), filters()
    items = overdue_of_year(organisation.id, wanted.year, today())
    boards = db.session.scalars(
        select(Board).where(Board.organisation_id == organisation.id).order_by(Board.position, Board.id)
    ).all()
    elsewhere = overdue_elsewhere(organisation.id, wanted.year, today())
    shown = narrowed(items)
    return render(
        "overdue/index.html", groups=by_board(shown), found=len(items), shown=len(shown), bands=BANDS, boards=boards,
        elsewhere=elsewhere, is_clerk=_is_clerk(), history=history, **_reviews(),
    )  # fmt: skip


def _reviews() -> dict[str, object]:
    """The session that is going on, with how far it is; else the last one."""
    review = open_review(db.session(), current_organisation())
    last = None if review else last_ended(db.session(), current_organisation())
    drafts = sees_drafts(current_actor(), current_organisation().id)
    return {"review": review, "progress": progress_of(review) if review else None, "last": last, "sees_drafts": drafts}


@section.get("/overdue/tasks/<int:id>")
@access.anyone
def show(id: int) -> str | Response:
    """One item as it is now: late, or what became of it."""
    task = load(Task, id)
    if not wants_fragment():
        return redirect(url_for("task.show", id=id))
    found = overdue_where(Task.id == id, task.organisation_id, today())
    if found:
        return render("overdue/item.html", item=found[0], is_clerk=_is_clerk(), history=history)
    return render("overdue/settled.html", task=task, standing=task.standing(today()))


@section.post("/tasks/<int:id>/reminder")
@access("secretariat")
@writes
@answers_form
def create_reminder(id: int) -> Response:
    """One letter about this task, through the outbox."""
    task = load(Task, id)
    sentence = _remind(task.board, [task])
    if not wants_fragment():
        return _back(sentence)
    items = overdue_where(Task.id == id, task.organisation_id, today())
    return _answer("overdue/reminded_item.html", sentence, item=items[0] if items else None)


@section.post("/boards/<int:id>/reminder")
@access("secretariat")
@writes
@answers_form
def create_board_reminder(id: int) -> Response:
    """One letter about everything of a board that is late in the open year."""
    board = load(Board, id)
    late = [item.task for item in overdue_of_year(board.organisation_id, filters().year, today())]
    sentence = _remind(board, [task for task in late if task.board_id == board.id])
    if not wants_fragment():
        return _back(sentence)
    items = narrowed(overdue_of_year(board.organisation_id, filters().year, today()))
    group = next((g for g in by_board(items) if g.board.id == board.id), None)
    return _answer("overdue/group.html", sentence, group=group, oob=True)


def _remind(board: Board, tasks: list[Task]) -> str:
    document = remind_now(db.session(), board.organisation, board, tasks, current_actor(), today())
    commit()
    ask_for("deliver", document.key)
    return say(REMINDED, code=document.data["code"], board=board.name)


def _answer(template: str, sentence: str, **values: object) -> Response:
    db.session.commit()
    shown = render_template(template, is_clerk=True, history=history, bands=BANDS, **values)
    return make_response(shown + render_template("fragments/announcement.html", sentence=sentence))


def _back(sentence: str) -> Response:
    tell(sentence)
    return redirect(url_for("overdue.index", **filters().keep()), 303)


def _is_clerk() -> bool:
    return current_actor().has("secretariat", current_organisation().id)
