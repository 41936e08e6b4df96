"""The only place with schedules. Every hour is Việt Nam's.

Mornings are asked for every day: an administrator may make a Saturday a working day, and the flow looks.
"""

from typing import NamedTuple, cast

from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.flows import EntrypointType
from prefect.schedules import Cron

from flows.registry import FLOWS
from planner.asking import DEPLOYMENT
from planner.outbox import mail_hours

ZONE = "Asia/Ho_Chi_Minh"
TAG = "bangviec"
WAITS, GIVES_WAY = ConcurrencyLimitStrategy.ENQUEUE, ConcurrencyLimitStrategy.CANCEL_NEW
# A run whose process died before it began to say that it lives holds its place so long; it says so every other minute.
LEASE = 300


class Timetable(NamedTuple):
    """When a flow runs (cron), what a run does while another of the flow is at work, and what it is about.

    A daily run waits for its turn; one that comes again within minutes gives way, since the next makes up for it.
    `{mail_hours}` in a cron stands for the installation's hours of mail.
    """

    cron: str
    meanwhile: ConcurrencyLimitStrategy
    about: str


SCHEDULES = {
    "roll_over": Timetable("5 0 * * *", WAITS, "nhiệm vụ"),
    "publish_feeds": Timetable("20 * * * *", GIVES_WAY, "lịch"),
    "monthly_digest": Timetable("0 7 * * *", WAITS, "báo cáo"),
    "periodic_reports": Timetable("10 7 * * *", WAITS, "báo cáo"),
    "send_reminders": Timetable("30 7 * * *", WAITS, "nhắc việc"),
    "tell_people": Timetable("*/5 {mail_hours} * * *", GIVES_WAY, "thư"),
    "deliver": Timetable("*/2 * * * *", GIVES_WAY, "thư"),
}


def deployments() -> list[RunnerDeployment]:
    """Every flow with its schedule, to be served or deployed; found again by the module's name."""
    return [_deployment(name, timetable) for name, timetable in SCHEDULES.items()]


def _deployment(name: str, timetable: Timetable) -> RunnerDeployment:
    one = ConcurrencyLimitConfig(limit=1, collision_strategy=timetable.meanwhile, grace_period_seconds=LEASE)
    cron = timetable.cron.format(mail_hours=mail_hours().cron)
    made = FLOWS[name].to_deployment(
        DEPLOYMENT, schedule=Cron(cron, timezone=ZONE), entrypoint_type=EntrypointType.MODULE_PATH,
        tags=[TAG, timetable.about], concurrency_limit=one,
    )  # fmt: skip
    return cast(RunnerDeployment, made)  # Prefect's types allow for a coroutine
