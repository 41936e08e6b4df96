"""Hourly and after changes: builds the calendar feeds ahead, so that a fetch finds its bytes made."""

from datetime import date

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from feeds.publishing import keep, make_stale
from flows.naming import timed
from flows.office import Office, look, offices, transact
from flows.saying import did
from flows.steps import step
from planner.language import N_
from planner.models import Organisation

PUBLISHED = N_("Đã cập nhật %(count)d lịch.")


@task(task_run_name="xuất lịch: {office.name}", cache_policy=NO_CACHE)
def publish_office(office: Office) -> int:
    """Builds the feeds of one organisation that are older than its last change; gives how many."""
    made = look(lambda session: list(make_stale(session, session.get_one(Organisation, office.id))))
    return transact(lambda session: len([keep(session, feed) for feed in made])) if made else 0


@flow(name="publish_feeds", flow_run_name=timed("publish_feeds"))
def publish_feeds(day: date | None = None) -> State[str]:
    """Publishes the feeds of every organisation. Feeds do not depend on the day; it is taken as every flow takes it."""
    return did(PUBLISHED, count=sum(step(publish_office)(office) for office in offices()))
