"""`bangviec up` as a newcomer meets it: it starts, answers, refuses a second one, and leaves nothing behind."""

import contextlib
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import psutil
import pytest

from bangviec.up.ports import free_port
from flows.registry import FLOWS

pytestmark = pytest.mark.system
PATIENCE = 240
DAY = "2026-05-12"  # a Tuesday


class System:
    """A running `bangviec up`, in a process group of its own as under a terminal."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port, self.said = folder, port, ""
        hostile = {
            "PREFECT_API_URL": "http://127.0.0.1:9/api",
            "PREFECT_PROFILE": "nobody",
            "HOME": str(folder / "home"),
        }
        self.process = subprocess.Popen(
            up(folder, port), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
            env=os.environ | hostile,
        )  # fmt: skip

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + PATIENCE
        for line in _lines(self.process.stdout):
            self.said += line
            assert time.monotonic() < deadline, self.said
            if "Ctrl-C" in line:
                return
        raise AssertionError(self.said)

    def end(self, number: int) -> int:
        """Sends a signal and gives the exit code."""
        self.process.send_signal(number)
        assert self.process.stdout
        self.said += self.process.stdout.read()
        return self.process.wait(60)

    def processes(self) -> list[psutil.Process]:
        """Everything that lives with this data folder in its environment, but for the supervisor itself."""
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                ours = process.environ().get("BANGVIEC_DATA") == str(self.folder)
                if ours and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(process)
        return found

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return str(answer.read().decode())


def up(folder: Path, port: int) -> list[str]:
    return [sys.executable, "-m", "bangviec", "up", "--data", str(folder), "--port", str(port), "--today", DAY]


def _lines(stream: IO[str] | None) -> Iterator[str]:
    assert stream
    return iter(stream.readline, "")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("up") / "data"


@pytest.fixture
def system(folder: Path) -> Iterator[System]:
    """The system, started; the first test finds an empty folder, the next ones what it left."""
    system = System(folder, free_port())
    try:
        system.wait_until_ready()
        yield system
    finally:
        if system.process.poll() is None:
            system.end(signal.SIGTERM)


def test_a_first_start_is_alive_and_ctrl_c_ends_everything(system: System) -> None:
    for role in ("Quản trị viên", "Văn phòng", "Ban Thường trực", "Trưởng ban", "Chuyên viên", "Người xem"):
        assert role in system.said
    assert "Bảng Việc" in system.get("/sign-in")
    _schedules_are_planned(system)
    _the_board_is_alive(system.folder)
    assert (system.folder / "mailbox" / "new").is_dir() and list((system.folder / "mailbox" / "new").iterdir())
    assert len(system.processes()) >= 5
    assert system.end(signal.SIGINT) == 0
    assert system.processes() == [] and "Đã dừng" in system.said
    assert not (system.folder / "home").exists()  # nothing of it went into the person's own home


def _schedules_are_planned(system: System) -> None:
    api = re.search(r"Prefect: +(http\S+)", system.said)
    assert api
    body = json.dumps({"flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}}}).encode()
    request = urllib.request.Request(f"{api[1]}/api/flow_runs/filter", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        runs = json.load(answer)
    assert {run["name"].split()[0] for run in runs}
    assert len({run["flow_id"] for run in runs}) == len(FLOWS)


def _the_board_is_alive(folder: Path) -> None:
    with sqlite3.connect(folder / "bangviec.db") as database:
        states = {state for (state,) in database.execute("SELECT DISTINCT state FROM task")}
        kinds = {kind for (kind,) in database.execute("SELECT DISTINCT kind FROM document WHERE file_id IS NOT NULL")}
    assert states >= {"planned", "drafting", "submitted", "approved", "executing", "done", "postponed", "cancelled"}
    assert kinds == {"digest", "reminder"}


def test_others_are_refused_and_killing_it_outright_leaves_no_process(system: System, tmp_path: Path) -> None:
    on_the_same_folder = refused(*up(system.folder, free_port()))
    assert f"http://127.0.0.1:{system.port}" in on_the_same_folder
    on_the_same_port = refused(*up(tmp_path / "other", system.port))
    assert f"Cổng {system.port}" in on_the_same_port and "PORT=" in on_the_same_port
    assert str(system.port) in refused(
        sys.executable, "-m", "bangviec", "restore", "x.zip", BANGVIEC_DATA=str(system.folder)
    )  # fmt: skip
    assert len(system.processes()) >= 5
    system.end(signal.SIGKILL)
    deadline = time.monotonic() + 40
    while system.processes() and time.monotonic() < deadline:
        time.sleep(0.2)
    assert system.processes() == []


def refused(*command: str, **environment: str) -> str:
    """The one sentence with which a command refuses."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ | environment)
    assert done.returncode == 1 and done.stdout == "" and done.stderr.count("\n") == 1
    return done.stderr
