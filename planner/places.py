"""The order of cards: that of the plans' rows, until somebody puts a card between two others.

One line runs through all cards of all columns, so the order stays right however they are filtered, in lanes or moved
to another column. A place is a string of digits, compared from the left like a decimal fraction: between two of them
there is always room for a third, and no other card is touched. Cards that nobody placed have the place of their row.
"""

from typing import Any, Protocol

from sqlalchemy import BigInteger, ColumnElement, String, cast, func, select
from sqlalchemy.orm import Session

BASE = 10**15  # gives the places of rows one length
PLAN, POSITION = 10**8, 10**3
LONGEST = 400


class InPlan(Protocol):
    """Where a task stands in its plan, and the place it was given, if any."""

    plan_id: Any
    position: Any
    occurrence: Any
    rank: Any


def place_in_plan(task: InPlan) -> str:
    """The place of the task's row."""
    return str(BASE + task.plan_id * PLAN + task.position * POSITION + task.occurrence)


def place_of(task: InPlan) -> str:
    """Where a task stands among all others."""
    return task.rank or place_in_plan(task)


def place_column(task: Any) -> ColumnElement[str]:
    """The same in SQL, of the model or its table's columns."""
    row = BASE + cast(task.plan_id, BigInteger) * PLAN + task.position * POSITION + task.occurrence
    return func.coalesce(task.rank, cast(row, String))


def between(low: str, high: str) -> str:
    """A place behind `low` and before `high`, of as few digits as it takes; "" is before or behind all."""
    digits = max(len(low), len(high), 1)
    first = int(low.ljust(digits, "0") or 0)
    last = int(high.ljust(digits, "0")) if high else 10**digits
    while last - first < 2:
        digits, first, last = digits + 1, first * 10, last * 10
    # At an end there is no middle worth halving: the next card will come there too.
    middle = (first + last) // 2 if low and high else first + 1 if low else last - 1
    return str(middle).rjust(digits, "0")


def is_place(text: str) -> bool:
    """Whether a text may be a place, as a page gives it back."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST and text.strip("0") != ""


def beside(session: Session, task: Any, neighbour: Any, after: bool) -> str:
    """The place right behind another task of the organisation, or right before it."""
    return _next_to(session, task, place_of(neighbour), after)


def at_end(session: Session, task: Any, last: bool) -> str:
    """The place before the first, or behind the last, of all tasks in the task's column."""
    column = place_column(type(task))
    end = session.scalar(
        select(func.max(column) if last else func.min(column))
        .where(type(task).organisation_id == task.organisation_id, type(task).state == task.state)
        .where(type(task).id != task.id)
    )  # fmt: skip
    return place_of(task) if end is None else _next_to(session, task, end, last)


def _next_to(session: Session, task: Any, here: str, after: bool) -> str:
    """The middle between a place and what stands next, in whatever column, the task itself aside."""
    column = place_column(type(task))
    found = session.scalar(
        select(func.min(column) if after else func.max(column))
        .where(type(task).organisation_id == task.organisation_id, type(task).id != task.id)
        .where(column > here if after else column < here)
    ) or ""  # fmt: skip
    return between(here, found) if after else between(found, here)
