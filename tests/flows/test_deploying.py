"""What the server is told: schedules for a work pool, and which missed ticks still count."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from planner.errors import Refusal

pytestmark = pytest.mark.usefixtures("prefect_server")


@pytest.fixture
def client() -> Iterator[Any]:
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        yield client


def test_a_work_pool_gets_every_flow_with_its_schedule(client: Any) -> None:
    from prefect.client.schemas.actions import WorkPoolCreate

    from flows.deploying import deploy
    from flows.schedules import SCHEDULES

    client.create_work_pool(WorkPoolCreate(name="van-phong", type="process"))
    expected = {f"{name}/schedule" for name in SCHEDULES}
    assert set(deploy("van-phong")) == expected
    assert set(deploy("van-phong")) == expected
    deployments = [d for d in client.read_deployments() if d.work_pool_name == "van-phong"]
    assert len(deployments) == len(SCHEDULES)
    crons = {d.entrypoint: (d.schedules[0].schedule.cron, d.schedules[0].schedule.timezone) for d in deployments}
    assert crons["flows.roll_over.roll_over"] == ("5 0 * * *", "Asia/Ho_Chi_Minh")
    assert crons["flows.tell_people.tell_people"] == ("*/5 7-18 * * *", "Asia/Ho_Chi_Minh")
    assert crons["flows.send_reminders.send_reminders"] == ("30 7 * * *", "Asia/Ho_Chi_Minh")


def test_a_work_pool_that_is_not_there_is_refused() -> None:
    from flows.deploying import deploy

    with pytest.raises(Refusal, match="chưa có work pool “không-có”"):
        deploy("không-có")


def test_of_the_missed_ticks_only_the_last_still_runs(client: Any) -> None:
    from prefect.states import Scheduled

    from flows.catching_up import drop_missed
    from flows.registry import FLOWS

    deployment_id: Any = FLOWS["deliver"].to_deployment("missed").apply()
    now = datetime.now(UTC)
    hours = [-5, -4, -3, -2, 1]
    for hour in hours:
        state = Scheduled(scheduled_time=now + timedelta(hours=hour))
        client.create_flow_run_from_deployment(deployment_id, state=state)
    assert drop_missed(client, deployment_id) == 3
    assert drop_missed(client, deployment_id) == 0
    left = sorted(round((when - now).total_seconds() / 3600) for when in waiting(client, deployment_id))
    assert left == [-2, 1]


def waiting(client: Any, deployment_id: UUID) -> list[datetime]:
    from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterId

    runs = client.read_flow_runs(deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[deployment_id])))
    return [run.expected_start_time for run in runs]


def test_the_server_is_told_once_to_miss_heartbeats(client: Any) -> None:
    from flows.lost_runs import BEGINNING, HEARTBEAT, NAME, watch_for_lost_runs

    watch_for_lost_runs(client)
    watch_for_lost_runs(client)
    (told,) = client.read_automations_by_name(NAME)
    assert told.trigger.after == {BEGINNING, HEARTBEAT}


def test_what_an_earlier_version_told_the_server_is_replaced(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows import lost_runs

    for one in client.read_automations_by_name(lost_runs.NAME):
        client.delete_automation(one.id)
    with monkeypatch.context() as earlier:
        earlier.setattr(lost_runs, "BEGINNING", lost_runs.HEARTBEAT)
        lost_runs.watch_for_lost_runs(client)
    lost_runs.watch_for_lost_runs(client)
    (told,) = client.read_automations_by_name(lost_runs.NAME)
    assert told.trigger.after == {lost_runs.BEGINNING, lost_runs.HEARTBEAT}


@pytest.mark.parametrize(("name", "state"), [("deliver", "Cancelled"), ("monthly_digest", "AwaitingConcurrencySlot")])
def test_while_a_run_is_at_work_the_next_gives_way_or_waits(client: Any, name: str, state: str) -> None:
    from prefect.states import Completed, Pending

    from flows.schedules import deployments

    (deployment_id,) = [d.apply() for d in deployments() if d.flow_name == name]
    first, second, third = (client.create_flow_run_from_deployment(deployment_id).id for _ in range(3))
    assert client.set_flow_run_state(first, Pending()).status.name == "ACCEPT"
    client.set_flow_run_state(second, Pending())
    assert client.read_flow_run(second).state.name == state
    client.set_flow_run_state(first, Completed(), force=True)
    assert client.set_flow_run_state(third, Pending()).status.name == "ACCEPT"
    client.set_flow_run_state(third, Completed(), force=True)


def test_every_flow_is_told_apart_by_its_tags() -> None:
    from flows.schedules import deployments

    assert {d.flow_name: d.tags for d in deployments()}["periodic_reports"] == ["bangviec", "báo cáo"]
    assert all(d.tags[0] == "bangviec" and d.concurrency_limit == 1 for d in deployments())
