"""The logs of the children: what they say comes through a pipe, so that a full file can be turned between two lines."""

import io
import logging
import os
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO

from planner.errors import Refusal
from planner.language import N_

WRONG_SIZE = N_("BANGVIEC_LOG_MB phải là một số lớn hơn 0; hiện là “%(value)s”.")
USUAL_MB, MEGABYTE = 10.0, 1_000_000
KEPT = 4  # older files beside the one that grows: web.log.1 … web.log.4
LONGEST = 64_000  # characters that are read at once: a line without an end must not fill the memory


def log_size() -> int:
    """At how many bytes a log turns (`BANGVIEC_LOG_MB`). Refuses a setting that is no size."""
    value = os.environ.get("BANGVIEC_LOG_MB", "").strip()
    try:
        size = float(value or USUAL_MB) * MEGABYTE
    except ValueError:
        raise Refusal(WRONG_SIZE, value=value) from None
    if not 1 <= size < float("inf"):
        raise Refusal(WRONG_SIZE, value=value)
    return int(size)


class _Log(RotatingFileHandler):
    """Takes text as it came. A full disk costs lines, never the program that says them."""

    terminator = ""

    def __init__(self, file: Path, size: int) -> None:
        super().__init__(file, maxBytes=size, backupCount=KEPT, encoding="utf-8", errors="backslashreplace")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        pass


def keep(output: IO[bytes], file: Path, size: int) -> threading.Thread:
    """Writes a program's output to its log until the program, and what it left behind, has closed it."""
    log = _Log(file, size)
    thread = threading.Thread(target=_copy, args=(output, log), name=f"log {file.name}", daemon=True)
    thread.start()
    return thread


def _copy(output: IO[bytes], log: _Log) -> None:
    with io.TextIOWrapper(output, encoding="utf-8", errors="backslashreplace", newline="\n") as lines:
        while text := lines.readline(LONGEST):
            log.emit(logging.makeLogRecord({"msg": text}))
    log.close()
