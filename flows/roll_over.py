"""Daily: opens what is due to open, then publishes the feeds that changed by it."""

from datetime import date

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from flows.naming import dated
from flows.office import Office, offices, the_day, transact
from flows.publish_feeds import publish_office
from flows.saying import did
from flows.steps import step
from planner.language import N_
from planner.models import Organisation
from planner.rolling import open_due

OPENED = N_("Ngày %(day)s: đã mở %(count)d nhiệm vụ đến kỳ.")


@task(task_run_name="mở việc đến kỳ: {office.name}", cache_policy=NO_CACHE)
def open_office(office: Office, day: date) -> int:
    """Opens what is due in one organisation, in one transaction; gives how many tasks moved."""
    return transact(lambda session: len(open_due(session, session.get_one(Organisation, office.id), day)))


@flow(name="roll_over", flow_run_name=dated("roll_over"))
def roll_over(day: date | None = None) -> State[str]:
    """Opens everything due on or before the day (default: today in Việt Nam); a second run changes nothing."""
    day = the_day(day)
    opened = 0
    for office in offices():
        count = step(open_office)(office, day)
        if count:
            step(publish_office)(office, day)
        opened += count
    return did(OPENED, day=f"{day:%d/%m/%Y}", count=opened)
