"""/timeline: the year's tasks by board, on its days."""

from collections.abc import Iterable
from typing import NamedTuple

from flask import request
from sqlalchemy import and_, func, select

from planner.clock import today
from planner.models import Task
from planner.queries import touches_year
from webapp.access import access
from webapp.answers import render
from webapp.extensions import db
from webapp.filters import filters
from webapp.narrowing import condition, stands
from webapp.people import current_organisation
from webapp.year_lines import section
from webapp.year_lines.bars import day_in, days_of, month_starts
from webapp.year_lines.lines import Line, load_lines

AT_ONCE = 400  # lines; more make a page that nobody reads and browsers draw slowly


class Group(NamedTuple):
    """A board's lines."""

    board: str
    lines: list[Line]


@section.get("/timeline")
@access.anyone
def show() -> str:
    """Boards in their order. `all` shows what is above the number that is shown at once."""
    organisation, wanted = current_organisation(), filters()
    in_year = touches_year(wanted.year, today())
    found = load_lines(organisation.id, and_(in_year, condition(wanted)))
    lines = [line for line in found if stands(wanted, line.standing)]
    of_year = select(func.count()).select_from(Task).where(Task.organisation_id == organisation.id, in_year)
    groups = _by_board(lines)
    shown = groups if request.args.get("all") else _first(groups, AT_ONCE)
    return render(
        "timeline/show.html", groups=shown, left=len(lines) - sum(len(group.lines) for group in shown),
        shown=len(lines), of_all=db.session.scalar(of_year) if wanted.is_narrowed else len(lines),
        year=wanted.year, days=days_of(wanted.year), month_starts=month_starts(wanted.year),
        now=day_in(wanted.year, today()),
    )  # fmt: skip


def _by_board(lines: Iterable[Line]) -> list[Group]:
    """The boards in their own order, each with its lines by their first day."""
    held: dict[int, Group] = {}
    for line in lines:
        held.setdefault(line.board_id, Group(line.board, [])).lines.append(line)
    return [Group(group.board, sorted(group.lines, key=lambda line: line.begins)) for group in held.values()]


def _first(groups: list[Group], number: int) -> list[Group]:
    """As many lines as there is room for."""
    first: list[Group] = []
    for group in groups:
        room = number - sum(len(one.lines) for one in first)
        if room > 0:
            first.append(Group(group.board, group.lines[:room]))
    return first
