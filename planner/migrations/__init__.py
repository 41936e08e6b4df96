"""Brings a database to the tables of this version: SQLite or PostgreSQL, also when two processes start at once."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from planner.database import WRITE
from planner.errors import Refusal
from planner.language import N_

FOLDER = Path(__file__).parent
LOCK = 0x42566965  # any number of our own, for PostgreSQL's advisory lock


def upgrade(engine: Engine) -> bool:
    """Upgrades to the newest revision and says whether anything was done.

    Refuses a database that a newer version of the program has already upgraded.
    """
    newest = _newest()
    with engine.connect() as connection:
        if _revision(connection) == newest:
            return False
    with engine.connect() as connection:
        _enforce_foreign_keys(connection, False)
        try:
            with connection.execution_options(**WRITE).begin():
                _upgrade_alone(connection)
        finally:
            _enforce_foreign_keys(connection, True)
    return True


def configuration(connection: Connection) -> Config:
    """Alembic's own configuration; there is no alembic.ini."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def _newest() -> str:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return ScriptDirectory.from_config(config).get_current_head() or ""


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade_alone(connection: Connection) -> None:
    """SQLite's write lock is held already; PostgreSQL's is taken here, so that a second starter waits."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    _refuse_newer(_revision(connection))
    command.upgrade(configuration(connection), "head")
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RuntimeError("the upgrade left rows that point nowhere")


def _refuse_newer(revision: str | None) -> None:
    known = {file.name.split("_")[0] for file in (FOLDER / "versions").glob("[0-9]*.py")}
    if revision is not None and revision not in known:
        raise Refusal(N_("Cơ sở dữ liệu thuộc phiên bản mới hơn của Bảng Việc. Vui lòng cập nhật phần mềm."))


def _enforce_foreign_keys(connection: Connection, on: bool) -> None:
    """SQLite changes a table by copying it, and with foreign keys enforced that would delete every child row.

    The switch only works outside a transaction, so it goes straight to the driver.
    """
    if connection.dialect.name == "sqlite":
        raw: Any = connection.connection.driver_connection
        raw.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")
