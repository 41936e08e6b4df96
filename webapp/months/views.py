"""/months, and what dropping a chip asks for: another month, another board, and why."""

from collections.abc import Sequence
from typing import Any

from flask import abort, request
from markupsafe import Markup
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.clock import today
from planner.errors import Refusal
from planner.language import N_
from planner.models import Board, Milestone, Task, work_calendar
from planner.paper import render_in_child
from webapp import forms
from webapp.access import access, load
from webapp.answers import render
from webapp.dates import day_text
from webapp.extensions import db
from webapp.files import shown_pdf
from webapp.filter_choices import chosen_filters
from webapp.filters import UNDATED, filters
from webapp.language import current_language, say
from webapp.months import section
from webapp.months.chips import Chip, chips_of, in_cells, load_chips, tasks_shown
from webapp.people import current_actor, current_organisation
from webapp.tasks.change import change
from webapp.tasks.periods import month_of
from webapp.time_requests.form import ask_form, may_ask
from webapp.writing import writes

DONE = N_("Đã điều chỉnh; thời gian ban đầu vẫn được lưu.")
NOWHERE = N_("Nhiệm vụ vẫn ở tháng và bộ phận cũ; chưa có gì thay đổi.")
TITLE = N_("Chương trình công tác theo tháng, năm %(year)s")
MONTHS = (*range(1, 13), UNDATED)
AT_ONCE, FIRST = 1000, 10  # of more chips the first of each cell are sent; the rest stands behind a link


@section.get("/months")
@access.anyone
def show() -> str:
    organisation, wanted = current_organisation(), filters()
    chips = load_chips(organisation.id, wanted)
    shown = len({chip.task_id for chip in chips})
    return render(
        "months/show.html", is_clerk=_is_clerk(), found=len(chips), shown=shown, **_table(chips, printed=False),
        of_all=tasks_shown(organisation.id, wanted.year) if wanted.is_narrowed else shown,
    )  # fmt: skip


@section.get("/months.<any(a4, a3):paper>.pdf")
@access.anyone
def paper(paper: str) -> Response:
    """The same table on paper, by the process that prints."""
    organisation, wanted = current_organisation(), filters()
    chips = load_chips(organisation.id, wanted)
    asked = " · ".join(f"{one.label}: {one.value}" for one in chosen_filters())
    data = {
        "paper": paper, "title": say(TITLE, year=wanted.year), "about": asked,
        "heading": f"{organisation.name} · {day_text(today())}",
        "body": render("months/table.html", is_clerk=False, **_table(chips, printed=True)),
    }  # fmt: skip
    content = render_in_child("months", data, language=current_language())
    return shown_pdf(content, f"theo-thang-{wanted.year}-{paper}.pdf")


def _table(chips: Sequence[Chip], printed: bool) -> dict[str, Any]:
    """What the table is made of: the boards that have chips, and these by board and month."""
    held = {chip.board_id for chip in chips}
    rows = [board for board in _boards(current_organisation().id) if board.id in held]
    busy = {chip.month for chip in chips}
    is_large = len(chips) > AT_ONCE and not printed and not request.args.get("all")
    return {
        "rows": rows, "cells": in_cells(chips), "months": MONTHS, "busy": busy, "printed": printed,
        "most": FIRST if is_large else None,
    }  # fmt: skip


@section.get("/tasks/<int:id>/months/new")
@access("secretariat", "head", "member")
def new(id: int) -> str:
    """The form that asks for month, board and reason; `to` and `board` say where a chip was dropped.

    A board moves nothing by itself: it gets the form in which it asks for another time.
    """
    task, actor = load(Task, id), current_actor()
    if may_ask(actor, task):
        return ask_form(task, _kind())
    task.require_role(actor, "secretariat")
    return _form(task, None)


@section.post("/tasks/<int:id>/months")
@access("secretariat")
@writes
def create(id: int) -> Response:
    """Moves one milestone to the whole of a month or leaves it undated, and hands the task over, in one step."""
    return change(id, _move, DONE, _form, fresh=fresh_chips)


def _move(task: Task) -> None:
    kind, reason, month = _kind(), forms.text("reason"), forms.text("month")
    board = load(Board, forms.number("board") or task.board_id)
    milestone = task.milestone(kind) or abort(404)
    before = task.version
    if board.id != task.board_id:
        task.hand_over(board, current_actor(), today(), reason)
    if month != _month_shown(milestone):
        _reschedule(task, kind, month, reason)
    if task.version == before:
        raise Refusal(NOWHERE)


def _reschedule(task: Task, kind: str, month: str, reason: str) -> None:
    by, day, calendar = current_actor(), today(), work_calendar(db.session())
    if month:
        task.move_to_month(kind, *month_of(month), by, day, reason, calendar)
    else:
        task.undate(kind, by, day, reason, calendar)


def fresh_chips(task: Task, _year: int) -> Markup:
    """A task's chips as they are now, to take the place of those on the page."""
    shown = render("months/fresh.html", chips=chips_of(task), is_clerk=_is_clerk())
    return Markup(shown)  # noqa: S704 - our own template, which escapes what it shows


def _form(task: Task, sentence: str | None) -> str:
    milestone = task.milestone(_kind()) or abort(404)
    asked: Any = request.form or request.args
    chosen = _month_or_none(asked.get("month", asked.get("to", _month_shown(milestone))))
    return render(
        "months/form.html", task=task, milestone=milestone, sentence=sentence, chosen=chosen, entered=request.form,
        boards=_boards(task.organisation_id), board=asked.get("board", type=int) or task.board_id,
        years=sorted({filters().year, filters().year + 1} | ({int(chosen[:4])} if chosen else set())),
    )  # fmt: skip


def _month_or_none(value: str) -> str:
    """A month as the form's list has it (2026-07), or nothing: undated, or no month at all."""
    try:
        return "{}-{:02}".format(*month_of(value)) if value else ""
    except Refusal:
        return ""


def _kind() -> str:
    kind = request.values.get("kind", "")
    return kind if kind in ("submit", "execute") else abort(404)


def _month_shown(milestone: Milestone) -> str:
    return f"{milestone.shown_on:%Y-%m}" if milestone.shown_on else ""


def _boards(organisation_id: int) -> list[Board]:
    query = select(Board).where(Board.organisation_id == organisation_id).order_by(Board.position, Board.id)
    return list(db.session.scalars(query))


def _is_clerk() -> bool:
    return current_actor().has("secretariat", current_organisation().id)
