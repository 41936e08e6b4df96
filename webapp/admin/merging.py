"""/admin/boards/<id>/merging: one board that was found twice. The page says in figures what will move, then it does."""

from flask import request, url_for
from werkzeug.wrappers import Response

from planner.clock import today
from planner.errors import Refusal
from planner.language import N_
from planner.merging import figures_of, merge_boards
from planner.merging.merging import ITSELF
from planner.models import Board
from webapp import forms
from webapp.access import access, load
from webapp.admin import section
from webapp.answers import render
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_actor
from webapp.writing import commit, writes

MERGED = N_("Đã gộp “%(old)s” vào “%(new)s”; tên cũ vẫn được nhận ra.")


@section.get("/boards/<int:id>/merging")
@access("admin")
def merging(id: int) -> str:
    """Chooses the other board; with it (`into`) the figures and the button."""
    old = load(Board, id)
    others = [board for board in old.organisation.boards if board.id != old.id]
    chosen = request.args.get("into", type=int)
    new = next((board for board in others if board.id == chosen), None)
    return render(
        "admin/merging.html", old=old, new=new, others=others,
        figures=figures_of(db.session(), old, new) if new else None,
    )  # fmt: skip


@section.post("/boards/<int:id>/merging")
@access("admin")
@writes
@answers_form
def create_merging(id: int) -> Response:
    """Merges, if the figures are still those that the page showed."""
    old, into = load(Board, id), forms.number("into")
    if not into:
        raise Refusal(ITSELF)
    new, name = load(Board, into), old.name
    merge_boards(db.session(), old, new, current_actor(), today(), forms.text("seen"))
    commit()
    return done(MERGED, url_for("admin.boards"), old=name, new=new.name)
