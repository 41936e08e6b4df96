"""`python -m flows` against a real Prefect server: future runs exist, asked-for runs run, a stop pauses nothing."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from office import make_office
from prefect_server import child, running_server
from sqlalchemy import select
from sqlalchemy.orm import Session

from bangviec.up.prefect import KEEPING
from planner.asking import ask
from planner.database import make_engine
from planner.models import Task

pytestmark = pytest.mark.system

NAMES = {"deliver", "monthly_digest", "periodic_reports", "publish_feeds", "roll_over", "send_reminders", "tell_people"}


@dataclass
class Server:
    """A running Prefect server and the environment for what talks to it."""

    api: str
    environment: dict[str, str]

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """Prefect answers late or 503 while its SQLite is busy; its own clients ask again then, and so does this."""
        request = Request(self.api + path, json.dumps(body).encode(), {"Content-Type": "application/json"})
        deadline = time.monotonic() + 60
        while True:
            try:
                with urlopen(request, timeout=20) as answer:
                    return json.load(answer)
            except (HTTPError, TimeoutError) as error:
                busy = isinstance(error, TimeoutError) or error.code == 503
                if not busy or time.monotonic() > deadline:
                    raise
            time.sleep(0.5)

    def runs(self, *states: str) -> list[dict[str, Any]]:
        body = {"flow_runs": {"state": {"type": {"any_": list(states)}}}, "limit": 200}
        return self.post("/flow_runs/filter", body)  # type: ignore[no-any-return]


def until(found: Callable[[], Any], seconds: float = 120) -> Any:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if result := found():
                return result
        except (URLError, TimeoutError):
            pass
        time.sleep(0.3)
    raise AssertionError("it did not happen in time")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> str:
    """One office for the module, since a Prefect server takes long to start."""
    url = f"sqlite:///{shutil.copy(empty_database, tmp_path_factory.mktemp('office') / 'bangviec.db')}"
    engine = make_engine(url)
    with Session(engine) as session:
        make_office(session)
        session.commit()
    engine.dispose()
    return url


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, database: str) -> Iterator[Server]:
    settings = {
        "PREFECT_RUNNER_POLL_FREQUENCY": "2", "PREFECT_WORKER_QUERY_SECONDS": "2", **KEEPING,
        "PREFECT_SERVER_SERVICES_DB_VACUUM_LOOP_SECONDS": "3",
        "BANGVIEC_DATABASE_URL": database, "BANGVIEC_TODAY": "2026-05-11",
    }  # fmt: skip
    with running_server(tmp_path_factory.mktemp("server"), settings) as environment:
        yield Server(environment["PREFECT_API_URL"], environment)


def by_deployment(runs: list[dict[str, Any]]) -> dict[str, set[str]]:
    """The runs' scheduled times by their deployments' ids."""
    found: dict[str, set[str]] = {}
    for run in runs:
        found.setdefault(run["deployment_id"], set()).add(run["expected_start_time"])
    return found


def test_the_served_schedules_live(server: Server, database: str, tmp_path: Path) -> None:
    with child([sys.executable, "-m", "flows"], server.environment, tmp_path / "flows.log") as flows:
        ids = until(lambda: names(server) if set(names(server)) == NAMES else None)
        for name in sorted(NAMES):
            assert len(until(lambda name=name: future(server, ids[name]))) >= 2, name

        # At its start it rolls over, so a machine that was off over midnight does not wait for the next one.
        until(lambda: state_of(database, "1") == "drafting")

        first = until(lambda: ask(server.api, "deliver", "mail-1"))
        assert until(lambda: ask(server.api, "deliver", "mail-1")) == first
        assert until(lambda: ask(server.api, "deliver", "mail-2")) != first
        # One that meets another gives way to it.
        until(lambda: first in {run["id"] for run in server.runs("COMPLETED", "CANCELLED")})
        until(lambda: ids["deliver"] in {run["deployment_id"] for run in server.runs("COMPLETED")})

        flows.send_signal(signal.SIGTERM)
        assert flows.wait(30) is not None
    deployments = server.post("/deployments/filter", {})
    assert [d["name"] for d in deployments if d["paused"]] == []
    assert all(schedule["active"] for d in deployments for schedule in d["schedules"])
    zones = {schedule["schedule"]["timezone"] for d in deployments for schedule in d["schedules"]}
    assert zones == {"Asia/Ho_Chi_Minh"}


def names(server: Server) -> dict[str, str]:
    """The deployments' ids by their flows' names."""
    flows = {flow["id"]: flow["name"] for flow in server.post("/flows/filter", {})}
    return {flows[d["flow_id"]]: d["id"] for d in server.post("/deployments/filter", {})}


def future(server: Server, deployment_id: str) -> set[str] | None:
    found = by_deployment(server.runs("SCHEDULED")).get(deployment_id, set())
    return found if len(found) >= 2 else None


def state_of(database: str, number: str) -> str:
    engine = make_engine(database)
    try:
        with Session(engine) as session:
            return session.scalars(select(Task.state).where(Task.number == number)).one()
    finally:
        engine.dispose()


def test_a_worker_of_a_pool_runs_what_was_deployed_to_it(server: Server, tmp_path: Path) -> None:
    worker = [sys.executable, "-m", "prefect", "worker", "start", "--pool", "van-phong", "--type", "process"]
    bangviec = [sys.executable, "-m", "bangviec", "deploy", "--pool", "van-phong"]
    with child(worker, server.environment, tmp_path / "worker.log"):
        until(lambda: server.post("/work_pools/filter", {}))
        done = subprocess.run(bangviec, env=server.environment, capture_output=True, text=True, timeout=120)
        assert (done.returncode, done.stderr) == (0, "")
        soon = datetime.now(UTC) + timedelta(seconds=1)
        asked = until(lambda: ask(server.api, "publish_feeds", "from the worker's test", soon))
        until(lambda: asked in {run["id"] for run in server.runs("COMPLETED")}, 120)


def test_runs_are_forgotten_after_three_weeks(server: Server) -> None:
    flow = server.post("/flows/", {"name": "remembered"})["id"]
    state = {"type": "COMPLETED", "name": "Completed"}
    ids = {
        days: server.post("/flow_runs/", {"flow_id": flow, "name": f"{days} days ago", "state": state})["id"]
        for days in (22, 20)
    }
    with closing(sqlite3.connect(Path(server.environment["PREFECT_HOME"]) / "prefect.db", timeout=60)) as database:
        for days, run_id in ids.items():
            ended = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%d %H:%M:%S.%f")
            changed = database.execute(
                "UPDATE flow_run SET end_time = ? WHERE replace(id, '-', '') = ?", (ended, run_id.replace("-", ""))
            )
            assert changed.rowcount == 1
        database.commit()
    until(lambda: ids[22] not in {run["id"] for run in server.runs("COMPLETED")}, 60)
    assert ids[20] in {run["id"] for run in server.runs("COMPLETED")}


def test_without_a_server_it_says_what_to_set() -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_API")}
    done = subprocess.run([sys.executable, "-m", "flows"], env=environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr.strip()) == (
        1,
        "Chưa có địa chỉ máy chủ Prefect: cần đặt PREFECT_API_URL.",
    )


LOST = """
import time
from datetime import timedelta
from prefect import flow
from prefect.client.orchestration import get_client
from flows.lost_runs import watch_for_lost_runs

with get_client(sync_client=True) as client:
    for automation in client.read_automations_by_name("bangviec: lost runs"):
        client.delete_automation(automation.id)
    watch_for_lost_runs(client, timedelta(seconds=35))

@flow(name="lost")
def lost():
    time.sleep(600)

lost()
"""


@pytest.mark.long
@pytest.mark.parametrize("lived", [0, 5])  # seconds: until before its first heartbeat, and after it
def test_a_run_whose_process_was_killed_is_told_as_crashed(server: Server, tmp_path: Path, lived: int) -> None:
    environment = server.environment | {"PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30"}
    with child([sys.executable, "-c", LOST], environment, tmp_path / "lost.log"):
        (run,) = until(lambda: [r for r in server.runs("RUNNING") if r["name"] and "lost" in flow_of(server, r)])
        time.sleep(lived)
    until(lambda: run["id"] in {r["id"] for r in server.runs("CRASHED")}, 180)


def flow_of(server: Server, run: dict[str, Any]) -> str:
    return {flow["id"]: str(flow["name"]) for flow in server.post("/flows/filter", {})}[run["flow_id"]]
