"""What is kept between requests, for as long as the history says that it is still so."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import current_app, g
from sqlalchemy import select

from planner.models import Change, Organisation
from planner.models.change import OF_ACCOUNTS, QUIET
from planner.moves import MOVES
from planner.verbs.placing import PLACED
from planner.verbs.taking_back import TAKEN_BACK
from webapp.extensions import db

T = TypeVar("T")
MOST_KEPT = 24  # of all organisations, years and days together
MOST_LINES = 300  # more are not worth looking at one by one
# They change where work is and nothing else: no time, plan, board or person.
OF_STATES = frozenset(move.name for move in MOVES) | {PLACED, TAKEN_BACK, "note", "remind", *QUIET}


@dataclass(frozen=True)
class Known:
    """How much of an organisation's history is known: its last line, and its revision and arrangement together."""

    change_id: int
    revision: int


@dataclass(frozen=True)
class Line:
    """What a line of the history touched: a task, or None for what is more than one task."""

    task_id: int | None
    verb: str


def known_of(organisation: Organisation) -> Known:
    """What there is to know, asked once a request, in one statement: nothing comes between its parts."""
    if "known" not in g:
        last = select(Change.id).where(Change.organisation_id == organisation.id).order_by(Change.id.desc()).limit(1)
        grown = Organisation.revision + Organisation.arrangement
        query = select(last.scalar_subquery(), grown).where(Organisation.id == organisation.id)
        change_id, revision = db.session.execute(query).one()
        g.known = Known(change_id or 0, revision)
    found: Known = g.known
    return found


def lines_between(organisation: Organisation, old: Known, new: Known) -> list[Line] | None:
    """The lines that were written since; None when they are too many, or do not explain what has grown."""
    if old == new:
        return []
    asked = g.setdefault("lines_between", {})
    if (old, new) not in asked:
        asked[old, new] = _lines_between(organisation, old, new)
    found: list[Line] | None = asked[old, new]
    return found


def _lines_between(organisation: Organisation, old: Known, new: Known) -> list[Line] | None:
    found = db.session.execute(
        select(Change.task_id, Change.verb, Change.after)
        .where(
            Change.organisation_id == organisation.id, Change.id > old.change_id, Change.id <= new.change_id,
            Change.verb.not_in(OF_ACCOUNTS),  # no page of work shows them
        )
        .limit(MOST_LINES + 1)
    ).all()  # fmt: skip
    # Lines that are written together may raise the revision only once; never does it grow without a line of its own.
    if not 0 <= new.revision - old.revision <= len(found) <= MOST_LINES:
        return None
    return [Line(after.get("task") if verb == PLACED else task_id, verb) for task_id, verb, after in found]


def kept(organisation: Organisation, key: Any, make: Callable[[], T], renew: Callable[[T, list[Line]], T | None]) -> T:
    """What `make` gave before, if nothing happened since; else what `renew` makes of it, or `make` anew for None."""
    known, whole = known_of(organisation), (organisation.key, key)
    store: dict[Any, tuple[Known, Any]] = current_app.extensions.setdefault("kept", {})
    found: T | None = None
    if before := store.get(whole):
        since, found = before
        if since == known and found is not None:
            return found
        lines = lines_between(organisation, since, known)
        found = None if lines is None or found is None else renew(found, lines)
    found = make() if found is None else found
    # Two threads may do the same at once: the later one wins, and what it keeps says itself of when it is.
    store.pop(whole, None)
    store[whole] = known, found
    for old in list(store)[:-MOST_KEPT]:
        store.pop(old, None)
    return found


def kept_through_moves(organisation: Organisation, key: Any, make: Callable[[], T]) -> T:
    """What depends on plans, times, boards and people, but not on where the work is."""
    return kept(organisation, key, make, lambda old, lines: old if {one.verb for one in lines} <= OF_STATES else None)
