"""`python -m planner.reading < request > answer`: reads one document from outside in a process of its own.

The request is a line of JSON {"file_name", "years"} and then the document's bytes. The answer is JSON: {"draft"} as
`draft_to_json` keeps it, or {"refusal": {"message", "values"}}; exit 0 with both. Anything else is a crash.
"""

import ctypes
import json
import resource
import sys
from typing import Any

from planner.errors import Refusal
from planner.period import Years
from planner.reading import draft_to_json, read_document

MEMORY = 1 << 30  # bytes of address space
CPU_SECONDS = 50
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of unshare(2)


def confine() -> None:
    """Nothing that a document holds may take the machine, write a file or reach the network."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
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
        return {"draft": draft_to_json(read_document(content, asked["file_name"], years))}
    except Refusal as refusal:
        return {"refusal": {"message": str(refusal.message), "values": refusal.values}}


def main() -> int:
    request = sys.stdin.buffer.read()
    confine()
    text = json.dumps(answer(request), ensure_ascii=False, default=str)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
