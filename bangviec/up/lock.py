"""One running system for a data folder: a lock that the kernel lets go of however the process ends."""

import fcntl
import os
from pathlib import Path
from typing import IO

from planner.errors import Refusal
from planner.language import N_

NAME = "up.lock"


def take_lock(folder: Path, address: str) -> IO[str]:
    """Takes the folder's lock for as long as the file that is given stays open; it says where the system runs."""
    file = (folder / NAME).open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Refusal(
            N_("Bảng Việc đang chạy với thư mục dữ liệu này tại %(address)s."), address=_address(folder)
        ) from None  # fmt: skip
    os.set_inheritable(file.fileno(), False)
    file.truncate(0)
    file.write(address)
    file.flush()
    return file


def running_at(folder: Path) -> str | None:
    """The address of the system that runs with this data folder, or None."""
    try:
        with (folder / NAME).open("r", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return None
    except BlockingIOError:
        return _address(folder)
    return None


def _address(folder: Path) -> str:
    return (folder / NAME).read_text(encoding="utf-8").strip() or "?"
