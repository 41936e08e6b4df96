"""To whom a task may be assigned: people of its board, and those of the organisation who belong to no board."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Select, select

from planner.models import Membership, Person
from webapp.extensions import db

WORKING = ("head", "member", "secretariat")


class Assignable(NamedTuple):
    """A person, and the boards whose tasks may be theirs; `everywhere` for those of no board."""

    id: int
    name: str
    boards: frozenset[int]
    everywhere: bool


def _working(organisation_id: int) -> Select[tuple[Person, int | None]]:
    return (
        select(Person, Membership.board_id)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.organisation_id == organisation_id,
            Membership.role.in_(WORKING),
            Person.disabled_at.is_(None),
        )
        .order_by(Person.name)
    )


def candidates(organisation_id: int, board_id: int) -> list[Person]:
    """Those whom a task of a board may be assigned to."""
    query = _working(organisation_id).where(Membership.board_id.is_(None) | (Membership.board_id == board_id))
    return _once(db.session.execute(query).tuples())


def everybody(organisation_id: int) -> list[Assignable]:
    """All who may be assigned something in an organisation, by name."""
    found = db.session.execute(_working(organisation_id)).tuples().all()
    boards: dict[int, set[int | None]] = {}
    for person, board_id in found:
        boards.setdefault(person.id, set()).add(board_id)
    return [
        Assignable(one.id, one.name, frozenset(b for b in boards[one.id] if b is not None), None in boards[one.id])
        for one in _once(found)
    ]


def _once(found: Iterable[tuple[Person, int | None]]) -> list[Person]:
    """Each person once, who may have several roles."""
    return list({person.id: person for person, _board in found}.values())
