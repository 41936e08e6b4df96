"""The cards of a year, kept between requests: what the history says has changed is read again, the rest is not.

With thousands of tasks reading them all costs many times what the page shows of them.
"""

from bisect import insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import and_

from planner.clock import today
from planner.counts import Counts, count
from planner.models import Organisation, Task
from planner.moves import STATES
from planner.queries import touches_year
from webapp.cards import Card, load_cards
from webapp.keeping import Line, kept


@dataclass(frozen=True)
class YearCards:
    """The cards of a year on a day, in their order."""

    cards: list[Card]

    @cached_property
    def by_state(self) -> Mapping[str, list[Card]]:
        return by_state(self.cards)

    @cached_property
    def all_counts(self) -> Counts:
        return count(self.cards)

    def counts(self, board: int | None) -> Counts:
        """The official counts of the year, or of one board's own work."""
        return self.all_counts if board is None else count(card for card in self.cards if card.row.board_id == board)


def by_state(cards: Iterable[Card]) -> dict[str, list[Card]]:
    """The cards of each column, in their order."""
    found: dict[str, list[Card]] = {state: [] for state in STATES}
    for card in cards:
        found[card.state].append(card)
    return found


def in_order(card: Card) -> tuple[str, int]:
    """By what cards are ordered; no two are equal."""
    return card.row.place, card.row.id


def cards_of_year(organisation: Organisation, year: int) -> YearCards:
    """The cards of the tasks that belong to a year, as they are now."""
    day = today()

    def make() -> YearCards:
        return YearCards(load_cards(organisation.id, touches_year(year, day), year))

    def renew(old: YearCards, lines: list[Line]) -> YearCards | None:
        ids = tasks_of(lines)
        if ids is None:
            return None
        cards = [card for card in old.cards if card.row.id not in ids]
        for card in load_cards(organisation.id, and_(Task.id.in_(ids), touches_year(year, day)), year):
            insort(cards, card, key=in_order)
        return YearCards(cards)

    return kept(organisation, ("cards", year, day), make, renew)


def tasks_of(lines: Iterable[Line]) -> set[int] | None:
    """The ids of the tasks that lines of the history touched; None when one touched more than tasks."""
    ids = {one.task_id for one in lines}
    return None if None in ids else {one for one in ids if one is not None}
