"""Serving the schedules from one process, as `bangviec up` does."""

import os
import time

import httpx
from prefect import serve

from flows.catching_up import begin
from flows.schedules import deployments
from planner.errors import Refusal
from planner.language import N_

AT_ONCE = 2  # a run is a process of about 90 MB, and after an outage many are due
PATIENCE = 120.0
NO_ADDRESS = N_("Chưa có địa chỉ máy chủ Prefect: cần đặt PREFECT_API_URL.")
NO_ANSWER = N_("Máy chủ Prefect ở %(url)s không trả lời sau %(seconds)d giây.")


def serve_all() -> None:
    """Serves every flow until the process is stopped; stopped schedules go on when it is started again.

    Waits for the server at PREFECT_API_URL to come up; refuses when there is no such setting, or no answer.
    """
    _wait_for_server(os.environ.get("PREFECT_API_URL", ""))
    found = deployments()
    begin(found)
    serve(*found, pause_on_shutdown=False, limit=AT_ONCE, print_starting_message=False)


def _wait_for_server(url: str) -> None:
    if not url:
        raise Refusal(NO_ADDRESS)
    deadline = time.monotonic() + PATIENCE
    while not answers(url):
        if time.monotonic() > deadline:
            raise Refusal(NO_ANSWER, url=url, seconds=int(PATIENCE))
        time.sleep(0.5)


def answers(url: str) -> bool:
    """Whether a Prefect server answers at the address of its API."""
    try:
        return httpx.get(f"{url.rstrip('/')}/health", timeout=5).is_success
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
