"""What Prefect says of the flows: the last run of each and the next, asked over HTTP and without Prefect."""

from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPException
from typing import Any
from urllib.error import URLError

from planner.asking import api_address, call
from planner.flow_names import FLOW_LABELS

MOST = 200
ORDER = {name: at for at, name in enumerate(FLOW_LABELS)}
# A run that gave way to another never began; it says nothing of what the flow did.
BEGUN = {"state": {"type": {"not_any_": ["SCHEDULED"]}}, "start_time": {"is_null_": False}}
COMING = {"state": {"type": {"any_": ["SCHEDULED"]}}}
OWN_SENTENCES = ("Completed", "Failed")
NOT_OURS = "Flow run encountered an exception"


@dataclass(frozen=True, slots=True)
class Run:
    """A run that was or will be: its name, when (UTC), the state that Prefect gives it, the flow's own sentence."""

    name: str
    at: datetime | None
    state: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class FlowState:
    """A flow as it is served: whether its schedule is on, its last run and the next one."""

    name: str
    is_paused: bool
    last: Run | None
    next: Run | None


def flow_states() -> list[FlowState] | None:
    """The flows in their usual order; None when Prefect cannot be reached or no address is set. Never raises."""
    api = api_address()
    if not api:
        return None
    try:
        return _states(api)
    except (URLError, HTTPException, OSError, ValueError, KeyError, TypeError):
        return None


def _states(api: str) -> list[FlowState]:
    flows = {flow["id"]: flow["name"] for flow in call(api, "/flows/filter", {"limit": MOST})}
    states = [
        FlowState(
            flows[one["flow_id"]], bool(one.get("paused")), _first(api, one, BEGUN, "START_TIME_DESC", "start_time"),
            _first(api, one, COMING, "EXPECTED_START_TIME_ASC", "expected_start_time"),
        )
        for one in call(api, "/deployments/filter", {"limit": MOST})
    ]  # fmt: skip
    return sorted(states, key=lambda state: (ORDER.get(state.name, len(ORDER)), state.name))


def _first(api: str, deployment: dict[str, Any], which: dict[str, Any], order: str, time: str) -> Run | None:
    """Asked for each flow by itself: among the latest runs of all, those every other minute leave no room."""
    body = {"deployments": {"id": {"any_": [deployment["id"]]}}, "flow_runs": which, "sort": order, "limit": 1}
    runs = call(api, "/flow_runs/filter", body)
    return _run(runs[0], time) if runs else None


def _run(run: dict[str, Any], time: str) -> Run:
    at = datetime.fromisoformat(run[time]) if run.get(time) else None
    state, said = run.get("state_name") or "", (run.get("state") or {}).get("message") or ""
    is_own = state in OWN_SENTENCES and not said.startswith(NOT_OURS)
    return Run(run["name"], at, state, said if is_own else "")
