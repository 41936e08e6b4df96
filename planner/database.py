"""The engine and its sessions. SQLite runs in WAL with a busy timeout and takes its write lock at BEGIN."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session

WRITE = {"bangviec_write": True}
BUSY_SECONDS = 15


def make_engine(url: str, **options: Any) -> Engine:
    """An engine for a SQLAlchemy URL (sqlite:///… or postgresql+psycopg://…)."""
    engine = create_engine(url, **engine_options(url), **options)
    prepare(engine)
    return engine


def engine_options(url: str) -> dict[str, Any]:
    """What create_engine takes for this URL."""
    return {"connect_args": {"timeout": BUSY_SECONDS}} if url.startswith("sqlite") else {"pool_pre_ping": True}


def prepare(engine: Engine) -> None:
    """Sets up an engine's connections; needed once for each engine that make_engine did not make."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)


def _on_connect(raw: Any, _record: Any) -> None:
    raw.isolation_level = None  # the driver's own BEGIN comes too late to take the write lock
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", f"busy_timeout={BUSY_SECONDS * 1000}"):
        raw.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    # A transaction that reads first and writes later can fail at once when another wrote in between.
    write = connection.get_execution_options().get("bangviec_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def begin_write(session: Session) -> None:
    """Makes this session's transaction a writing one; call it before its first statement."""
    session.connection(execution_options=WRITE)


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session in one writing transaction: committed at the end, rolled back when anything is raised."""
    with Session(engine, expire_on_commit=False) as session:
        begin_write(session)
        yield session
        session.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session for reading only."""
    with Session(engine, expire_on_commit=False, autoflush=False) as session:
        yield session
