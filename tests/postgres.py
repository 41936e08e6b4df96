"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket only, gone afterwards."""

import getpass
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine

PATIENCE = 30


def program(name: str) -> str:
    """A program of PostgreSQL; Debian keeps them off the path."""
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(places[-1]) if places else shutil.which(name) or name


def identity() -> dict[str, Any]:
    """The server refuses to run as root."""
    return {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.getuid() == 0 else {}


@contextmanager
def postgres_server() -> Iterator[str]:
    """Runs a server and gives the folder of its socket. A socket's path may have 107 bytes, so it is a short one."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    if identity():
        shutil.chown(folder, "nobody", "nogroup")
    try:
        with _running(folder):
            yield str(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(folder: Path) -> Iterator[None]:
    data = folder / "data"
    options = ["-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"]
    subprocess.run(
        [program("initdb"), "-D", data, *options], check=True, capture_output=True, cwd=folder, **identity()
    )  # fmt: skip
    with (folder / "log").open("wb") as log:
        command = [program("postgres"), "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **identity())
    try:
        _wait(folder, server)
        yield
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(PATIENCE)


def _wait(folder: Path, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE
    ready = [program("pg_isready"), "-h", folder, "-U", "postgres"]
    while subprocess.run(ready, capture_output=True, check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL did not start for {getpass.getuser()}: {(folder / 'log').read_text()}")
        time.sleep(0.1)


def url(folder: str, database: str) -> str:
    """The address of a database of the server whose socket is in this folder."""
    return f"postgresql+psycopg://postgres@/{database}?host={folder}"


@contextmanager
def administrator(folder: str) -> Iterator[Connection]:
    """A connection that makes and drops databases."""
    engine = create_engine(url(folder, "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()
