"""The thin assembler: a calendar's own properties around the events of its scope."""

from collections.abc import Iterator
from datetime import timedelta

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


def build(session: Session, organisation: Organisation, scope_key: str, language: str = "vi") -> bytes:
    """The iCalendar of a scope (`all`, `board:ID`, `person:ID`), made now. A constant number of queries."""
    scope = scope_of(session, organisation, scope_key, language)
    return assemble(scope, tasks.load(session, organisation, scope), language)


def assemble(scope: Scope, loaded: tasks.Loaded, language: str) -> bytes:
    """The bytes of a calendar with every dated milestone of its tasks, in the order of the plans."""
    return head(scope, language) + b"".join(_events(scope, loaded, language)) + END


def head(scope: Scope, language: str = "vi") -> bytes:
    """The calendar's own properties, which depend on no task: kept bytes that begin otherwise are stale.

    NAME, REFRESH-INTERVAL, URL: RFC 7986, section 5. The X- ones say the same to programs that came before it.
    """
    calendar = Calendar()
    for name, value in (
        ("version", "2.0"), ("prodid", PRODUCT), ("calscale", "GREGORIAN"), ("method", "PUBLISH"),
        ("name", Text(scope.name)), ("x-wr-calname", Text(scope.name)), ("x-wr-timezone", ZONE.key),
        ("url", f"{settings.base_url()}/feeds"), ("x-bangviec-scope", f"{scope.mark} {language}"),
    ):  # fmt: skip
        calendar.add(name, value)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    return calendar.to_ical(sorted=False).removesuffix(END)


def _events(scope: Scope, loaded: tasks.Loaded, language: str) -> Iterator[bytes]:
    for task in loaded.tasks:
        if scope.holds(task):
            yield from _events_of(task, loaded.stamps[task.id], language)


def _events_of(task: Task, stamps: Stamps, language: str) -> Iterator[bytes]:
    for milestone in sorted(task.milestones, key=lambda m: m.id):
        if event := component.event(task, milestone, stamps, language):
            yield event.to_ical(sorted=False)
