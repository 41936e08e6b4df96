"""`python -m planner.reading [FD] < request > answer`: reads one document from outside in a process of its own.

The request is a line of JSON {"file_name", "years"} and then the document's bytes. The answer is JSON: {"draft"} as
`draft_to_json` keeps it, or {"refusal": {"message", "values"}}; exit 0 with both. Anything else is a crash.
On the file descriptor FD a line of JSON ["rows", done, total] says now and then how far the reading has come.
"""

import ctypes
import json
import os
import resource
import sys
import time
from contextlib import nullcontext, suppress
from typing import Any

from planner.errors import Refusal
from planner.period import Years
from planner.reading import draft_to_json, read_document
from planner.reading.meanings import choices_from_json
from planner.reading.progress import Progress, told_to

MEMORY = 1 << 30  # bytes of address space
CPU_SECONDS = 50
WRITTEN = 64 << 20  # bytes of a file that the reader of old Word files needs
_BETWEEN = 0.1  # seconds between two words about the progress
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of unshare(2)


def confine() -> None:
    """Nothing that a document holds may take the machine, write a file or reach the network."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN, WRITTEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _leave_network()


def _leave_network() -> bool:
    """Moves into an empty network namespace where the system allows it; Linux may allow it only to root."""
    try:
        unshare = ctypes.CDLL(None).unshare
    except (OSError, AttributeError):
        return False
    return any(unshare(flags) == 0 for flags in (_NEW_NET, _NEW_USER | _NEW_NET))


def answer(request: bytes) -> dict[str, Any]:
    """What is answered to a request."""
    head, _, content = request.partition(b"\n")
    asked = json.loads(head)
    years = Years(*asked["years"]) if asked["years"] else None
    try:
        columns = choices_from_json(asked.get("columns"))
        return {"draft": draft_to_json(read_document(content, asked["file_name"], years, columns))}
    except Refusal as refusal:
        return {"refusal": {"message": str(refusal.message), "values": refusal.values}}


class Teller:
    """Writes progress to a file descriptor, a few times a second; a full pipe loses a line and stops nothing."""

    def __init__(self, pipe: int) -> None:
        self._pipe, self._last = pipe, 0.0
        os.set_blocking(pipe, False)

    def __call__(self, progress: Progress) -> None:
        if (now := time.monotonic()) - self._last < _BETWEEN:
            return
        self._last = now
        with suppress(OSError):  # nobody listens any more, or not fast enough
            os.write(self._pipe, json.dumps([progress.step, progress.done, progress.total]).encode() + b"\n")


def main() -> int:
    request = sys.stdin.buffer.read()
    confine()
    with told_to(Teller(int(sys.argv[1]))) if len(sys.argv) > 1 else nullcontext():
        said = answer(request)
    text = json.dumps(said, ensure_ascii=False, default=str)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
