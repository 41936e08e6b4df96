"""A run whose process died stays "Running" for ever unless the server is told to miss its heartbeats."""

from datetime import timedelta

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification

NAME = "bangviec: lost runs"
MISSED = timedelta(minutes=10)  # three heartbeats
BEGINNING = "prefect.flow-run.Running"  # a run may die before its first heartbeat
HEARTBEAT = "prefect.flow-run.heartbeat"
ENDS = {f"prefect.flow-run.{state}" for state in ("Completed", "Failed", "Cancelled", "Crashed")}


def watch_for_lost_runs(client: SyncPrefectClient, missed: timedelta = MISSED) -> None:
    """Lets the server mark a run as crashed when its heartbeats stop before its end; said again it changes nothing."""
    found = client.read_automations_by_name(NAME)
    earlier = [one for one in found if not _watches_from_the_beginning(one)]
    for one in earlier:  # as an earlier version of this program told it
        client.delete_automation(one.id)
    if len(found) == len(earlier):
        client.create_automation(_automation(missed))


def _watches_from_the_beginning(automation: AutomationCore) -> bool:
    return isinstance(automation.trigger, EventTrigger) and BEGINNING in automation.trigger.after


def _automation(missed: timedelta) -> AutomationCore:
    trigger = EventTrigger(
        after={BEGINNING, HEARTBEAT},
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
