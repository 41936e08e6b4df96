"""A document's row, with its line of history: issued at once under a number, or a draft that waits for one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planner import clock
from planner.actor import Actor, flow
from planner.models import Board, Document, Organisation, Plan
from planner.models.change import record
from planner.once import insert_once, take_turns

LETTERS = flow("send_reminders")
Sheet = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Matter:
    """What a document is about: its unique key, and the days that it covers, both included."""

    key: str
    first: date
    last: date
    board: Board | None = None
    plan: Plan | None = None
    period: str = ""
    replaces: Document | None = None


def issue(
    session: Session, organisation: Organisation, matter: Matter, day: date, sheet: Callable[[int], Sheet],
    by: Actor = LETTERS,
) -> Document | None:  # fmt: skip
    """Issues a document on a day; None when there is one with this key, in whatever state. Never commits.

    `sheet` makes the data for a number: the next of the organisation in the day's year, one sequence for all kinds.
    """
    take_turns(session, organisation)
    if is_known(session, matter.key):
        return None
    number = next_number(session, organisation, day.year)
    return _insert(session, organisation, matter, day, sheet(number), number, by)


def draft(
    session: Session, organisation: Organisation, matter: Matter, day: date, sheet: Callable[[int], Sheet], by: Actor
) -> Document | None:
    """Keeps a document that waits for its release, without a number; None when there is one with this key."""
    take_turns(session, organisation)
    if is_known(session, matter.key):
        return None
    return _insert(session, organisation, matter, day, sheet(0), 0, by)


def _insert(
    session: Session, organisation: Organisation, matter: Matter, day: date, data: Sheet, number: int, by: Actor
) -> Document | None:
    document = Document(
        organisation=organisation, board=matter.board, plan=matter.plan, kind=data["kind"], key=matter.key,
        state="released" if number else "draft", number=number, issued_on=day, period=matter.period,
        first=matter.first, last=matter.last, title=data["title"], data=data,
        replaces_id=matter.replaces.id if matter.replaces else None, created_at=clock.now(),
    )  # fmt: skip
    if not insert_once(session, document):
        return None
    note(document, by, "issue" if number else "draft", day, after={"document": data["code"]} if number else {})
    return document


def is_known(session: Session, key: str) -> bool:
    """Whether there is a document with this key: issued, waiting or dropped."""
    return session.scalars(select(Document.id).where(Document.key == key)).first() is not None


def next_number(session: Session, organisation: Organisation, year: int) -> int:
    """The first number after all that were given in a year."""
    in_year = Document.issued_on.between(date(year, 1, 1), date(year, 12, 31))
    query = select(func.max(Document.number)).where(Document.organisation_id == organisation.id, in_year)
    return (session.scalar(query) or 0) + 1


def note(
    document: Document, by: Actor, verb: str, on: date, before: Sheet | None = None, after: Sheet | None = None,
    reason: str = "",
) -> None:  # fmt: skip
    """The line of history of a document: the last step of each of its verbs."""
    record(
        document.organisation, by, verb, on, before=before, after=after, reason=reason, document_id=document.id
    )  # fmt: skip
