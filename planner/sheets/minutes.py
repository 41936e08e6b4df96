"""The minutes of an overdue review (biên bản): each late task, what was decided about it, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.ageing import ages
from planner.models import Organisation, Task
from planner.sheets.letterhead import MINUTES, code, letterhead
from planner.sheets.lines import iso
from planner.sheets.plans import plans_of
from planner.sheets.titles import title_of

DECISIONS = ("reminded", "extended", "handed_over", "postponed", "undated", "done", "dropped", "refused", "noted")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided: one of DECISIONS, anything else is a note.

    `to` is the new deadline when extended, the day until which it is postponed if known, the day on which it was done
    (all ISO), the board when handed over, or the words of the time that was refused.
    """

    kind: str
    to: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReviewedItem:
    """A task that was late at the review, as it stood before: its milestone (submit, execute), deadline and board.

    `settled`: while a session went on somebody settled it outside, by what `decisions` say.
    """

    task: Task
    milestone: str
    deadline: date
    days: int
    board: str
    decisions: tuple[Decision, ...] = ()
    settled: bool = False


def minutes_sheet(
    organisation: Organisation, items: Iterable[ReviewedItem], *, held_on: date, number: int = 0,
    issued_on: date | None = None, remarks: str = "",
) -> dict[str, Any]:  # fmt: skip
    """The data of a review's minutes, in the boards' order, the latest first. Plain JSON, dates as ISO strings.

    Without decisions an item says that nothing was decided. Who was there is left to be written by hand.
    """
    found = list(items)
    order = {board.name: place for place, board in enumerate(organisation.boards)}
    found.sort(key=lambda item: (order.get(item.board, len(order)), -item.days, item.task.id))
    data = {
        "kind": "minutes", "letterhead": letterhead(organisation, "minutes"),
        "code": code(number, MINUTES, organisation),
        "issued_on": iso(issued_on or held_on), "held_on": iso(held_on), "board": None,
        "plans": plans_of(item.task.plan for item in found),
        "items": [_line(item) for item in found], "ages": ages(item.days for item in found),
        "decided": {kind: sum(_decided(item, kind) for item in found) for kind in DECISIONS},
        "undecided": sum(not (item.decisions or item.settled) for item in found), "remarks": remarks,
    }  # fmt: skip
    return {**data, "title": title_of(data)}


def _decided(item: ReviewedItem, kind: str) -> bool:
    """Whether the review itself decided so."""
    return not item.settled and any(one.kind == kind for one in item.decisions)


def _line(item: ReviewedItem) -> dict[str, Any]:
    task = item.task
    return {
        "task": task.id, "number": task.number, "title": task.title, "nth": task.occurrence, "of": task.occurrences,
        "board": item.board, "milestone": item.milestone, "deadline": iso(item.deadline), "days": item.days,
        "decisions": [{"kind": one.kind, "to": one.to, "why": one.why} for one in item.decisions],
        **({"settled": True} if item.settled else {}),
    }  # fmt: skip
