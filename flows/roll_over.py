"""Daily: opens what is due to open, then publishes the feeds that changed by it; forgets old sign-ins."""

from datetime import UTC, date, datetime
from typing import NamedTuple

from prefect.client.schemas.objects import State

from flows.making import office_flow
from flows.naming import dated
from flows.office import Office, offices, the_day, transact
from flows.publish_feeds import publish_office
from flows.saying import did, language
from flows.showing import cell, link, show
from flows.steps import each, io_task, step
from planner.language import N_, translate
from planner.models import Organisation
from planner.moves import STATE_LABELS
from planner.rolling import Opened, open_due
from planner.signing_in import forget_sign_ins

OPENED = N_("Ngày %(day)s: đã mở %(count)d nhiệm vụ đến kỳ.")
TITLE = N_("Nhiệm vụ đã mở")
HEADER = (N_("Số thứ tự"), N_("Từ trạng thái"), N_("Sang trạng thái"), N_("Nhiệm vụ"), N_("Cơ quan"))
MOST_SHOWN = 200


class OpenedThere(NamedTuple):
    """A task that was opened, with its office."""

    office: Office
    opened: Opened


@io_task("mở việc đến kỳ: {office.name}")
def open_office(office: Office, day: date) -> list[Opened]:
    """Opens what is due in one organisation, in one transaction; gives the tasks that moved."""
    return transact(lambda session: open_due(session, session.get_one(Organisation, office.id), day))


@io_task("quên phiên đăng nhập cũ")
def forget_old_sign_ins(at: datetime) -> int:
    """Forgets where people were signed in when nobody has used it for months."""
    return transact(lambda session: forget_sign_ins(session, at))


@office_flow(dated)
def roll_over(day: date | None = None) -> State[str]:
    """Opens everything due on or before the day (default: today in Việt Nam); a second run changes nothing."""
    day = the_day(day)
    calls = [(office, day) for office in offices()]
    moved, undone = each(_there, calls)
    opened = [one for found in moved for one in found]
    changed = dict.fromkeys(one.office for one in opened)
    _, unpublished = each(step(publish_office), [(office, day) for office in changed])
    each(step(forget_old_sign_ins), [(datetime.now(UTC),)])
    show("roll-over", TITLE, HEADER, map(_row, opened[:MOST_SHOWN]))
    return did(OPENED, [*undone, *unpublished], day=f"{day:%d/%m/%Y}", count=len(opened))


def _there(office: Office, day: date) -> list[OpenedThere]:
    return [OpenedThere(office, one) for one in step(open_office)(office, day)]


def _row(one: OpenedThere) -> list[str]:
    opened = one.opened
    states = [cell(translate(STATE_LABELS[state], language())) for state in (opened.source, opened.target)]
    return [cell(opened.number), *states, link(opened.title, f"/tasks/{opened.task_id}"), cell(one.office.name)]
