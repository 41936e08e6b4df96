"""Prefect's environment: a home of our own, and nothing of what the user may have set for other work."""

import os
from collections.abc import Mapping
from pathlib import Path

from bangviec.up.running import join_running
from planner.settings import data_folder

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLI_PROMPT": "false",
}

KEEPING = {
    # A run every other minute makes 260,000 records a year; what was so three weeks ago is in our own history.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(21 * 24 * 3600),
    "PREFECT_SERVER_EVENTS_RETENTION_PERIOD": "P7D",
    # Kept in memory, the places that runs hold would be taken for ever after the server was killed.
    "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": "prefect.server.concurrency.lease_storage.filesystem",
}


def without_prefect(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment without any setting of Prefect's."""
    return {key: value for key, value in environment.items() if not key.startswith("PREFECT_")}


def prefect_settings(folder: Path, port: int) -> dict[str, str]:
    """The settings of the Prefect server on this machine and of everything that talks to it."""
    return QUIET | {
        "PREFECT_HOME": str(folder / "prefect"),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_UI_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false",
        **KEEPING,
        "PREFECT_RUNNER_POLL_FREQUENCY": "2",  # a run that a page asks for starts in 2 s instead of 9
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
    }


def use_own_prefect() -> None:
    """For a flow that the command runs itself: our own home, and the server of this folder or of our own setting."""
    kept = without_prefect(os.environ)
    for key in set(os.environ) - set(kept):
        del os.environ[key]
    os.environ.update(QUIET)
    os.environ["PREFECT_LOGGING_LEVEL"] = "CRITICAL"  # the command says itself what was refused, without a traceback
    os.environ["PREFECT_HOME"] = str(data_folder() / "prefect")
    if chosen := os.environ.get("BANGVIEC_PREFECT_API_URL"):
        os.environ["PREFECT_API_URL"] = chosen
    join_running(data_folder())
