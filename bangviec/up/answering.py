"""Whether a child answers yet; asked directly, whatever proxy the machine has."""

import json
import socket
import urllib.error
import urllib.request
from typing import Any

from bangviec.up.ports import HOST

_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
SECONDS = 2


def web(url: str) -> bool:
    """Whether an address answers with success."""
    try:
        with _direct.open(url, timeout=SECONDS) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


def port(number: int) -> bool:
    """Whether somebody listens on a port of the loopback address."""
    try:
        socket.create_connection((HOST, number), SECONDS).close()
    except OSError:
        return False
    return True


def schedules(api: str) -> bool:
    """Whether Prefect's server knows runs that are planned: the schedules are alive then, not only registered."""
    body = json.dumps({"flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}}}).encode()
    kind = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{api}/flow_runs/count", body, kind)  # noqa: S310 - our own server
    try:
        with _direct.open(request, timeout=SECONDS) as answer:
            count: Any = json.load(answer)
            return bool(count > 0)
    except (OSError, urllib.error.URLError, ValueError):
        return False
