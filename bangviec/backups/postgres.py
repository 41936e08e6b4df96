"""PostgreSQL's own tools: pg_dump takes a snapshot while others write, pg_restore puts it back in one transaction."""

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL, Engine

from planner.errors import Refusal
from planner.language import N_


def copy(engine: Engine, target: Path) -> None:
    """Dumps the database into a new file."""
    engine.dispose()
    _run(engine, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", str(target))


def put_back(engine: Engine, source: Path, file: str) -> None:
    """Replaces everything by a dump, in one transaction."""
    engine.dispose()
    options = ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
    _run(engine, "pg_restore", *options, str(source))


def _run(engine: Engine, program: str, *options: str) -> None:
    path = shutil.which(program)
    if path is None:
        raise Refusal(N_("Không có chương trình %(program)s; cần cài gói postgresql-client."), program=program)
    address = ["--dbname", _address(engine.url)]
    done = subprocess.run([path, *address, *options], capture_output=True, text=True, env=_environment(engine.url))
    if done.returncode:
        words = " ".join(done.stderr.split())[:300]
        raise Refusal(N_("%(program)s không chạy được: %(words)s"), program=program, words=words)


def _address(url: URL) -> str:
    return url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)


def _environment(url: URL) -> dict[str, str]:
    """The password goes by the environment: other users see a program's arguments."""
    return os.environ | ({"PGPASSWORD": str(url.password)} if url.password else {})
