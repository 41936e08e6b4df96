"""A task and its milestones as a feed needs them: plain values, read without the objects that verbs need."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from feeds.identity import UNKNOWN, Stamps
from planner.models.milestone import Timed


class History(NamedTuple):
    """A change that had a reason: a line of `Change`."""

    task_id: int
    on: date
    before: dict[str, Any]
    after: dict[str, Any]
    reason: str


@dataclass(frozen=True, slots=True)
class Left:
    """Who lost a task lately: boards that led it, people it was assigned to, boards that co-operated."""

    boards: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    cooperators: frozenset[int] = frozenset()


STAYED = Left()


@dataclass(slots=True)
class TaskEntry:
    """A task with all that its events say. `history` is every change that had a reason, the first first."""

    id: int
    organisation_id: int
    organisation: str
    organisation_key: str
    board_id: int
    board: str
    assignee_id: int | None
    plan: str
    number: str
    title: str
    state: str
    occurrence: int
    occurrences: int
    version: int
    paper_number: str
    result: str
    submit_text: str
    execute_text: str
    stamps: Stamps = UNKNOWN
    cooperators: frozenset[int] = frozenset()
    cooperating: tuple[str, ...] = ()
    history: Sequence[History] = ()
    left: Left = STAYED
    milestones: "list[MilestoneEntry]" = field(default_factory=list)


@dataclass(slots=True)
class MilestoneEntry(Timed):
    """A milestone of such a task; what follows from its days follows as for the row itself.

    One that `is_dropped` has no time any more in the plan as it was issued again; its days are those that it had.
    """

    task_id: int
    id: int
    kind: str
    text: str
    start: date | None
    finish: date | None
    rule: str
    deadline: date | None
    first_text: str
    first_start: date | None
    first_finish: date | None
    done_on: date | None
    is_dropped: bool = False
