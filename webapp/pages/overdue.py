"""The overdue review: what is late by board and age. The secretariat reminds, extends, or opens; others look."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
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
from webapp.cards import Card, narrowed
from webapp.extensions import db
from webapp.filters import filters
from webapp.form_answers import answers_form
from webapp.language import say
from webapp.mail_words import held_words
from webapp.overdue_review import BANDS, by_board, items_of, late_elsewhere, late_of_year, tasks_of
from webapp.people import current_actor, current_organisation
from webapp.reports.listing import sees_drafts
from webapp.writing import commit, writes

section = Blueprint("overdue", __name__)

AT_ONCE, FIRST = 300, 30  # items that are sent at once; of more only each board's first

REMINDED = N_("Đã gửi phiếu nhắc việc số %(code)s đến %(board)s.")


@section.get("/overdue")
@access.anyone
def index() -> str:
    organisation, wanted = current_organisation(), filters()
    late = late_of_year(organisation, wanted.year)
    shown = narrowed(late, wanted)
    return render(
        "overdue/index.html", groups=by_board(shown, organisation.id, today(), _most(shown)), found=len(late),
        shown=len(shown), bands=BANDS, elsewhere=late_elsewhere(organisation, wanted.year, today()),
        is_clerk=_is_clerk(), history=history, **_reviews(),
    )  # fmt: skip


def _most(late: list[Card]) -> int | None:
    """How many items of a board are sent; None for all."""
    return FIRST if len(late) > AT_ONCE and not request.args.get("all") else None


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
    found = items_of([id], today())
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
    items = items_of([id], today())
    return _answer("overdue/reminded_item.html", sentence, item=items[0] if items else None)


@section.post("/boards/<int:id>/reminder")
@access("secretariat")
@writes
@answers_form
def create_board_reminder(id: int) -> Response:
    """One letter about everything of a board that is late in the open year."""
    board, wanted = load(Board, id), filters()
    late = late_of_year(board.organisation, wanted.year)
    sentence = _remind(board, tasks_of(_of_board(late, board)))
    if not wants_fragment():
        return _back(sentence)
    shown = narrowed(late, wanted)
    groups = by_board(_of_board(shown, board), board.organisation_id, today(), _most(shown))
    return _answer("overdue/group.html", sentence, group=groups[0] if groups else None, oob=True)


def _of_board(late: list[Card], board: Board) -> list[Card]:
    return [card for card in late if card.row.board_id == board.id]


def _remind(board: Board, tasks: list[Task]) -> str:
    document = remind_now(db.session(), board.organisation, board, tasks, current_actor(), today())
    commit()
    ask_for("deliver", document.key)
    return " ".join(filter(None, (say(REMINDED, code=document.data["code"], board=board.name), held_words())))


def _answer(template: str, sentence: str, **values: object) -> Response:
    db.session.commit()
    shown = render_template(template, is_clerk=True, history=history, bands=BANDS, **values)
    return make_response(shown + render_template("fragments/announcement.html", sentence=sentence))


def _back(sentence: str) -> Response:
    tell(sentence)
    return redirect(url_for("overdue.index", **filters().keep()), 303)


def _is_clerk() -> bool:
    return current_actor().has("secretariat", current_organisation().id)
