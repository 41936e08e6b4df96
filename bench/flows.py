"""What a run costs that finds nothing to do: of a flow as a command, and of one served by a real Prefect server."""

import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bangviec.up.prefect import prefect_settings, without_prefect
from bench.office import TODAY, fill
from bench.reading import run_measured
from planner.asking import ask, call
from planner.base import Base
from planner.database import make_engine

NAMES = ("deliver", "roll_over", "monthly_digest")
ROUNDS = 5
TASKS = 500
PATIENCE = 300.0
TICKS = os.sysconf("SC_CLK_TCK")
Settings = dict[str, str]


def measure() -> None:
    """Prints the table. CPU seconds and MB count; the elapsed ones depend on what else the machine does."""
    print(f"\n{'a run with nothing to do':<34} {'seconds':>8} {'CPU s':>6} {'MB':>6}")
    with TemporaryDirectory() as folder:
        settings = _settings(Path(folder))
        _fill(settings)
        for name in NAMES:
            _show(f"{name}, by hand", *_by_hand(name, settings))
        with _served(Path(folder), settings) as (server, flows):
            for name in NAMES:
                _show(f"{name}, served", *_served_runs(settings["PREFECT_API_URL"], flows.pid, name))
            for label, process in (("Prefect's server", server), ("what serves the flows", flows)):
                print(f"{label:<34} {'':>8} {'':>6} {_peak(process.pid):6.0f}")


def _settings(folder: Path) -> Settings:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"BANGVIEC_DATABASE_URL": f"sqlite:///{folder / 'bench.db'}", "BANGVIEC_TODAY": TODAY.isoformat()}
    return without_prefect(os.environ) | prefect_settings(folder, port) | own


def _fill(settings: Settings) -> None:
    """An office of so many tasks, for which the day has been done already."""
    engine = make_engine(settings["BANGVIEC_DATABASE_URL"])
    Base.metadata.create_all(engine)
    fill(engine, TASKS)
    engine.dispose()
    for name in NAMES:
        subprocess.run(_command(name), env=_alone(settings), capture_output=True, check=True)


def _command(name: str) -> list[str]:
    return [sys.executable, "-c", f"from flows.by_hand import run; print(run({name!r}))"]


def _alone(settings: Settings) -> Settings:
    return {key: value for key, value in settings.items() if key != "PREFECT_API_URL"}


def _by_hand(name: str, settings: Settings) -> tuple[float, float, float]:
    """The quickest of some processes: seconds, CPU seconds, peak MB."""
    return min(run_measured(_command(name), _alone(settings)) for _ in range(3))


@contextmanager
def _served(folder: Path, settings: Settings) -> Iterator[tuple["subprocess.Popen[bytes]", "subprocess.Popen[bytes]"]]:
    port = settings["PREFECT_API_URL"].split(":")[-1].split("/")[0]
    server = [sys.executable, "-m", "bangviec.up.prefect_server", "start", "--host", "127.0.0.1", "--port", port]
    with (folder / "log").open("wb") as log:
        first = subprocess.Popen(server, env=settings, stdout=log, stderr=log)
        second = subprocess.Popen([sys.executable, "-m", "flows"], env=settings, stdout=log, stderr=log)
        try:
            _until(lambda: ask(settings["PREFECT_API_URL"], NAMES[0], "first"))
            yield first, second
        finally:
            for process in (second, first):
                process.terminate()
                process.wait(60)


def _served_runs(api: str, serving: int, name: str) -> tuple[float, float, float]:
    """The median run's own seconds; the CPU seconds of its process and its peak of MB, as means over the runs."""
    cpu, since = _children_cpu(serving), _ended(api)
    runs = [_one_run(api, serving, name, f"{name} {number}") for number in range(ROUNDS)]
    time.sleep(1)  # until the process that served has taken leave of the last child
    used = (_children_cpu(serving) - cpu) / max(1, _ended(api) - since)
    return statistics.median(seconds for seconds, _ in runs), used, max(peak for _, peak in runs)


def _one_run(api: str, serving: int, name: str, key: str) -> tuple[float, float]:
    """The run's own seconds, and the peak of MB among the processes that served runs meanwhile."""
    run_id: str = _until(lambda: ask(api, name, key))
    peaks = [0.0]

    def finished() -> Any:
        peaks.extend(_peak(child) for child in _children(serving))
        run = call(api, f"/flow_runs/{run_id}")
        if run["state_type"] in ("FAILED", "CRASHED"):
            raise RuntimeError(f"a run ended as {run['state_name']}: {run['state']['message']}")
        return run if run["state_type"] in ("COMPLETED", "CANCELLED") else None

    run = _until(finished)
    return float(run["total_run_time"]), max(peaks)


def _ended(api: str) -> int:
    count = call(api, "/flow_runs/count", {"flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}})
    return int(count)


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _children_cpu(pid: int) -> float:
    """CPU seconds of the children that a process has outlived."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[13]) + int(fields[14])) / TICKS


def _peak(pid: int) -> float:
    """A process's peak resident memory so far, in MB; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return max((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), default=0.0)


def _until(found: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            if result := found():
                return result
        except OSError:
            pass
        time.sleep(0.1)
    raise RuntimeError("Prefect did not answer in time")


def _show(label: str, seconds: float, cpu: float, megabytes: float) -> None:
    print(f"{label:<34} {seconds:8.2f} {cpu:6.2f} {megabytes:6.0f}", flush=True)
