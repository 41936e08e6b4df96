"""Prefect's server waits for its own database for seconds and not for Prefect's own minute."""

import os
import subprocess
import sys
from pathlib import Path

from bangviec.up.prefect import without_prefect

# In a process of its own: what is imported there is about every engine of the process.
ASK = """
import asyncio, sys
from bangviec.up import prefect_server
from prefect.server.database.configurations import AioSqliteConfiguration
from sqlalchemy import text

async def patience():
    engine = await AioSqliteConfiguration(sys.argv[1]).engine()
    async with engine.connect() as connection:
        return (await connection.execute(text("PRAGMA busy_timeout"))).scalar()

print(asyncio.run(patience()))
"""


def test_a_wait_for_the_database_ends_after_seconds(tmp_path: Path) -> None:
    environment = without_prefect(os.environ) | {"PREFECT_HOME": str(tmp_path)}
    command = [sys.executable, "-c", ASK, f"sqlite+aiosqlite:///{tmp_path / 'prefect.db'}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.strip(), done.returncode) == ("4000", 0), done.stderr
