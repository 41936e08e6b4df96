"""What a run is called, so that Prefect's page says what each was for."""

from collections.abc import Callable

from prefect.runtime import flow_run

from planner import clock


def dated(name: str) -> Callable[[], str]:
    """Names the runs of a flow by the day that they are for."""

    def run_name() -> str:
        day = (flow_run.parameters or {}).get("day") or clock.today()
        return f"{name} {day}"

    return run_name


def timed(name: str) -> Callable[[], str]:
    """Names the runs of a flow by their hour in Việt Nam."""

    def run_name() -> str:
        return f"{name} {clock.now().astimezone(clock.ZONE):%Y-%m-%d %H:%M}"

    return run_name
