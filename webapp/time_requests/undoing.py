"""Which decisions about requests the person may take back now: their own of today that nothing followed."""

from collections.abc import Iterable

from sqlalchemy import select

from planner.clock import today
from planner.language import N_
from planner.models import Change, TimeRequest
from planner.verbs.taking_back_times import REFUSED, TIMES
from webapp.extensions import db
from webapp.people import current_actor

NOT_TO_UNDO = N_("Chỉ người đã quyết định được rút lại quyết định, trong ngày, khi mốc chưa có thay đổi khác.")


def undoable(requests: Iterable[TimeRequest]) -> dict[int, Change]:
    """The line of history to take back, by the request that it decided. One query, whatever their number."""
    actor, found = current_actor(), {one.id: one for one in requests if not one.is_waiting}
    query = select(Change).where(
        Change.task_id.in_({one.task_id for one in found.values()}), Change.verb.in_((*TIMES, REFUSED)),
        Change.person_id == actor.person_id,
    )  # fmt: skip
    lines = {}
    for line in db.session.scalars(query.order_by(Change.id)) if found else ():
        decided = found.get(line.after.get("request_id") or 0)
        if decided and decided.task.may_take_back_time(line, actor, today()):
            lines[decided.id] = line
    return lines
