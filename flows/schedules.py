"""The only place with schedules. Every hour is Việt Nam's.

Mornings are asked for every day: an administrator may make a Saturday a working day, and the flow looks.
"""

from typing import cast

from prefect.deployments.runner import RunnerDeployment
from prefect.flows import EntrypointType
from prefect.schedules import Cron, Schedule

from flows.registry import FLOWS
from planner.asking import DEPLOYMENT

ZONE = "Asia/Ho_Chi_Minh"


def _cron(expression: str) -> Schedule:
    return Cron(expression, timezone=ZONE)


SCHEDULES = {
    "roll_over": _cron("5 0 * * *"),
    "publish_feeds": _cron("20 * * * *"),
    "monthly_digest": _cron("0 7 * * *"),
    "send_reminders": _cron("30 7 * * *"),
    "deliver": _cron("*/2 * * * *"),
}


def deployments() -> list[RunnerDeployment]:
    """Every flow with its schedule, to be served or deployed; found again by the module's name."""
    return [_deployment(name, schedule) for name, schedule in SCHEDULES.items()]


def _deployment(name: str, schedule: Schedule) -> RunnerDeployment:
    made = FLOWS[name].to_deployment(
        DEPLOYMENT, schedule=schedule, entrypoint_type=EntrypointType.MODULE_PATH, tags=["bangviec"]
    )
    return cast(RunnerDeployment, made)  # Prefect's types allow for a coroutine
