"""However the supervisor ends, its children end too."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from bangviec.up.children import Child, Family
from bangviec.up.supervisor import Ports, Supervisor
from planner.errors import Refusal

# A child with a child of its own that does not care for SIGTERM.
STUBBORN = """
import subprocess, sys, time
child = "import signal, time; signal.signal(15, signal.SIG_IGN); print('ready', flush=True); time.sleep(600)"
subprocess.Popen([sys.executable, "-c", child])
time.sleep(600)
"""


def sleeper(name: str, code: str = "import time; time.sleep(600)") -> Child:
    return Child(name, f"Chương trình {name}", [sys.executable, "-c", code], lambda: True)


@pytest.fixture
def family(tmp_path: Path) -> Family:
    (tmp_path / "log").mkdir()
    return Family(tmp_path, os.environ)


def members(group: int) -> list[psutil.Process]:
    """The living processes of a group."""
    found = []
    for process in psutil.process_iter(["status"]):
        try:
            if os.getpgid(process.pid) == group and process.info["status"] != psutil.STATUS_ZOMBIE:
                found.append(process)
        except (ProcessLookupError, PermissionError):
            continue
    return found


def wait_until(true: Callable[[], bool], seconds: float = 15) -> bool:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


def test_stopping_ends_children_and_what_they_left_behind(family: Family, tmp_path: Path) -> None:
    family.start(sleeper("one"))
    family.start(sleeper("two", STUBBORN))
    groups = [child.group for child in family.children]
    assert wait_until(lambda: "ready" in (tmp_path / "log" / "two.log").read_text())
    assert len(members(groups[1])) == 2
    guardian = family.guardian
    family.stop()
    assert [members(group) for group in groups] == [[], []]
    assert guardian and guardian.poll() == 0


def test_a_child_that_ends_is_named_with_its_log(family: Family) -> None:
    family.start(sleeper("one"))
    family.start(sleeper("two", "raise SystemExit(3)"))
    assert family.children[1].process
    family.children[1].process.wait(15)
    try:
        with pytest.raises(Refusal, match=r"Chương trình two đã dừng.*two\.log"):
            family.refuse_dead()
    finally:
        family.stop()


def test_a_child_that_never_answers_is_not_waited_for_for_ever(family: Family) -> None:
    child = sleeper("mute")
    child.answers = lambda: False
    family.start(child)
    try:
        with pytest.raises(Refusal, match="không trả lời"):
            family.wait_for(child, 0.3)
    finally:
        family.stop()


def test_the_supervisor_stops_watching_when_a_child_is_lost(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    supervisor = Supervisor(tmp_path, Ports(1, 2, 3), "key")
    supervisor.family.start(sleeper("web", "import time; time.sleep(0.5)"))
    try:
        with pytest.raises(Refusal, match=r"web\.log"):
            supervisor.watch()
    finally:
        supervisor.family.stop()


def test_one_that_is_to_end_may_end(family: Family) -> None:
    try:
        assert family.run_once(sleeper("good", "pass"))
        assert not family.run_once(sleeper("bad", "raise SystemExit(1)"))
        family.refuse_dead()
    finally:
        family.stop()


def test_killing_the_supervisor_ends_its_children(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    code = f"""
import os, sys, time
from pathlib import Path
from bangviec.up.children import Child, Family
family = Family(Path({str(tmp_path)!r}), os.environ)
family.start(Child("one", "one", [sys.executable, "-c", {STUBBORN!r}], lambda: True))
print(family.children[0].group, family.guardian.pid, flush=True)
time.sleep(600)
"""
    supervisor = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert supervisor.stdout
    group, guardian = map(int, supervisor.stdout.readline().split())
    assert wait_until(lambda: "ready" in (tmp_path / "log" / "one.log").read_text())
    supervisor.send_signal(signal.SIGKILL)
    supervisor.wait(10)
    assert wait_until(lambda: not members(group), 20)
    assert wait_until(lambda: not members(guardian), 20)
