"""The flows by their names."""

from typing import Any

from prefect import Flow

from flows.deliver import deliver
from flows.monthly_digest import monthly_digest
from flows.periodic_reports import periodic_reports
from flows.publish_feeds import publish_feeds
from flows.roll_over import roll_over
from flows.send_reminders import send_reminders
from flows.tell_people import tell_people

FLOWS: dict[str, Flow[..., Any]] = {
    flow.name: flow
    for flow in (roll_over, publish_feeds, monthly_digest, periodic_reports, send_reminders, tell_people, deliver)
}
