"""What the administrator's page is told of the flows, by a real Prefect server."""

import pytest

from planner.asking import ask
from planner.watching import flow_states

pytestmark = pytest.mark.system


@pytest.fixture
def api(prefect_server: None, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a server that knows the schedules."""
    from prefect.settings import PREFECT_API_URL

    from flows.schedules import deployments

    for deployment in deployments():
        deployment.apply()
    address = str(PREFECT_API_URL.value())
    monkeypatch.setenv("BANGVIEC_PREFECT_API_URL", address)
    return address


def test_every_flow_is_told_with_its_next_run(api: str) -> None:
    from flows.schedules import SCHEDULES

    assert ask(api, "deliver", "for the page")
    states = {state.name: state for state in flow_states() or []}
    assert set(states) == set(SCHEDULES)
    coming = states["deliver"].next
    assert coming is not None
    assert coming.at is not None
    assert coming.at.tzinfo is not None


def test_no_server_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_PREFECT_API_URL", "http://127.0.0.1:9/api")
    assert flow_states() is None
    monkeypatch.delenv("BANGVIEC_PREFECT_API_URL")
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    assert flow_states() is None
