"""Prefect's server on SQLite, whose waits for the database end soon.

    python -m bangviec.up.prefect_server start --host 127.0.0.1 --port 4200

A cursor that Python's collector frees in one thread may belong to a connection that waits for SQLite's lock in
another. The collector then waits for that one, the whole process for the collector, and the lock for the process:
until SQLite gives up, after the minute that Prefect allows. Here it gives up after some seconds; who was told that the
database is busy asks again, as Prefect's own clients do.
"""

import sys
from typing import Any

from sqlalchemy import event
from sqlalchemy.pool import ConnectionPoolEntry, Pool

PATIENCE = 4000  # milliseconds


@event.listens_for(Pool, "checkout")
def wait_briefly(connection: Any, entry: ConnectionPoolEntry, _proxy: object) -> None:
    """Once for each connection; at its opening Prefect's own minute would still come after."""
    if entry.info.get("waits briefly"):
        return
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    cursor.close()
    entry.info["waits briefly"] = True


if __name__ == "__main__":
    from prefect.cli import app

    sys.argv[1:1] = ["server"]
    app()
