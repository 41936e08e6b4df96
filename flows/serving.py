"""Serving the schedules from one process, as `bangviec up` does."""

from prefect import serve

from flows.catching_up import begin
from flows.schedules import deployments

AT_ONCE = 2  # a run is a process of about 90 MB, and after an outage many are due


def serve_all() -> None:
    """Serves every flow until the process is stopped; stopped schedules go on when it is started again."""
    found = deployments()
    begin(found)
    serve(*found, pause_on_shutdown=False, limit=AT_ONCE, print_starting_message=False)
