"""Starts everything in its order, says how far it is, watches, and ends everything."""

import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from bangviec.up import answering
from bangviec.up.children import Child, Family
from bangviec.up.ports import HOST, free_port
from bangviec.up.prefect import prefect_settings, without_prefect
from bangviec.up.running import note_running
from bangviec.words import said, tell
from planner.language import N_

PATIENCE = 240.0  # a slow machine takes a minute to make Prefect's tables


@dataclass(frozen=True)
class Ports:
    """Where each server listens; `mail` is 0 when letters go to a real mail server."""

    web: int
    prefect: int
    mail: int

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.web}"

    @property
    def prefect_address(self) -> str:
        return f"http://{HOST}:{self.prefect}"


def choose_ports(web: int) -> Ports:
    """The web's port as asked for; free ones for the others."""
    prefect = int(os.environ.get("BANGVIEC_PREFECT_PORT") or free_port())
    return Ports(web, prefect, 0 if os.environ.get("BANGVIEC_SMTP_HOST") else free_port())


def environment(folder: Path, ports: Ports, key: str) -> dict[str, str]:
    """What every child gets: the person's own settings but Prefect's, and what this start has chosen."""
    theirs = without_prefect(os.environ)
    direct = ",".join(filter(None, (theirs.get("NO_PROXY") or theirs.get("no_proxy"), HOST, "localhost")))
    chosen = {
        "BANGVIEC_SECRET_KEY": key, "BANGVIEC_DATA": str(folder), "PYTHONUNBUFFERED": "1", "PYTHONSAFEPATH": "1",
        "NO_PROXY": direct, "no_proxy": direct,
    }  # fmt: skip
    return (
        {"BANGVIEC_BASE_URL": ports.address}
        | theirs | chosen | mail_settings(folder, ports.mail) | prefect_settings(folder, ports.prefect)
    )  # fmt: skip


def mail_settings(folder: Path, port: int) -> dict[str, str]:
    """Our own mail server, when there is no other."""
    if not port:
        return {}
    return {
        "BANGVIEC_SMTP_HOST": HOST, "BANGVIEC_SMTP_PORT": str(port), "BANGVIEC_SMTP_TLS": "",
        "BANGVIEC_SMTP_USER": "", "BANGVIEC_MAILBOX": str(folder / "mailbox"),
    }  # fmt: skip


class Supervisor:
    """One running system. `stop` ends it in every case; use it in a finally."""

    def __init__(self, folder: Path, ports: Ports, key: str) -> None:
        self.folder, self.ports = folder, ports
        self.family = Family(folder, environment(folder, ports, key))

    def start(self) -> None:
        """Starts every child and waits until each answers."""
        begun = time.monotonic()
        self._wait_all([*self._mailbox(), self._prefect(), self._web()])
        note_running(self.folder, self.family.environment)
        self._wait_all([self._flows()])
        tell(N_("Tất cả đã sẵn sàng sau %(seconds)d giây."), seconds=round(time.monotonic() - begun))

    def run_flows_once(self) -> bool:
        """Runs each flow once, at the first start; tells whether all went well."""
        label = said(N_("Lượt chạy đầu tiên của các luồng"))
        child = Child("first-flows", label, _module("bangviec.up.first_flows"), lambda: False)
        sys.stdout.write(f"  {child.label} … ")
        sys.stdout.flush()
        done = self.family.run_once(child)
        tell(N_("xong") if done else N_("chưa xong, xem %(log)s"), log=self.family.log_of(child))
        return done

    def watch(self) -> None:
        """Waits for ever; refuses to go on when a child ends by itself."""
        while True:
            self.family.refuse_dead()
            time.sleep(0.5)

    def stop(self) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.family.stop()

    def _wait_all(self, children: list[Child]) -> None:
        for child in children:
            self.family.start(child)
        for child in children:
            sys.stdout.write(f"  {child.label} … ")
            sys.stdout.flush()
            self.family.wait_for(child, PATIENCE)
            tell(N_("sẵn sàng"))

    def _mailbox(self) -> list[Child]:
        if not self.ports.mail:
            return []
        command = _module("bangviec.up.mailbox", str(self.ports.mail), str(self.folder / "mailbox"))
        return [Child("mailbox", said(N_("Hộp thư tại chỗ")), command, lambda: answering.port(self.ports.mail))]

    def _prefect(self) -> Child:
        command = _module("bangviec.up.prefect_server", "start", "--host", HOST, "--port", str(self.ports.prefect))
        url = f"{self.ports.prefect_address}/api/health"
        return Child("prefect", said(N_("Máy chủ Prefect")), command, lambda: answering.web(url))

    def _web(self) -> Child:
        command = _module(
            "gunicorn", "--config", "python:bangviec.up.web_server", "--bind", f"{HOST}:{self.ports.web}",
            "webapp:create_app()",
        )  # fmt: skip
        return Child("web", said(N_("Trang web")), command, lambda: answering.web(f"{self.ports.address}/health"))

    def _flows(self) -> Child:
        api = f"{self.ports.prefect_address}/api"
        return Child("flows", said(N_("Lịch chạy tự động")), _module("flows"), lambda: answering.schedules(api))


class Ended(Exception):  # noqa: N818 - the person asked for it
    """The person, or the machine, wants the system to end."""


def end_on_signals() -> None:
    """Ctrl-C, a closed terminal and a stop of the service all end the system in order."""

    def ended(_number: int, _frame: FrameType | None) -> None:
        raise Ended

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, ended)


def _module(name: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", name, *arguments]
