"""Cards: a task as the kanban shows it on a day. Each one's HTML is kept by everything that it shows."""

from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from flask import current_app, url_for
from markupsafe import Markup
from sqlalchemy import ColumnElement

from planner.clock import today
from planner.models import Task
from planner.standing import Standing, current_milestone, standing_of
from planner.text import fold
from webapp.card_rows import WHOLE, Bodies, CardRow, Line, card_row, cooperating_on, row_of, rows_of
from webapp.dates import span_text
from webapp.extensions import db
from webapp.filters import Filters
from webapp.language import current_language
from webapp.standings import held_words, standing_words

KEPT = 10_000

__all__ = ["WHOLE", "Card", "fresh_card", "load_cards", "narrowed"]


class Card(NamedTuple):
    """A task as the pages show it on a day. `html` holds nothing of one user."""

    row: CardRow
    state: str
    standing: Standing | None
    html: Markup


def load_cards(organisation_id: int, condition: ColumnElement[bool], year: int) -> list[Card]:
    """The cards of the tasks that meet a condition: two queries, whatever their number."""
    found = db.session.execute(rows_of(organisation_id, condition)).all()
    bodies = cooperating_on([line[0] for line in found])
    day, language, address = today(), current_language(), _address()
    return [_kept(tuple(line), bodies.get(line[0], ()), year, day, language, address) for line in found]


def fresh_card(task: Task, year: int) -> Markup:
    """A task's card as it is now, to take the place of the one on the page."""
    row = row_of(task)
    return _html(row, standing_of(row.dates, today()), year, _address(), swap=True)


def narrowed(cards: list[Card], filters: Filters) -> list[Card]:
    """The cards that the filters leave."""
    words = fold(filters.q)
    return [
        card
        for card in cards
        if filters.holds(card.row.board_id, card.row.cooperating)
        and filters.state in (None, card.state)
        and (filters.standing is None or (card.standing is not None and card.standing.kind == filters.standing))
        and (not words or words in _searched(f"{card.row.number} {card.row.title}"))
    ]


def _address() -> str:
    """What the addresses of tasks begin with; building each one costs as much as the rest of its card."""
    return url_for("task.show", id=0).removesuffix("0")


@lru_cache(KEPT)
def _kept(line: Line, cooperating: Bodies, year: int, day: date, language: str, address: str) -> Card:
    row = card_row(line, cooperating)
    standing = standing_of(row.dates, day)
    return Card(row, row.state, standing, _html(row, standing, year, address))


_searched = lru_cache(KEPT)(fold)


def _html(row: CardRow, standing: Standing | None, year: int, address: str, swap: bool = False) -> Markup:
    current = current_milestone(row.dates)
    times = [
        (one.kind, span_text(one.start, one.finish, year), one is current, one.was_moved)
        for one in (row.submit, row.execute)
        if one
    ]
    words = standing_words(standing) if standing else held_words(row.state, row.held_until)
    return _macro(current_app.jinja_env)(row, standing.kind if standing else "held", words, times, address, swap)


@cache
def _macro(environment: Any) -> Any:
    return environment.get_template("fragments/card.html").module.card
