"""What a running `bangviec up` has chosen, for commands that are called beside it on the same data folder."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from bangviec.up.lock import running_at

FILE = "running.json"
SHARED = (
    "BANGVIEC_BASE_URL", "BANGVIEC_TODAY", "BANGVIEC_MAILBOX", "BANGVIEC_SMTP_HOST", "BANGVIEC_SMTP_PORT",
    "BANGVIEC_SMTP_TLS", "BANGVIEC_MAIL_HOURS", "PREFECT_API_URL",
)  # fmt: skip


def note_running(folder: Path, environment: Mapping[str, str]) -> None:
    """Remembers where this folder's servers answer and on which day it lives; no secrets."""
    shared = {key: environment[key] for key in SHARED if environment.get(key)}
    (folder / FILE).write_text(json.dumps(shared, indent=1), encoding="utf-8")


def join_running(folder: Path) -> None:
    """Takes over what the system that runs on this folder has chosen; what the caller set for Bảng Việc wins."""
    file = folder / FILE
    if not file.is_file() or not running_at(folder):
        return
    for key, value in json.loads(file.read_text(encoding="utf-8")).items():
        os.environ.setdefault(key, value)
