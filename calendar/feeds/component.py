"""One builder per component: a milestone as an all-day event or a to-do, with the alarms before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from feeds import colours, identity, wording
from feeds.entries import MilestoneEntry, TaskEntry
from feeds.lines import address, component, line, text
from planner.feed_choices import Choices

ALARM_HOUR = timedelta(hours=8)
STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
IN_HAND = {"submit": "drafting", "execute": "executing"}
# The office closes at 17:00; this instant lies on the same day in every zone from UTC-10 to UTC+13.
CLOSING = time(10, tzinfo=UTC)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a feed writes its milestones. `address` is the application's; `tree` names each task's organisation.

    `left` is how it writes those of a task that it holds no longer.
    """

    choices: Choices
    language: str
    address: str
    cooperating: bool = False
    tree: bool = False
    left: bool = False


def write(task: TaskEntry, milestone: MilestoneEntry, manner: Manner) -> bytes:
    """The component of a milestone; nothing while it is undated, or left out by choice.

    Nothing in it depends on the day of making: DTSTAMP and LAST-MODIFIED are the task's last change.
    """
    choices, day = manner.choices, milestone.shown_on
    wanted = choices.milestones in ("both", milestone.kind)
    if day is None or not wanted or (not choices.with_done and wording.is_done(task, milestone)):
        return b""
    if choices.form == "todos":
        return component("VTODO", *_todo(task, milestone, manner, day))
    first, last = (milestone.days if choices.form == "periods" else None) or (day, day)
    return component("VEVENT", *_event(task, milestone, manner, first, last, day))


def _event(
    task: TaskEntry, milestone: MilestoneEntry, manner: Manner, first: date, last: date, day: date
) -> Iterator[bytes]:  # fmt: skip
    """An all-day event; its end is exclusive (RFC 5545, section 3.6.1). Alarms count back from `day`."""
    yield from _identity(task, milestone)
    yield line("dtstart", first)
    yield line("dtend", last + DAY)
    yield from _words(task, milestone, manner)
    yield line("status", "CANCELLED" if is_gone(milestone, manner) else STATUS.get(task.state, "CONFIRMED"))
    yield line("transp", "TRANSPARENT")
    yield address("URL", f"{manner.address}/tasks/{task.id}")
    if rings(task, milestone, manner):
        yield _alarms(manner.choices.alarms, day - first, manner.language)


def _todo(task: TaskEntry, milestone: MilestoneEntry, manner: Manner, day: date) -> Iterator[bytes]:
    """A to-do (RFC 5545, section 3.6.2); DUE has to lie after DTSTART, and what has no end has no DUE."""
    first, due = milestone.start, milestone.deadline
    begins = first if first and (due is None or first < due) else None
    yield from _identity(task, milestone)
    yield line("dtstart", begins) if begins else b""
    yield line("due", due) if due else b""
    yield from _words(task, milestone, manner)
    yield from _progress(task, milestone, manner)
    yield address("URL", f"{manner.address}/tasks/{task.id}")
    if rings(task, milestone, manner) and begins:
        yield _alarms(manner.choices.alarms, day - begins, manner.language)
    elif rings(task, milestone, manner):
        yield _alarms(manner.choices.alarms, timedelta(), manner.language, related="END")


def _identity(task: TaskEntry, milestone: MilestoneEntry) -> Iterator[bytes]:
    stamps = task.stamps
    yield text("UID", identity.uid(milestone.id, task.organisation_key))
    yield line("dtstamp", stamps.modified)
    yield line("created", stamps.created)
    yield line("last-modified", stamps.modified)
    yield line("sequence", identity.sequence(task.version, stamps))


def _words(task: TaskEntry, milestone: MilestoneEntry, manner: Manner) -> Iterator[bytes]:
    language, ours, left = manner.language, manner.cooperating, manner.left
    yield text("SUMMARY", wording.summary(task, milestone, language, cooperating=ours, left=left))
    yield text("DESCRIPTION", wording.description(task, milestone, language, left=left))
    yield line("categories", wording.categories(task, language, cooperating=ours, tree=manner.tree))
    yield line("color", colours.of_board(task.board_id))


def _progress(task: TaskEntry, milestone: MilestoneEntry, manner: Manner) -> Iterator[bytes]:
    """STATUS, PERCENT-COMPLETE and COMPLETED (RFC 5545, sections 3.8.1.11, 3.8.1.8 and 3.8.2.1): half while in hand."""
    if task.state == "cancelled" or is_gone(milestone, manner):
        yield line("status", "CANCELLED")
    elif wording.is_done(task, milestone):
        yield line("status", "COMPLETED")
        yield line("percent-complete", 100)
        yield line("completed", datetime.combine(milestone.done_on, CLOSING)) if milestone.done_on else b""
    elif task.state == IN_HAND[milestone.kind]:
        yield line("status", "IN-PROCESS")
        yield line("percent-complete", 50)
    else:
        yield line("status", "NEEDS-ACTION")
        yield line("percent-complete", 0)


def is_gone(milestone: MilestoneEntry, manner: Manner) -> bool:
    """Whether the feed, or the plan, no longer has it: it is there to be taken away by programs."""
    return manner.left or milestone.is_dropped


def rings(task: TaskEntry, milestone: MilestoneEntry, manner: Manner) -> bool:
    """Nobody is to be woken for what is done or gone, or whose clock rests."""
    return not (wording.is_done(task, milestone) or task.state in STATUS or is_gone(milestone, manner))


@lru_cache(maxsize=4096)
def _alarms(days: tuple[int, ...], after: timedelta, language: str, related: str = "") -> bytes:
    """At 08:00 some days before a day that lies `after` the event's first.

    An all-day event begins at midnight wherever it is read, and an alarm with it (RFC 5545, section 3.8.6.3).
    """
    parameters = {"RELATED": related} if related else {}
    return b"".join(
        component(
            "VALARM", line("action", "DISPLAY"), text("DESCRIPTION", wording.days_left(number, language)),
            line("trigger", after + ALARM_HOUR - timedelta(days=number), **parameters),
        )
        for number in days
    )  # fmt: skip
