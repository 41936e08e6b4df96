"""Boards and the spellings under which documents name them."""

from flask import url_for
from sqlalchemy import func, select
from werkzeug.wrappers import Response

from planner.administration import add_alias, add_board, rename_board
from planner.clock import today
from planner.language import N_
from planner.models import Board, Task
from webapp import forms
from webapp.access import access, load
from webapp.admin import section
from webapp.answers import render
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_actor, current_organisation
from webapp.writing import writes


@section.get("/boards")
@access("admin")
def boards() -> str:
    organisation = current_organisation()
    query = select(Task.board_id, func.count()).where(Task.organisation_id == organisation.id).group_by(Task.board_id)
    tasks = dict(db.session.execute(query).tuples().all())
    return render("admin/boards.html", boards=organisation.boards, tasks=tasks)


@section.post("/boards")
@access("admin")
@writes
@answers_form
def create_board() -> Response:
    board = add_board(current_organisation(), forms.text("name"), current_actor(), today())
    return done(N_("Đã thêm “%(name)s”."), url_for("admin.boards"), name=board.name)


@section.post("/boards/<int:id>/name")
@access("admin")
@writes
@answers_form
def update_board_name(id: int) -> Response:
    board = load(Board, id)
    rename_board(board, forms.text("name"), current_actor(), today())
    return done(N_("Đã đổi tên thành “%(name)s”; tên cũ vẫn được nhận ra."), url_for("admin.boards"), name=board.name)


@section.post("/boards/<int:id>/aliases")
@access("admin")
@writes
@answers_form
def create_alias(id: int) -> Response:
    board = load(Board, id)
    add_alias(board, forms.text("alias"), current_actor(), today())
    return done(N_("Đã ghi nhận cách viết khác của “%(name)s”."), url_for("admin.boards"), name=board.name)
