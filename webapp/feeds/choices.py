"""What the form of a new feed sends, and the words for what a feed shows."""

from flask import abort, request

from feeds import below
from planner.errors import Refusal
from planner.feed_choices import (
    ALARM_DAYS,
    FORM_LABELS,
    MILESTONE_LABELS,
    OF_A_BOARD,
    SCOPE_LABELS,
    SCOPES,
    USUAL,
    USUAL_ALARMS,
    Choices,
)  # fmt: skip
from planner.language import N_
from planner.models import Board, Feed
from planner.scope import visible
from planner.text import line
from webapp import forms
from webapp.access import load
from webapp.extensions import db
from webapp.language import say
from webapp.people import current_actor, current_organisation

ALARM_LABELS = {
    7: N_("trước 7 ngày"),
    3: N_("trước 3 ngày"),
    1: N_("trước 1 ngày"),
    0: N_("trong ngày"),
}
SHORT_FORMS = {"periods": N_("khoảng thời gian"), "todos": N_("việc cần làm")}
COOPERATION_OF = N_("Việc phối hợp: %(board)s")


def chosen_scope() -> tuple[str, Board | None]:
    """The kind of feed that was chosen, and its board; 404 for a board that is not the open organisation's."""
    kind, _, number = line(forms.text("scope")).partition(":")
    if kind not in SCOPES:
        raise Refusal(N_("Vui lòng chọn nội dung của lịch."))
    if kind not in OF_A_BOARD:
        return kind, None
    board = load(Board, forms.row_id(number))
    return (kind, board) if board.organisation_id == current_organisation().id else abort(404)


def chosen() -> Choices:
    """How it is to be written. A form that says nothing of it, as scripts send it, gets the usual."""
    if "milestones" not in request.form:
        return USUAL
    alarms = {forms.row_id(value) for value in request.form.getlist("alarms") if value.isdigit()}
    return Choices(
        line(forms.text("milestones")), line(forms.text("form")), tuple(sorted(alarms, reverse=True)),
        "with_done" in request.form,
    )  # fmt: skip


def scope_text(scope: str, board: Board | None) -> str:
    """What a feed is about: a board's name, or the scope's."""
    if board is None:
        return say(SCOPE_LABELS[scope])
    return say(COOPERATION_OF, board=board.name) if scope == "cooperating" else board.name


def choices_text(feed: Feed) -> str:
    """What was chosen otherwise than usual, in a few words."""
    choices, found = feed.choices, []
    if feed.scope == "days":
        return ""
    if choices.milestones != USUAL.milestones:
        found.append(say(MILESTONE_LABELS[choices.milestones]))
    if choices.form in SHORT_FORMS:
        found.append(say(SHORT_FORMS[choices.form]))
    if choices.alarms != USUAL_ALARMS:
        found.append(_alarms(choices))
    if not choices.with_done:
        found.append(say(N_("không có mốc đã xong")))
    return " · ".join(found)


def _alarms(choices: Choices) -> str:
    if not choices.alarms:
        return say(N_("không nhắc"))
    return say(N_("nhắc %(when)s"), when=", ".join(say(ALARM_LABELS[day]) for day in choices.alarms))


def offered() -> dict[str, object]:
    """What the form of a new feed needs."""
    return {
        "scopes": SCOPE_LABELS, "milestones": MILESTONE_LABELS, "forms": FORM_LABELS, "usual": USUAL,
        "alarms": [(day, ALARM_LABELS[day]) for day in ALARM_DAYS], "boards": _boards(),
        "first": "person" if _works_on_a_board() else "all",
        "tree": bool(current_actor().organisation_ids & set(below(db.session(), current_organisation().id))),
    }  # fmt: skip


def _works_on_a_board() -> bool:
    """Whether there may be work of one's own: the others would begin with an empty calendar."""
    here = current_organisation().id
    return any(role.organisation_id == here and role.board_id is not None for role in current_actor().roles)


def _boards() -> list[Board]:
    of_here = visible(current_actor(), Board).where(Board.organisation_id == current_organisation().id)
    return list(db.session.scalars(of_here.order_by(Board.position, Board.id)))
