"""Hourly and after changes: builds the calendar feeds ahead, so that a fetch finds its bytes made."""

from datetime import date

from prefect.client.schemas.objects import State

from feeds import Made, forget_others, keep, make_stale
from flows.making import office_flow
from flows.naming import timed
from flows.office import Office, look, offices, the_day, transact
from flows.saying import did
from flows.steps import each, io_task, step
from planner.language import N_
from planner.models import Organisation

PUBLISHED = N_("Đã cập nhật %(count)d lịch.")


@io_task("xuất lịch: {office.name}")
def publish_office(office: Office, day: date) -> int:
    """Builds the feeds of one organisation that are older than its last change, forgets the others; gives how many."""
    made = look(lambda session: sum(map(_keep, make_stale(session, session.get_one(Organisation, office.id), day))))
    transact(lambda session: forget_others(session, session.get_one(Organisation, office.id), day))
    return made


def _keep(feed: Made) -> int:
    """One at a time, so that only one is in memory and nobody waits long for the database."""
    transact(lambda session: keep(session, feed))
    return 1


@office_flow(timed)
def publish_feeds(day: date | None = None) -> State[str]:
    """Publishes the feeds of every organisation. Only the feed of days looks at the day, for its years."""
    day = the_day(day)
    made, undone = each(step(publish_office), [(office, day) for office in offices()])
    return did(PUBLISHED, undone, count=sum(made))
