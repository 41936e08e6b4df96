"""SQLite's online backup: consistent while others write, which a copy of the file is not."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from planner.errors import Refusal
from planner.language import N_

BROKEN = N_("“%(file)s” không phải là bản sao lưu của Bảng Việc, hoặc đã hỏng.")
BUSY_SECONDS = 15


def copy(engine: Engine, target: Path) -> None:
    """Copies the database into a new file."""
    with closing(_open(Path(engine.url.database or ""))) as source, closing(sqlite3.connect(target)) as copied:
        source.backup(copied)
        # A copy of a WAL database would leave its -wal and -shm beside it as soon as somebody looks at it.
        copied.execute("PRAGMA journal_mode=DELETE")


def put_back(engine: Engine, source: Path, file: str) -> None:
    """Writes a copy over the database in one transaction; what was there is kept beside it."""
    _check(source, file)
    target = Path(engine.url.database or "")
    if target.is_file():
        copy(engine, _free_name(target))
    with closing(sqlite3.connect(source)) as kept, closing(_open(target)) as database:
        kept.backup(database)


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_SECONDS)


def _check(source: Path, file: str) -> None:
    try:
        with closing(sqlite3.connect(source)) as kept:
            sound = kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            kept.execute("SELECT count(*) FROM organisation")
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        raise Refusal(BROKEN, file=file)


def _free_name(target: Path) -> Path:
    """bangviec.db → bangviec.before-restore-1.db, -2, …"""
    number = 1
    while (name := target.with_name(f"{target.stem}.before-restore-{number}{target.suffix}")).exists():
        number += 1
    return name
