"""Asking Prefect's API for a run of a flow, without Prefect: best effort, since the flow's next tick heals."""

import base64
import json
import os
import threading
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

DEPLOYMENT = "schedule"
SLOT = 180  # seconds
_last_slot = [0]
SECONDS = 10  # nobody waits for the answer, and a server that is busy starting may take its time


def ask_for(flow: str, key: str, at: datetime | None = None) -> None:
    """Asks for a run of a flow (`publish_feeds`, `deliver`) after a commit; returns at once and never fails.

    Of several that ask with the same key only the first starts a run, now or at an instant. The server is
    BANGVIEC_PREFECT_API_URL or PREFECT_API_URL; without one nothing is asked.
    """
    if api := api_address():
        threading.Thread(target=ask, args=(api, flow, key, at), daemon=True).start()


def ask_to_publish(now: datetime) -> None:
    """Asks that feeds be published when the present three minutes are over: one run for all changes within them.

    A run costs seconds of a processor; a fetch meanwhile builds what is stale by itself.
    """
    slot = int(now.timestamp()) // SLOT
    if slot != _last_slot[0]:
        _last_slot[0] = slot
        ask_for("publish_feeds", f"slot {slot}", datetime.fromtimestamp((slot + 1) * SLOT, UTC))


def ask(api: str, flow: str, key: str, at: datetime | None = None) -> str | None:
    """The id of the run that was asked for, or None when the server did not give one."""
    body: dict[str, Any] = {"idempotency_key": f"{flow}:{key}"}
    if at is not None:
        body["state"] = {"type": "SCHEDULED", "state_details": {"scheduled_time": at.isoformat()}}
    try:
        answer = call(api, f"/deployments/{_deployment(api, flow)}/create_flow_run", body)
        return str(answer["id"])
    except (URLError, OSError, ValueError, KeyError):
        _deployment.cache_clear()
        return None


def api_address() -> str:
    """The address of Prefect's API, or nothing when none is set."""
    address = os.environ.get("BANGVIEC_PREFECT_API_URL") or os.environ.get("PREFECT_API_URL", "")
    return address.rstrip("/") if address.startswith(("http://", "https://")) else ""


@cache
def _deployment(api: str, flow: str) -> str:
    return str(call(api, f"/deployments/name/{quote(flow)}/{DEPLOYMENT}")["id"])


def call(api: str, path: str, body: dict[str, Any] | None = None) -> Any:
    """What Prefect's API answers, as JSON. Raises URLError, OSError or ValueError when it does not."""
    data = None if body is None else json.dumps(body).encode()
    request = Request(api + path, data, {"Content-Type": "application/json", **_authorization()})  # noqa: S310
    with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - the address is the operator's own setting
        return json.load(answer)


def _authorization() -> dict[str, str]:
    secret = os.environ.get("PREFECT_API_AUTH_STRING")
    return {"Authorization": "Basic " + base64.b64encode(secret.encode()).decode()} if secret else {}
