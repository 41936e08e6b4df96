"""Starting after an outage: of the ticks that were missed only the last counts, since each run makes up for all."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterNextScheduledStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.deployments.runner import RunnerDeployment

from flows.lost_runs import watch_for_lost_runs

AT_START = ("roll_over", "publish_feeds")
PAGE = 200


def begin(deployments: Sequence[RunnerDeployment]) -> None:
    """Makes the deployments known to the server, drops missed ticks but the last, asks for what runs at start."""
    with get_client(sync_client=True) as client:
        watch_for_lost_runs(client)
        for deployment in deployments:
            deployment_id = cast(UUID, deployment.apply())  # Prefect's types allow for a coroutine
            drop_missed(client, deployment_id)
            if deployment.flow_name in AT_START:
                client.create_flow_run_from_deployment(deployment_id)


def drop_missed(client: SyncPrefectClient, deployment_id: UUID) -> int:
    """Deletes a deployment's runs whose hour has passed without a start, but for the latest; gives how many."""
    dropped = 0
    while missed := _missed(client, deployment_id)[1:]:
        for run_id in missed:
            client.delete_flow_run(run_id)
        dropped += len(missed)
    return dropped


def _missed(client: SyncPrefectClient, deployment_id: UUID) -> list[UUID]:
    """Runs that should have started by now, the latest first."""
    now: Any = datetime.now(UTC)
    waiting = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED])),
        next_scheduled_start_time=FlowRunFilterNextScheduledStartTime(before_=now),
    )
    runs = client.read_flow_runs(
        deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[deployment_id])), flow_run_filter=waiting,
        sort=FlowRunSort.EXPECTED_START_TIME_DESC, limit=PAGE,
    )  # fmt: skip
    return [run.id for run in runs]
