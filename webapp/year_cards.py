"""The cards of a year, kept between requests: what the history says has changed is read again, the rest is not.

With thousands of tasks reading them all costs many times what the page shows of them. Lines of the history raise the
organisation's revision or arrangement; when these grew by more than there are lines, all is read.
"""

from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from flask import current_app
from sqlalchemy import and_, select

from planner.clock import today
from planner.counts import Counts, count
from planner.models import Change, Organisation, Task
from planner.queries import touches_year
from planner.verbs.placing import PLACED
from webapp.cards import Card, load_cards
from webapp.extensions import db

MOST_YEARS = 6  # kept at once: organisations, years and days
MOST_CHANGES = 300  # more are not worth looking at one by one
IN_ORDER = attrgetter("row.place", "row.id")


@dataclass(frozen=True)
class Known:
    """How much of an organisation's history is known: its last line, and its revision and arrangement together."""

    change_id: int
    revision: int


@dataclass(frozen=True)
class YearCards:
    """The cards of a year on a day, in their order, and what was known when they were read."""

    cards: list[Card]
    known: Known
    _counts: dict[int | None, Counts] = field(default_factory=dict)

    def counts(self, board: int | None) -> Counts:
        """The official counts of the year, or of one board's own work."""
        if board not in self._counts:
            self._counts[board] = count(card for card in self.cards if board in (None, card.row.board_id))
        return self._counts[board]


def cards_of_year(organisation: Organisation, year: int) -> YearCards:
    """The cards of the tasks that belong to a year, as they are now."""
    known, key = known_of(organisation), (organisation.key, year, today())
    kept: dict[Any, YearCards] = current_app.extensions.setdefault("year_cards", {})
    found = kept.get(key)
    if found is None or found.known != known:
        # Two threads may do the same at once: the later one wins, and what it keeps says itself of when it is.
        found = (_renewed(organisation, year, found, known) if found else None) or _read(organisation, year, known)
        kept.pop(key, None)
        kept[key] = found
        for old in list(kept)[:-MOST_YEARS]:
            kept.pop(old, None)
    return found


def known_of(organisation: Organisation) -> Known:
    """What there is to know, in one statement: nothing comes between its parts."""
    last = select(Change.id).where(Change.organisation_id == organisation.id).order_by(Change.id.desc()).limit(1)
    grown = Organisation.revision + Organisation.arrangement
    query = select(last.scalar_subquery(), grown).where(Organisation.id == organisation.id)
    change_id, revision = db.session.execute(query).one()
    return Known(change_id or 0, revision)


def changed_between(organisation: Organisation, old: Known, new: Known) -> set[int] | None:
    """The ids of the tasks whose cards may have changed; None when that cannot be told, or they are too many."""
    lines = db.session.execute(
        select(Change.task_id, Change.verb, Change.after)
        .where(Change.organisation_id == organisation.id, Change.id > old.change_id, Change.id <= new.change_id)
        .limit(MOST_CHANGES + 1)
    ).all()  # fmt: skip
    # Lines that are written together may raise it only once; never does it grow without a line of its own.
    if not 0 <= new.revision - old.revision <= len(lines) <= MOST_CHANGES:
        return None
    ids = {after.get("task") if verb == PLACED else task_id for task_id, verb, after in lines}
    return None if None in ids else ids


def _read(organisation: Organisation, year: int, known: Known) -> YearCards:
    return YearCards(load_cards(organisation.id, touches_year(year, today()), year), known)


def _renewed(organisation: Organisation, year: int, kept: YearCards, known: Known) -> YearCards | None:
    """What is kept with the changed cards read again; None when all must be."""
    ids = changed_between(organisation, kept.known, known)
    if ids is None:
        return None
    condition = and_(Task.id.in_(ids), touches_year(year, today()))
    changed = load_cards(organisation.id, condition, year) if ids else []
    cards = [card for card in kept.cards if card.row.id not in ids] + changed
    return YearCards(sorted(cards, key=IN_ORDER), known)
