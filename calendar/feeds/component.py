"""One builder per component: a milestone as an all-day event, and the alarms before it."""

from datetime import date, timedelta

from icalendar import Alarm, Event

from feeds import identity, wording
from feeds.identity import Stamps
from feeds.text import Text, categories
from planner import settings
from planner.models import Milestone, Task

ALARM_DAYS = (7, 1)
ALARM_HOUR = timedelta(hours=8)
STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def event(task: Task, milestone: Milestone, stamps: Stamps, language: str = "vi") -> Event | None:
    """The VEVENT of a milestone, on its deadline or, open-ended, on its first day; None while it is undated.

    Nothing in it depends on the day of making: DTSTAMP and LAST-MODIFIED are the task's last change.
    """
    day = milestone.shown_on
    if day is None:
        return None
    made = Event()
    made.add("uid", identity.uid(milestone))
    made.add("dtstamp", stamps.modified)
    made.add("created", stamps.created)
    made.add("last-modified", stamps.modified)
    made.add("sequence", identity.sequence(task))
    _add_day(made, day)
    made.add("summary", Text(wording.summary(task, milestone, language)))
    made.add("description", Text(wording.description(task, milestone, language)))
    made.add("categories", categories(task.board.name))
    made.add("status", STATUS.get(task.state, "CONFIRMED"))
    made.add("transp", "TRANSPARENT")
    made.add("url", f"{settings.base_url()}/tasks/{task.id}")
    return made


def _add_day(made: Event, day: date) -> None:
    """An all-day event; its end is exclusive (RFC 5545, section 3.6.1)."""
    made.add("dtstart", day)
    made.add("dtend", day + timedelta(days=1))


def rings(task: Task, milestone: Milestone) -> bool:
    """Nobody is to be woken for what is done or whose clock rests."""
    return not wording.is_done(task, milestone) and task.state not in STATUS


def alarm(days: int, language: str = "vi") -> Alarm:
    """At 08:00 some days before the event's day, which begins at midnight wherever it is read (RFC 5545, 3.8.6.3)."""
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", Text(wording.days_left(days, language)))
    made.add("trigger", ALARM_HOUR - timedelta(days=days))
    return made
