"""/time-requests: what boards ask for and what became of it; several are decided at once, or wait again."""

from collections.abc import Callable, Sequence

from flask import Blueprint, request, url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from planner.actor import BOARD_ROLES
from planner.called import called
from planner.clock import today
from planner.errors import NotAllowed, Refusal, Stale
from planner.language import N_
from planner.models import Task, TimeRequest, work_calendar
from planner.models.time_request import LABELS
from planner.scope import visible
from planner.verbs.requesting import DECIDERS
from webapp import forms
from webapp.access import access
from webapp.answers import render, tell
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.language import say_refusal
from webapp.people import current_actor, current_organisation
from webapp.speech import local_address
from webapp.time_requests.undoing import NOT_TO_UNDO, undoable
from webapp.writing import commit, writes

section = Blueprint("time_requests", __name__, url_prefix="/time-requests")
LATEST = 30  # decided requests that the page shows
CHANGED = N_("Nhiệm vụ này vừa có thay đổi. Đề nghị xem lại rồi quyết định.")
NOTHING = N_("Chưa chọn đề nghị nào.")
GONE = N_("Đề nghị này không còn. Đề nghị tải lại trang.")
NOT_DONE = N_("Nhiệm vụ %(number)s: %(why)s")
Decision = Callable[[TimeRequest], None]


@section.get("")
@access("secretariat", "leader", "head", "member")
def index() -> str:
    """Deciders see every request, boards their own."""
    waiting = _load(TimeRequest.state == "waiting")
    decided = _load(TimeRequest.state != "waiting")[-LATEST:][::-1]
    actor, organisation = current_actor(), current_organisation()
    decides = any(actor.has(role, organisation.id) for role in DECIDERS)
    return render(
        "time_requests/index.html", waiting=waiting, decided=decided, decides=decides, labels=LABELS,
        undoable=set(undoable(decided)) if decides else set(),
    )  # fmt: skip


@section.post("/approvals")
@access(*DECIDERS)
@writes
@answers_form
def create_approvals() -> Response:
    """Approves those that were chosen; what cannot be any more is named, the others are done."""
    calendar = work_calendar(db.session())
    return _decide(
        lambda one: one.task.approve_time(one, current_actor(), today(), calendar),
        N_("Đã duyệt %(count)s đề nghị; thời gian ban đầu vẫn được lưu."),
    )


@section.post("/refusals")
@access(*DECIDERS)
@writes
@answers_form
def create_refusals() -> Response:
    """Refuses those that were chosen, with one reason."""
    why = forms.text("why")
    if not why:
        raise Refusal(N_("Vui lòng nhập lý do không duyệt."))
    return _decide(
        lambda one: one.task.refuse_time(one, current_actor(), today(), why),
        N_("Đã trả lời không duyệt %(count)s đề nghị."),
    )


@section.post("/reconsiderations")
@access(*DECIDERS)
@writes
@answers_form
def create_reconsiderations() -> Response:
    """Who decided takes the decision back on the same day: the milestone as before, the request waits again."""
    lines = undoable(_load(TimeRequest.id.in_(_chosen())))

    def verb(one: TimeRequest) -> None:
        if one.id not in lines:
            raise NotAllowed(NOT_TO_UNDO)
        one.task.take_back_time(lines[one.id], current_actor(), today())

    return _decide(verb, N_("Đã rút lại %(count)s quyết định; đề nghị lại chờ duyệt."))


def _decide(decide: Decision, sentence: str) -> Response:
    """Each verb refuses before it changes anything, so that one that cannot be leaves the others alone."""
    chosen = _chosen()
    if not chosen:
        raise Refusal(NOTHING)
    found = {one.id: one for one in _load(TimeRequest.id.in_(chosen))}
    stale = {key for key, one in found.items() if one.task.version != chosen[key]}  # before one of a task changes it
    refusals = {key: why for key, one in found.items() if (why := _try(decide, one, key in stale))}
    if not found or len(refusals) == len(found):
        raise next(iter(refusals.values()), Refusal(GONE))
    numbers = {key: called(found[key].task) for key in refusals}
    commit()
    for key, why in refusals.items():
        tell(NOT_DONE, number=numbers[key], why=say_refusal(why))
    back = local_address(request.form.get("next") or url_for("time_requests.index"))  # a task's page asks to stay there
    return done(sentence, back, count=len(found) - len(refusals))


def _try(decide: Decision, one: TimeRequest, is_stale: bool) -> Refusal | None:
    try:
        if is_stale:
            raise Stale(CHANGED)
        decide(one)
    except Refusal as refusal:
        return refusal
    return None


def _chosen() -> dict[int, int]:
    """The requests and the versions of their tasks that the page showed: “12.3”; one alone by its own button."""
    only = request.form.getlist("only")
    pairs = [value.partition(".") for value in only or request.form.getlist("request")]
    return {forms.row_id(key): forms.row_id(version) for key, _, version in pairs}


def _load(*conditions: object) -> Sequence[TimeRequest]:
    actor, organisation = current_actor(), current_organisation()
    query = visible(actor, TimeRequest).where(TimeRequest.organisation_id == organisation.id, *conditions)  # type: ignore[arg-type]
    query = query.join(TimeRequest.task).options(
        joinedload(TimeRequest.milestone), joinedload(TimeRequest.task).joinedload(Task.board),
        joinedload(TimeRequest.task).selectinload(Task.time_requests),
    )
    if not any(actor.has(role, organisation.id) for role in DECIDERS):
        boards = select(Task.id).where(Task.board_id.in_(r.board_id for r in actor.roles if r.name in BOARD_ROLES))
        query = query.where(TimeRequest.task_id.in_(boards) | (TimeRequest.person_id == actor.person_id))
    return db.session.scalars(query.order_by(TimeRequest.id)).unique().all()
