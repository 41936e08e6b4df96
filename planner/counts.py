"""The official counts. Kanban, digest, feed and review all count tasks here, so that they never disagree."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from planner.as_of import TaskAsOf, as_of
from planner.models import Change, Organisation, Task
from planner.queries import tasks_of_year
from planner.standing import Standing

KEYS = (
    "done_on_time", "done_late", "in_term", "due_soon", "overdue", "not_due", "undated", "postponed", "cancelled"
)  # fmt: skip


class Counted(Protocol):
    @property
    def state(self) -> str: ...
    @property
    def standing(self) -> Standing | None: ...


class OfBoard(Counted, Protocol):
    @property
    def board_id(self) -> int: ...
    @property
    def board_name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tasks have each standing; postponed and cancelled ones, which have none, by their state."""

    by_key: dict[str, int]

    def __getitem__(self, key: str) -> int:
        return self.by_key.get(key, 0)

    @property
    def total(self) -> int:
        return sum(self.by_key.values())

    @property
    def done(self) -> int:
        return self["done_on_time"] + self["done_late"]

    @property
    def in_hand(self) -> int:
        """Not done, and its time runs: in term, soon due or overdue."""
        return self["in_term"] + self["due_soon"] + self["overdue"]

    def as_json(self) -> dict[str, int]:
        return {key: self[key] for key in KEYS} | {"total": self.total, "done": self.done, "in_hand": self.in_hand}


def count(tasks: Iterable[Counted]) -> Counts:
    """Counts tasks by standing."""
    found = Counter(t.standing.kind if t.standing else t.state for t in tasks)
    return Counts(dict(found))


def count_by_board(tasks: Iterable[OfBoard]) -> dict[str, Counts]:
    """Counts tasks by the name of the board that was responsible, in the order in which the boards came to be."""
    boards: dict[tuple[int, str], list[OfBoard]] = {}
    for task in tasks:
        boards.setdefault((task.board_id, task.board_name), []).append(task)
    return {name: count(held) for (_id, name), held in sorted(boards.items())}


def tasks_as_of(session: Session, organisation: Organisation, year: int, day: date) -> list[TaskAsOf]:
    """The tasks of a year as they stood at the end of a day (Asia/Ho_Chi_Minh), in a constant number of queries."""
    query = tasks_of_year(organisation.id, year, day).options(joinedload(Task.board), joinedload(Task.row))
    tasks = session.scalars(query).all()
    changes = session.scalars(
        select(Change).where(Change.task_id.in_([t.id for t in tasks])).order_by(Change.id)
    ).all()  # fmt: skip
    return as_of(tasks, changes, day)
