"""Flow tests run on a real Prefect server, started once a session, with a home of its own."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from prefect_server import running_server
from smtp_server import Mailbox, smtp_server

# Before anything imports Prefect: a home of the machine's own must neither be read nor written.
for name in [n for n in os.environ if n.startswith("PREFECT_")]:
    del os.environ[name]
os.environ["PREFECT_HOME"] = tempfile.mkdtemp(prefix="prefect-home")
os.environ["DO_NOT_TRACK"] = "1"
os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
atexit.register(shutil.rmtree, os.environ["PREFECT_HOME"], ignore_errors=True)


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A Prefect server for in-process runs. Without heartbeats a run does not wait a second for their thread."""
    from prefect.settings import (
        PREFECT_API_URL,
        PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
        PREFECT_LOGGING_LEVEL,
        temporary_settings,
    )

    with running_server(tmp_path_factory.mktemp("prefect"), {}) as environment:
        quiet = {PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None, PREFECT_LOGGING_LEVEL: "CRITICAL"}
        with temporary_settings({PREFECT_API_URL: environment["PREFECT_API_URL"], **quiet}):
            yield


@pytest.fixture
def database(database_file: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of this test's database, set for the flows; mail goes out, on a working day and at every hour."""
    monkeypatch.setenv("BANGVIEC_TODAY", "2026-06-01")
    monkeypatch.setenv("BANGVIEC_MAIL_HOURS", "00-24")
    url = f"sqlite:///{database_file}"
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", url)
    return url


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """A real SMTP server on loopback, set for the flows."""
    with smtp_server() as (server, mailbox):
        monkeypatch.setenv("BANGVIEC_SMTP_HOST", server.host)
        monkeypatch.setenv("BANGVIEC_SMTP_PORT", str(server.port))
        monkeypatch.setenv("BANGVIEC_MAIL_FROM", server.sender)
        yield mailbox
