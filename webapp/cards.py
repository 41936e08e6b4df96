"""Cards: what the kanban shows of tasks, from one query of plain columns; each card's HTML is kept by what it shows."""

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from flask import current_app, url_for
from markupsafe import Markup
from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import aliased

from planner.clock import today
from planner.models import Board, Milestone, Person, Task
from planner.standing import Standing, TaskDates, current_milestone, standing_of
from planner.text import fold
from webapp.dates import span_text
from webapp.extensions import db
from webapp.filters import Filters
from webapp.language import current_language

KEPT = 10_000


class Dates(NamedTuple):
    """A milestone's days, as a standing takes them."""

    start: date | None
    finish: date | None
    deadline: date | None
    done_on: date | None
    was_moved: bool


class Row(NamedTuple):
    """One line of the query; everything a card shows is in it, so it is the key under which its HTML is kept."""

    id: int
    version: int
    state: str
    held_state: str | None
    held_until: date | None
    plan_id: int
    position: int
    occurrence: int
    occurrences: int
    number: str
    title: str
    organisation_id: int
    board_id: int
    board: str
    assignee_id: int | None
    assignee: str | None
    submit_id: int | None
    submit_start: date | None
    submit_finish: date | None
    submit_deadline: date | None
    submit_done_on: date | None
    submit_first: tuple[date | None, date | None]
    execute_id: int | None
    execute_start: date | None
    execute_finish: date | None
    execute_deadline: date | None
    execute_done_on: date | None
    execute_first: tuple[date | None, date | None]


class Card(NamedTuple):
    """A task as the pages show it on a day. `html` holds nothing of one user."""

    row: Row
    state: str
    standing: Standing | None
    folded: str
    html: Markup


def card_query(organisation_id: int, condition: ColumnElement[bool]) -> Select[Any]:
    """The columns of `Row` for the tasks that meet a condition, in the order of the plans' rows."""
    submit, execute = aliased(Milestone), aliased(Milestone)
    return (
        select(
            Task.id, Task.version, Task.state, Task.held_state, Task.held_until, Task.plan_id, Task.position,
            Task.occurrence, Task.occurrences, Task.number, Task.title, Task.organisation_id,
            Task.board_id, Board.name, Task.assignee_id, Person.name,
            submit.id, submit.start, submit.finish, submit.deadline, submit.done_on,
            submit.first_start, submit.first_finish,
            execute.id, execute.start, execute.finish, execute.deadline, execute.done_on,
            execute.first_start, execute.first_finish,
        )
        .join(Board, Board.id == Task.board_id)
        .outerjoin(Person, Person.id == Task.assignee_id)
        .outerjoin(submit, and_(submit.task_id == Task.id, submit.kind == "submit"))
        .outerjoin(execute, and_(execute.task_id == Task.id, execute.kind == "execute"))
        .where(Task.organisation_id == organisation_id, condition)
        .order_by(Task.plan_id, Task.position, Task.occurrence)
    )  # fmt: skip


def load_cards(organisation_id: int, condition: ColumnElement[bool], year: int) -> list[Card]:
    """The cards of the tasks that meet a condition: one query, whatever their number."""
    found = db.session.execute(card_query(organisation_id, condition)).all()
    day, language = today(), current_language()
    return [_kept(tuple(line), year, day, language) for line in found]


def narrowed(cards: list[Card], filters: Filters) -> list[Card]:
    """The cards that the filters leave."""
    words = fold(filters.q)
    return [
        card
        for card in cards
        if filters.board in (None, card.row.board_id)
        and filters.state in (None, card.state)
        and (filters.standing is None or (card.standing is not None and card.standing.kind == filters.standing))
        and words in card.folded
    ]


@lru_cache(KEPT)
def _kept(line: tuple[Any, ...], year: int, day: date, language: str) -> Card:
    row = _row(line)
    standing = standing_of(_dates(row), day)
    return Card(row, row.state, standing, fold(f"{row.number} {row.title}"), _html(row, standing, year, language))


def _row(line: tuple[Any, ...]) -> Row:
    return Row._make((*line[:21], (line[21], line[22]), *line[23:28], (line[28], line[29])))


def _dates(row: Row) -> TaskDates:
    return TaskDates(row.state, _milestone(row, "submit"), _milestone(row, "execute"))


def _milestone(row: Row, kind: str) -> Dates | None:
    if getattr(row, f"{kind}_id") is None:
        return None
    start, finish, deadline, done_on = (
        getattr(row, f"{kind}_{part}") for part in ("start", "finish", "deadline", "done_on")
    )
    return Dates(start, finish, deadline, done_on, getattr(row, f"{kind}_first") != (start, finish))


def _html(row: Row, standing: Standing | None, year: int, language: str, swap: bool = False) -> Markup:
    dates = _dates(row)
    current = current_milestone(dates)
    times = [
        (kind, span_text(one.start, one.finish, year), one is current, one.was_moved)
        for kind, one in (("submit", dates.submit), ("execute", dates.execute))
        if isinstance(one, Dates)
    ]
    template = current_app.jinja_env.get_template("fragments/card.html")
    address = url_for("task.show", id=row.id)
    html = template.render(card=row, standing=standing, times=times, address=address, swap=swap)
    return Markup(html)  # noqa: S704 - what an autoescaping template gave


def fresh_card(task: Task, year: int) -> Markup:
    """A task's card as it is now, to take the place of the one on the page."""
    line = db.session.execute(card_query(task.organisation_id, Task.id == task.id)).one()
    row = _row(tuple(line))
    return _html(row, standing_of(_dates(row), today()), year, current_language(), swap=True)
