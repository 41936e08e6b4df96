"""The open year and the filters: kept in the address, and kept when one goes from view to view."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from flask import g, request
from werkzeug.datastructures import MultiDict

from planner.clock import today
from planner.merging import former_boards
from planner.moves import STATES
from planner.queries import years_with_tasks
from planner.standing import LABELS
from planner.text import line
from webapp.access import IDS
from webapp.extensions import db, htmx
from webapp.forms import YEARS
from webapp.keeping import kept_through_moves
from webapp.people import current_organisation

UNDATED = 0  # among the months
NOBODY = 0  # among the people
LONGEST = 300
NARROWING: dict[str, Any] = {
    "board": None, "cooperating": False, "state": None, "standing": None, "month": None, "person": None,
    "section": "", "q": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks for. `lanes` is swimlanes by board, `held` shows postponed and cancelled work too.

    `cooperating` stands beside a board: its own work, and what it co-operates on. `month` is 1 to 12 or UNDATED, that
    of one of the two milestones as the month view shows them; `person` an id or NOBODY, `section` the plan's own words.
    """

    year: int
    board: int | None = None
    cooperating: bool = False
    state: str | None = None
    standing: str | None = None
    month: int | None = None
    person: int | None = None
    section: str = ""
    q: str = ""
    lanes: bool = False
    held: bool = False

    def keep(self, **changes: Any) -> dict[str, Any]:
        """The arguments of an address that keeps these filters but for the changes; None leaves one out."""
        new = replace(self, **changes)
        kept = {
            "board": new.board, "cooperating": 1 if new.cooperating and new.board is not None else None,
            "state": new.state, "standing": new.standing, "month": new.month, "person": new.person,
            "section": new.section or None, "q": new.q or None,
            "lanes": 1 if new.lanes else None, "held": 1 if new.held else None,
        }  # fmt: skip
        return {"year": new.year} | {key: value for key, value in kept.items() if value is not None}

    def clear(self) -> dict[str, Any]:
        """The arguments of the address that shows everything of the year."""
        return self.keep(**NARROWING)

    def holds(self, lead: int, bodies: Iterable[tuple[str, int | None]]) -> bool:
        """Whether the board that is asked for, if one is, leads a task or is among its co-operating bodies."""
        if self.board is None or self.board == lead:
            return True
        return self.cooperating and any(board == self.board for _label, board in bodies)

    @property
    def is_narrowed(self) -> bool:
        return any(getattr(self, name) != empty for name, empty in NARROWING.items() if name != "cooperating")


def filters() -> Filters:
    """The filters of this request; what makes no sense in an address counts as not there."""
    if "filters" not in g:
        g.filters = _read()
    return g.filters


def years() -> list[int]:
    """The years that the organisation's plans cover, with the current one, in order."""
    if "years" not in g:
        g.years = sorted({today().year} | kept_through_moves(current_organisation(), "years", _planned_years))
    return g.years


def _planned_years() -> set[int]:
    spans = db.session.execute(years_with_tasks(current_organisation().id)).all()
    return {year for first, last in spans for year in range(first, last + 1)}


def _args_of_page() -> MultiDict[str, str]:
    """What the address of the page says from which htmx sends its request."""
    try:
        return MultiDict(parse_qsl(urlsplit(htmx.current_url or "").query))
    except ValueError:  # no address at all
        return MultiDict()


def _read() -> Filters:
    args = request.args if "year" in request.args or not htmx else _args_of_page()
    year = args.get("year", type=int)
    return Filters(
        year=year if year and year in YEARS else today().year,
        board=_board(_id(args, "board") or None),
        cooperating=bool(args.get("cooperating")),
        state=_one_of(args, "state", STATES),
        standing=_one_of(args, "standing", LABELS),
        month=_month(args),
        person=_id(args, "person"),
        section=line(args.get("section"))[:LONGEST],
        q=line(args.get("q"))[:100],
        lanes=bool(args.get("lanes")),
        held=bool(args.get("held")),
    )


def _board(id: int | None) -> int | None:
    """An address that was kept or sent may name a board that was merged into another since."""
    if id is None:
        return None
    organisation = current_organisation()
    found = kept_through_moves(organisation, "former boards", lambda: former_boards(db.session(), organisation))
    return found.get(id, id)


def _id(args: MultiDict[str, str], name: str) -> int | None:
    """An id, or 0 for nobody; None for what no row can have."""
    found = args.get(name, type=int)
    return found if found is not None and (found == NOBODY or found in IDS) else None


def _one_of(args: MultiDict[str, str], name: str, known: Container[str]) -> str | None:
    found = args.get(name)
    return found if found is not None and found in known else None


def _month(args: MultiDict[str, str]) -> int | None:
    found = args.get("month", type=int)
    return found if found in range(UNDATED, 13) else None
