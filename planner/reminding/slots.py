"""Which reminders a milestone is owed on a day: a pure rule, so that a missed run is made up and none comes twice."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

from planner.workdays import WorkCalendar

PLAIN = WorkCalendar()
DAYS_BEFORE = {"due1": 1, "due7": 7}  # the nearer first


@dataclass(frozen=True, slots=True)
class Slot:
    """A reminder that is owed: why (due1, due7 or overdue), and the keys to note, so that it comes once."""

    kind: str
    keys: tuple[str, ...]


def owed_slots(
    milestone_id: int, deadline: date, imported_on: date, day: date, noted: Container[str],
    calendar: WorkCalendar = PLAIN,
) -> Slot | None:  # fmt: skip
    """What a milestone is owed on a day (all in Asia/Ho_Chi_Minh), or None.

    A slot's own day must have come, lie after the import, and not be noted. Seven and one days before the deadline:
    of two owed at once the nearer counts and both are noted. A deadline on a day off is told of on the working day
    before. Overdue: on the Monday of each ISO week that begins after the deadline; only the present week's, so that a
    backlog gives one letter.
    """
    if day > deadline:
        return _overdue(milestone_id, deadline, imported_on, day, noted)
    keys = {kind: f"{kind}:{milestone_id}:{deadline}" for kind in DAYS_BEFORE}
    owed = [
        kind
        for kind, days in DAYS_BEFORE.items()
        if imported_on < _slot_day(deadline, days, calendar) <= day and keys[kind] not in noted
    ]
    return Slot(owed[0], tuple(keys[kind] for kind in owed)) if owed else None


def _slot_day(deadline: date, days: int, calendar: WorkCalendar) -> date:
    """So many days before the deadline; earlier when no working morning is left between there and the deadline."""
    slot = deadline - timedelta(days=days)
    if calendar.next_working_day(slot) <= deadline:
        return slot
    return calendar.last_working_day(None, slot)


def _overdue(milestone_id: int, deadline: date, imported_on: date, day: date, noted: Container[str]) -> Slot | None:
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    key = f"overdue:{milestone_id}:{year}-W{week:02}"
    return Slot("overdue", (key,)) if monday > max(deadline, imported_on) and key not in noted else None
