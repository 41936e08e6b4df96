"""A Prefect server of the tests' own, as `bangviec up` starts it: on a free port, with a home that goes away."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 90  # seconds until it must have answered


@contextmanager
def child(command: list[str], environment: Mapping[str, str], log: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A process with all that it starts, killed at the end."""
    with log.open("ab") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output, start_new_session=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def running_server(folder: Path, settings: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Gives the environment for what talks to the server."""
    port = free_port()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "BANGVIEC_"))}
    environment = kept | {
        "PREFECT_HOME": str(folder / "prefect"), "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1", **settings,
    }  # fmt: skip
    command = [sys.executable, "-m", "bangviec.up.prefect_server", "start", "--host", "127.0.0.1", "--port", str(port)]
    with child(command, environment, folder / "server.log"):
        wait_for(f"{environment['PREFECT_API_URL']}/health")
        yield environment


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_for(address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError("the Prefect server did not answer in time")
