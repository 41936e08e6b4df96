"""What Prefect says of the flows: the last run of each and the next, asked over HTTP and without Prefect."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.error import URLError

from planner.asking import api_address, call

LATEST = 200


@dataclass(frozen=True, slots=True)
class Run:
    """A run that was or will be: its name, when (UTC), and the state that Prefect gives it."""

    name: str
    at: datetime | None
    state: str


@dataclass(frozen=True, slots=True)
class FlowState:
    """A flow as it is served: whether its schedule is on, its last run and the next one."""

    name: str
    is_paused: bool
    last: Run | None
    next: Run | None


def flow_states() -> list[FlowState] | None:
    """The flows by name; None when Prefect cannot be reached or no address is set. Never raises."""
    api = api_address()
    if not api:
        return None
    try:
        return _states(api)
    except (URLError, OSError, ValueError, KeyError, TypeError):
        return None


def _states(api: str) -> list[FlowState]:
    deployments = call(api, "/deployments/filter", {"limit": LATEST})
    flows = {flow["id"]: flow["name"] for flow in call(api, "/flows/filter", {"limit": LATEST})}
    past = _runs(api, {"state": {"type": {"not_any_": ["SCHEDULED"]}}}, "START_TIME_DESC")
    coming = _runs(api, {"state": {"type": {"any_": ["SCHEDULED"]}}}, "EXPECTED_START_TIME_ASC")
    states = [
        FlowState(
            flows[one["flow_id"]], bool(one.get("paused")), _first(past, one, "start_time"),
            _first(coming, one, "expected_start_time"),
        )
        for one in deployments
    ]  # fmt: skip
    return sorted(states, key=lambda state: state.name)


def _runs(api: str, which: dict[str, Any], order: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = call(api, "/flow_runs/filter", {"flow_runs": which, "sort": order, "limit": LATEST})
    return found


def _first(runs: Iterable[dict[str, Any]], deployment: dict[str, Any], key: str) -> Run | None:
    run = next((run for run in runs if run["deployment_id"] == deployment["id"]), None)
    if run is None:
        return None
    at = datetime.fromisoformat(run[key]) if run.get(key) else None
    return Run(run["name"], at, run.get("state_name") or "")
