"""Settings that every process shares, from the environment (BANGVIEC_*)."""

import os
import re
from pathlib import Path


def data_folder() -> Path:
    """Where a single machine keeps its database and mailbox."""
    return Path(os.environ.get("BANGVIEC_DATA", "var/data")).resolve()


def database_url() -> str:
    """The SQLAlchemy URL of the office's own database; SQLite in the data folder unless told otherwise."""
    told = os.environ.get("BANGVIEC_DATABASE_URL")
    return with_driver(told) if told else f"sqlite:///{data_folder() / 'bangviec.db'}"


def with_driver(url: str) -> str:
    """A PostgreSQL address as servers give it (`postgresql://…`, `postgres://…`), with the driver that is installed."""
    return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", url)


def base_url() -> str:
    """The address under which people reach the pages, without a slash at the end."""
    return os.environ.get("BANGVIEC_BASE_URL", "http://127.0.0.1:8080").rstrip("/")


def mailbox_folder() -> str:
    """The Maildir on this machine that keeps mail instead of its reaching anybody (a trial); empty where it is sent."""
    return os.environ.get("BANGVIEC_MAILBOX", "")
