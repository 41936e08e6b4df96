"""A run whose process died stays "Running" for ever unless the server is told to miss its heartbeats."""

from datetime import timedelta

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification

NAME = "bangviec: lost runs"
MISSED = timedelta(minutes=10)  # three heartbeats
HEARTBEAT = "prefect.flow-run.heartbeat"
ENDS = {f"prefect.flow-run.{state}" for state in ("Completed", "Failed", "Cancelled", "Crashed")}


def watch_for_lost_runs(client: SyncPrefectClient, missed: timedelta = MISSED) -> None:
    """Lets the server mark a run as crashed when its heartbeats stop before its end; said again it changes nothing."""
    if not client.read_automations_by_name(NAME):
        client.create_automation(_automation(missed))


def _automation(missed: timedelta) -> AutomationCore:
    trigger = EventTrigger(
        after={HEARTBEAT},
        expect={HEARTBEAT, *ENDS},
        match=ResourceSpecification({"prefect.resource.id": ["prefect.flow-run.*"]}),
        for_each={"prefect.resource.id"},
        posture=Posture.Proactive,
        threshold=1,
        within=missed,
    )
    gone = "heartbeats stopped: its process is gone"
    action = ChangeFlowRunState(name=None, state=StateType.CRASHED, message=gone, force=False)
    return AutomationCore(name=NAME, description="", trigger=trigger, actions=[action])
