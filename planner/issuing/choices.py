"""Which reports wait for the secretariat: the office's own choice, kind by kind."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import NotAllowed, Refusal
from planner.language import N_
from planner.models import Organisation, ReleaseChoice
from planner.models.change import record
from planner.once import take_turns
from planner.reporting.period import KINDS

NOT_YOURS = N_("Chỉ Văn phòng được chọn báo cáo nào chờ duyệt.")


def waiting_kinds(session: Session, organisation: Organisation) -> list[str]:
    """The kinds of reports (month, quarter, half, year) that wait for their release."""
    query = select(ReleaseChoice.kind).where(ReleaseChoice.organisation_id == organisation.id)
    return sorted(session.scalars(query), key=KINDS.index)


def choose_waiting(session: Session, organisation: Organisation, kinds: Iterable[str], by: Actor, today: date) -> None:
    """Sets the kinds that wait from now on; what was issued or waits already stays as it is. Never commits."""
    if not by.has("secretariat", organisation.id):
        raise NotAllowed(NOT_YOURS)
    chosen = sorted(set(kinds) & set(KINDS), key=KINDS.index)
    if set(kinds) - set(chosen):
        raise Refusal(N_("Không có loại báo cáo này."))
    take_turns(session, organisation)
    before = waiting_kinds(session, organisation)
    if before == chosen:
        return
    session.execute(delete(ReleaseChoice).where(ReleaseChoice.organisation_id == organisation.id))
    session.add_all(ReleaseChoice(organisation_id=organisation.id, kind=kind) for kind in chosen)
    record(organisation, by, "choose_waiting", today, before={"kinds": before}, after={"kinds": chosen})
