"""vdirsyncer and khal, as somebody uses them who subscribes to a feed: one fetches it, the other lists the days."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

PAIR = """\
[general]
status_path = "{folder}/status"
[pair office]
a = "feed"
b = "copy"
collections = null
conflict_resolution = "a wins"
[storage feed]
type = "http"
url = "{address}"
[storage copy]
type = "filesystem"
path = "{folder}/items"
fileext = ".ics"
"""
CALENDAR = """\
[calendars]
[[office]]
path = {folder}/items
type = calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %d/%m/%Y
longdateformat = %d/%m/%Y
datetimeformat = %d/%m/%Y %H:%M
longdatetimeformat = %d/%m/%Y %H:%M
"""
DISPLAYED = "{start-date-long} | {title} | {status}"


@dataclass(frozen=True)
class Subscriber:
    """A person's computer with both programs, the feed's address and a time zone, in a folder of its own."""

    folder: Path
    address: str
    zone: str = "Asia/Ho_Chi_Minh"

    def subscribe(self) -> None:
        (self.folder / "items").mkdir(parents=True)
        (self.folder / "pair").write_text(PAIR.format(folder=self.folder, address=self.address))
        (self.folder / "khal").write_text(CALENDAR.format(folder=self.folder, zone=self.zone))
        self._call("vdirsyncer", "-c", str(self.folder / "pair"), "discover")

    def fetch(self) -> "subprocess.CompletedProcess[str]":
        return self._run("vdirsyncer", "-c", str(self.folder / "pair"), "sync")

    def listed(self, year: int) -> list[str]:
        """`day | summary | status` of each event of a year, sorted."""
        span = (f"01/01/{year}", f"31/12/{year}")
        answer = self._call(
            "khal", "-c", str(self.folder / "khal"), "list", "--day-format", "", "--format", DISPLAYED, *span
        )
        return sorted(" | ".join(part.strip() for part in one.split("|")) for one in answer.splitlines() if one.strip())

    def _call(self, *command: str) -> str:
        done = self._run(*command)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def _run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"HOME": str(self.folder), "TZ": self.zone, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
        return subprocess.run(
            command, env=environment, input="y\n" * 5, capture_output=True, text=True, timeout=120, check=False
        )
