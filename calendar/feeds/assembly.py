"""The thin assembler: a calendar's own properties around the components of its scope."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import lru_cache

from icalendar import Calendar, vDuration

from feeds import component
from feeds.component import Manner
from feeds.entries import TaskEntry
from feeds.identity import sha256
from feeds.order import Order
from feeds.scopes import Scope
from feeds.text import Text
from planner import settings
from planner.clock import ZONE

PRODUCT = "-//Bang Viec//feeds 4//VI"  # raised when the same tasks are written otherwise: what is kept is then stale
REFRESH = timedelta(hours=1)
END = b"END:VCALENDAR\r\n"


@dataclass(slots=True)
class Loaded:
    """Tasks as of a revision, and their components as they get made: several feeds hold a task in the same manner."""

    tasks: Iterable[TaskEntry]
    revision: int
    written: dict[tuple[int, Manner], bytes] = field(default_factory=dict)


def head(scope: Scope, key: str, language: str) -> bytes:
    """The calendar's own properties, which depend on no task: kept bytes that begin otherwise are stale."""
    return _head(scope, key, language, settings.base_url())[0]


def head_digest(scope: Scope, key: str, language: str) -> str:
    """The SHA-256 of that."""
    return _head(scope, key, language, settings.base_url())[1]


@lru_cache(maxsize=4096)
def _head(scope: Scope, key: str, language: str, address: str) -> tuple[bytes, str]:
    """NAME, REFRESH-INTERVAL, URL, COLOR: RFC 7986, section 5. The X- ones tell programs that came before it."""
    calendar = Calendar()
    for name, value in (
        ("version", "2.0"), ("prodid", PRODUCT), ("calscale", "GREGORIAN"), ("method", "PUBLISH"),
        ("name", Text(scope.name)), ("x-wr-calname", Text(scope.name)), ("x-wr-timezone", ZONE.key),
        ("url", f"{address}/feeds"), ("x-bangviec-scope", " ".join(filter(None, (key, scope.mark, language)))),
    ):  # fmt: skip
        calendar.add(name, value)
    if scope.colour:
        calendar.add("color", scope.colour)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    written = calendar.to_ical(sorted=False).removesuffix(END)
    return written, sha256(written)


def assemble(scope: Scope, order: Order, components: Iterable[bytes]) -> bytes:
    """The bytes of a calendar."""
    return b"".join((head(scope, order.key, order.language), *components, END))


def of_tasks(scope: Scope, order: Order, loaded: Loaded) -> Iterator[bytes]:
    """Every dated milestone of the scope's tasks, and of those that left it, in the order of the plans."""
    manner = Manner(
        order.choices, order.language, settings.base_url(),
        cooperating=scope.cooperating is not None, tree=len(scope.organisations) > 1,
    )  # fmt: skip
    here, farewell = set(scope.organisations), replace(manner, left=True)
    for task in loaded.tasks:
        if task.organisation_id not in here:
            continue
        if scope.holds(task.board_id, task.assignee_id, task.cooperators):
            yield _written(loaded, task, manner)
        elif scope.lost(task.left):
            yield _written(loaded, task, farewell)


def _written(loaded: Loaded, task: TaskEntry, manner: Manner) -> bytes:
    if (known := loaded.written.get((task.id, manner))) is None:
        parts = [component.write(task, milestone, manner) for milestone in task.milestones]
        known = loaded.written[task.id, manner] = b"".join(parts)
    return known
