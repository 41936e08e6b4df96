"""The supervisor's children: each in a process group of its own, with its log, watched until the end."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bangviec.up.guardian import PATIENCE, end
from bangviec.up.logs import keep, log_size
from planner.errors import Refusal
from planner.language import N_

LAST_WORDS = 5.0  # seconds for what an ended child has said and nobody wrote down yet


@dataclass
class Child:
    """A program to run. `answers` tells whether it is ready; `label` is what the person reads."""

    name: str
    label: str
    command: list[str]
    answers: Callable[[], bool]
    process: "subprocess.Popen[bytes] | None" = None
    log: threading.Thread | None = None

    @property
    def group(self) -> int:
        return self.process.pid if self.process else 0

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None


@dataclass
class Family:
    """Starts children and ends them all, in every way in which this process can end."""

    folder: Path
    environment: Mapping[str, str]
    children: list[Child] = field(default_factory=list)
    guardian: "subprocess.Popen[str] | None" = None
    log_size: int = field(default_factory=log_size)

    def start(self, child: Child) -> None:
        """Starts a child; its output goes to its log in the data folder."""
        self._tell_guardian("")
        child.process = subprocess.Popen(
            child.command, env=dict(self.environment), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        if child.process.stdout:
            child.log = keep(child.process.stdout, Path(self.log_of(child)), self.log_size)
        self.children.append(child)
        self._tell_guardian(f"+{child.group}\n")

    def wait_for(self, child: Child, patience: float) -> None:
        """Waits until a child answers; refuses when it, or another, ends before."""
        deadline = time.monotonic() + patience
        while not child.answers():
            self.refuse_dead()
            if time.monotonic() > deadline:
                raise Refusal(
                    N_("%(name)s không trả lời sau %(seconds)d giây; xem %(log)s."), name=child.label,
                    seconds=int(patience), log=self.log_of(child),
                )  # fmt: skip
            time.sleep(0.2)

    def refuse_dead(self, besides: Child | None = None) -> None:
        """Refuses to go on when a child has ended: which one, and where its log is."""
        for child in self.children:
            if child is not besides and not child.is_running:
                raise Refusal(N_("%(name)s đã dừng; xem %(log)s."), name=child.label, log=self.log_of(child))

    def run_once(self, child: Child) -> bool:
        """Runs a child to its end beside the others, and tells whether it went well."""
        self.start(child)
        while child.is_running:
            self.refuse_dead(besides=child)
            time.sleep(0.2)
        self.children.remove(child)
        _end(child)
        return child.process is not None and child.process.returncode == 0

    def stop(self) -> None:
        """Ends every child, the last one first; Prefect's server outlives the flows that talk to it."""
        for child in reversed(self.children):
            _end(child)
        self.children.clear()
        if self.guardian and self.guardian.stdin:
            self.guardian.stdin.close()
            self.guardian.wait()

    def log_of(self, child: Child) -> str:
        return str(self.folder / "log" / f"{child.name}.log")

    def _tell_guardian(self, line: str) -> None:
        if self.guardian is None:
            self.guardian = subprocess.Popen(
                [sys.executable, "-m", "bangviec.up.guardian"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                text=True, start_new_session=True, env=dict(self.environment),
            )  # fmt: skip
        if self.guardian.stdin and line:
            self.guardian.stdin.write(line)
            self.guardian.stdin.flush()


def _end(child: Child) -> None:
    """Asks a child to end, makes it when it does not, and then ends what it left behind in its group."""
    if child.process is None:
        return
    if child.is_running:
        child.process.terminate()
        try:
            child.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            child.process.kill()
            child.process.wait()
    end([child.group], patience=2)
    if child.log:
        child.log.join(LAST_WORDS)
