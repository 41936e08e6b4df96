"""Names of co-operating bodies in the plans: which of them are boards. One link covers every plan; it can be undone."""

from flask import Blueprint, make_response, render_template, url_for
from werkzeug.wrappers import Response

from planner.clock import today
from planner.cooperating import CLERKS, link_name, names, unlink_name
from planner.errors import Refusal
from planner.language import N_
from planner.models import Board
from webapp import forms
from webapp.access import access, load
from webapp.answers import render, wants_fragment
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.language import say
from webapp.people import current_actor, current_organisation
from webapp.writing import commit, writes

section = Blueprint("cooperation", __name__, url_prefix="/plans/cooperation")

NEW = "new"  # what the list of boards says for a board that is to be made of the name
LINKED = N_("Đã liên kết “%(name)s” với “%(board)s”: %(count)s nhiệm vụ.")
UNLINKED = N_("Đã bỏ liên kết “%(name)s”: %(count)s nhiệm vụ chỉ còn ghi tên như trong văn bản.")


@section.get("")
@access(*CLERKS)
def show() -> str:
    return render("cooperation/show.html", **_lists())


@section.post("/links")
@access(*CLERKS)
@writes
@answers_form
def create() -> Response:
    """Says which board a name is, for all plans at once."""
    organisation, name, chosen = current_organisation(), forms.text("name"), forms.text("board")
    if not chosen:
        raise Refusal(N_("Vui lòng chọn bộ phận."))
    board = None if chosen == NEW else load(Board, forms.row_id(chosen))
    count = link_name(db.session(), organisation, name, board, current_actor(), today())
    return _answer(LINKED, name=name, board=board.name if board else name, count=count)


@section.post("/unlinks")
@access(*CLERKS)
@writes
@answers_form
def create_unlink() -> Response:
    """Takes a link back."""
    organisation, name, board = current_organisation(), forms.text("name"), load(Board, forms.number("board") or 0)
    count = unlink_name(db.session(), organisation, name, board, current_actor(), today())
    return _answer(UNLINKED, name=name, count=count)


def _answer(sentence: str, **values: object) -> Response:
    """Both lists as they are now, in their place, with a word on what was done."""
    commit()
    if not wants_fragment():
        return done(sentence, url_for("cooperation.show"), **values)
    lists = _lists()
    db.session.commit()
    said = render_template("fragments/announcement.html", sentence=say(sentence, **values))
    answer = make_response(render_template("cooperation/names.html", **lists) + said)
    answer.headers |= {"HX-Retarget": "#names", "HX-Reswap": "outerHTML"}
    return answer


def _lists() -> dict[str, object]:
    organisation = current_organisation()
    found = names(db.session(), organisation)
    return {
        "unlinked": [one for one in found if one.board is None],
        "linked": [one for one in found if one.board is not None],
        "boards": organisation.boards,
    }
