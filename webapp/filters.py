"""The open year and the filters: kept in the address, and kept when one goes from view to view."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from flask import g, request
from werkzeug.datastructures import MultiDict

from planner.clock import today
from planner.moves import STATES
from planner.queries import years_with_tasks
from planner.standing import LABELS
from planner.text import line
from webapp.extensions import db, htmx
from webapp.forms import YEARS
from webapp.people import current_organisation


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks for. `lanes` is swimlanes by board, `held` shows postponed and cancelled work too.

    `cooperating` stands beside a board: its own work, and what it co-operates on.
    """

    year: int
    board: int | None = None
    cooperating: bool = False
    state: str | None = None
    standing: str | None = None
    q: str = ""
    lanes: bool = False
    held: bool = False

    def keep(self, **changes: Any) -> dict[str, Any]:
        """The arguments of an address that keeps these filters but for the changes; None leaves one out."""
        new = replace(self, **changes)
        kept = {"board": new.board, "state": new.state, "standing": new.standing, "q": new.q or None}
        also = new.cooperating and new.board is not None
        flags = {"cooperating": 1 if also else None, "lanes": 1 if new.lanes else None, "held": 1 if new.held else None}
        return {"year": new.year} | {key: value for key, value in (kept | flags).items() if value is not None}

    def holds(self, lead: int, bodies: Iterable[tuple[str, int | None]]) -> bool:
        """Whether the board that is asked for, if one is, leads a task or is among its co-operating bodies."""
        if self.board is None or self.board == lead:
            return True
        return self.cooperating and any(board == self.board for _label, board in bodies)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.board or self.state or self.standing or self.q)


def filters() -> Filters:
    """The filters of this request; what makes no sense in an address counts as not there."""
    if "filters" not in g:
        g.filters = _read()
    return g.filters


def years() -> list[int]:
    """The years that the organisation's plans cover, with the current one, in order."""
    if "years" not in g:
        spans = db.session.execute(years_with_tasks(current_organisation().id)).all()
        g.years = sorted({today().year}.union(*(range(first, last + 1) for first, last in spans)))
    return g.years


def _args_of_page() -> MultiDict[str, str]:
    """What the address of the page says from which htmx sends its request."""
    try:
        return MultiDict(parse_qsl(urlsplit(htmx.current_url or "").query))
    except ValueError:  # no address at all
        return MultiDict()


def _read() -> Filters:
    args = request.args if "year" in request.args or not htmx else _args_of_page()
    year = args.get("year", type=int)
    state, standing = args.get("state"), args.get("standing")
    return Filters(
        year=year if year and year in YEARS else today().year,
        board=args.get("board", type=int),
        cooperating=bool(args.get("cooperating")),
        state=state if state in STATES else None,
        standing=standing if standing in LABELS else None,
        q=line(args.get("q"))[:100],
        lanes=bool(args.get("lanes")),
        held=bool(args.get("held")),
    )
