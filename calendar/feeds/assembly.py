"""The thin assembler: a calendar's own properties around the events of its scope."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache, lru_cache

from icalendar import Calendar, vDuration
from sqlalchemy.orm import Session

from feeds import component, tasks
from feeds.identity import Stamps
from feeds.scopes import Scope, scope_of
from feeds.text import Text
from planner import settings
from planner.clock import ZONE
from planner.models import Organisation, Task

PRODUCT = "-//Bang Viec//feeds 1//VI"
REFRESH = timedelta(hours=1)
END = b"END:VCALENDAR\r\n"
END_OF_EVENT = b"END:VEVENT\r\n"


def build(session: Session, organisation: Organisation, scope_key: str, language: str = "vi") -> bytes:
    """The iCalendar of a scope (`all`, `board:ID`, `person:ID`), made now. A constant number of queries."""
    scope = scope_of(session, organisation, scope_key, language)
    return assemble(scope, tasks.load(session, organisation, scope), language)


def assemble(scope: Scope, loaded: tasks.Loaded, language: str) -> bytes:
    """The bytes of a calendar with every dated milestone of its tasks, in the order of the plans."""
    return head(scope, language) + b"".join(_events(scope, loaded, language)) + END


def head(scope: Scope, language: str = "vi") -> bytes:
    """The calendar's own properties, which depend on no task: kept bytes that begin otherwise are stale."""
    return _head(scope, language, settings.base_url())


@lru_cache(maxsize=1024)
def _head(scope: Scope, language: str, address: str) -> bytes:
    """NAME, REFRESH-INTERVAL, URL: RFC 7986, section 5. The X- ones say the same to programs that came before it."""
    calendar = Calendar()
    for name, value in (
        ("version", "2.0"), ("prodid", PRODUCT), ("calscale", "GREGORIAN"), ("method", "PUBLISH"),
        ("name", Text(scope.name)), ("x-wr-calname", Text(scope.name)), ("x-wr-timezone", ZONE.key),
        ("url", f"{address}/feeds"), ("x-bangviec-scope", f"{scope.mark} {language}"),
    ):  # fmt: skip
        calendar.add(name, value)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    return calendar.to_ical(sorted=False).removesuffix(END)


def _events(scope: Scope, loaded: tasks.Loaded, language: str) -> Iterator[bytes]:
    for task in loaded.tasks:
        if scope.holds(task):
            if (task.id, language) not in loaded.events:
                loaded.events[task.id, language] = b"".join(_events_of(task, loaded.stamps[task.id], language))
            yield loaded.events[task.id, language]


def _events_of(task: Task, stamps: Stamps, language: str) -> Iterator[bytes]:
    for milestone in sorted(task.milestones, key=lambda m: m.id):
        if event := component.event(task, milestone, stamps, language):
            yield event.to_ical(sorted=False).removesuffix(END_OF_EVENT)
            yield _alarms(language) if component.rings(task, milestone) else b""
            yield END_OF_EVENT


@cache
def _alarms(language: str) -> bytes:
    """The same for every event, so they are written once."""
    return b"".join(component.alarm(days, language).to_ical(sorted=False) for days in component.ALARM_DAYS)
