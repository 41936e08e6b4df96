"""Cards: a task as the kanban shows it on a day. Each one's HTML is kept by everything that it shows."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple, cast

from flask import current_app, g, url_for
from markupsafe import Markup, escape
from sqlalchemy import ColumnElement

from planner.clock import today
from planner.language import N_
from planner.models import Task
from planner.standing import Standing, current_milestone, standing_of
from webapp.card_marks import BARE, Marks, marks_on
from webapp.card_rows import FOR_CARD, CardRow, card_row, cooperating_on, held_once, row_of, rows_of
from webapp.dates import span_text
from webapp.extensions import db
from webapp.filters import Filters
from webapp.language import current_language, say
from webapp.narrowing import chooser, stands
from webapp.standings import held_words, standing_words

WHOLE_PAGE = 800  # so many cards are sent at once; of more only what a screen shows, the rest when it is asked for
KEPT = 2 * WHOLE_PAGE  # in both languages; however many tasks there are, no more is held than pages show
KINDS = {"submit": N_("Trình"), "execute": N_("Thực hiện")}

__all__ = ["FOR_CARD", "Card", "fresh_card", "fresh_cards", "html_of", "load_cards", "narrowed"]


class Card(NamedTuple):
    """A task as the pages of a year show it on a day."""

    row: CardRow
    state: str
    standing: Standing | None
    year: int

    @property
    def html(self) -> Markup:
        """The card; it holds nothing of one user."""
        return html_of([self])


def load_cards(organisation_id: int, condition: ColumnElement[bool], year: int) -> list[Card]:
    """The cards of the tasks that meet a condition, in their order: three queries, whatever their number."""
    found = db.session.execute(rows_of(organisation_id, condition)).all()
    ids = [line[0] for line in found]
    bodies, marks, day, once = cooperating_on(ids), marks_on(organisation_id, ids), today(), held_once()
    rows = (card_row(tuple(map(once, line)), bodies.get(line[0], ()), marks.get(line[0], BARE)) for line in found)
    return [Card(row, row.state, standing_of(row.dates, day), year) for row in rows]


def html_of(cards: Iterable[Card]) -> Markup:
    """Cards one after another, as a list holds them."""
    language, address = _here()
    return Markup("").join([_kept(row, standing, year, language, address) for row, _state, standing, year in cards])


def fresh_card(task: Task, year: int) -> Markup:
    """A task's card as it is now, to take the place of the one on the page."""
    return fresh_cards([task], year)


def fresh_cards(tasks: Sequence[Task], year: int) -> Markup:
    """The same of several tasks of an office. One query."""
    marks = marks_on(tasks[0].organisation_id, [task.id for task in tasks]) if tasks else {}
    rows = [row_of(task, marks.get(task.id, BARE)) for task in tasks]
    return Markup("").join(_html(row, standing_of(row.dates, today()), year, *_here(), swap=True) for row in rows)


def narrowed(cards: list[Card], filters: Filters) -> list[Card]:
    """The cards that the filters leave; the same list when they leave all."""
    if not filters.is_narrowed:
        return cards
    chosen = chooser(filters)
    return [card for card in cards if chosen(card.row.id) and stands(filters, card.standing)]


def _here() -> tuple[str, str]:
    """The language, and what the addresses of tasks begin with: asked once a request, each costs as much as a card."""
    if "cards_here" not in g:
        g.cards_here = current_language(), url_for("task.show", id=0).removesuffix("0")
    return cast(tuple[str, str], g.cards_here)


@lru_cache(KEPT)
def _kept(row: CardRow, standing: Standing | None, year: int, language: str, address: str) -> Markup:
    return _html(row, standing, year, language, address)


def _html(
    row: CardRow, standing: Standing | None, year: int, language: str, address: str, swap: bool = False
) -> Markup:  # fmt: skip
    current = current_milestone(row.dates)
    times = [
        (_time(one.kind, one.start, one.finish, year, language), one is current, one.was_moved)
        for one in (row.submit, row.execute)
        if one
    ]
    words = _words(standing, language) if standing else held_words(row.state, row.held_until)
    bodies = "; ".join(name for name, _board in row.cooperating)
    return _macro(current_app.jinja_env, "card")(
        row, _attributes(row), Markup(f"{address}{row.id}"),  # noqa: S704 - an address of ours and a number
        Markup(standing.kind if standing else "held"),  # noqa: S704 - a word of ours
        words, times, bodies, _marks(row.marks, language), _says(language), swap,
    )  # fmt: skip


def _attributes(row: CardRow) -> Markup:
    """What scripts look for: numbers and a state's code, in which nothing needs escaping."""
    return Markup(  # noqa: S704
        f'id="card-{row.id}" data-id="{row.id}" data-version="{row.version}" data-state="{row.state}" '
        f'data-board="{row.board_id}" data-order="{row.place}"'
    )


# Hundreds of cards share a few months and standings. `language` is that of the request.
@lru_cache(KEPT)
def _time(kind: str, start: date | None, finish: date | None, year: int, language: str) -> Markup:
    return escape(f"{say(KINDS[kind])} {span_text(start, finish, year)}")


@lru_cache(KEPT)
def _words(standing: Standing, language: str) -> Markup:
    return escape(standing_words(standing))


@lru_cache(KEPT)
def _marks(marks: Marks, language: str) -> Markup | None:
    return None if marks == BARE else Markup(_macro(current_app.jinja_env, "marks")(marks))  # noqa: S704 - of a template


class _Says(NamedTuple):
    """The words that are the same on every card."""

    moved: Markup
    move: Markup
    cooperating: str


@cache
def _says(language: str) -> _Says:
    moved, move = say(N_("Đã điều chỉnh so với kế hoạch ban đầu")), say(N_("Chuyển…"))
    return _Says(escape(moved), escape(move), say(N_("Phối hợp: %(names)s")))


@cache
def _macro(environment: Any, name: str) -> Any:
    return getattr(environment.get_template("fragments/card.html").module, name)
