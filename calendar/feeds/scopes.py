"""What a feed holds: everything, a board's work, or one person's."""

import re
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.errors import Refusal
from planner.language import N_, translate
from planner.models import Board, Membership, Organisation, Person, Task

_KEY = re.compile(r"(board|person):([0-9]{1,9})")


class NoSuchScope(Refusal):
    """There is no such board or person in the organisation."""


@dataclass(frozen=True, slots=True)
class Scope:
    """`boards` None means all of them; `person_id` adds what is assigned to that person. `name` is the calendar's."""

    key: str
    name: str
    boards: frozenset[int] | None = None
    person_id: int | None = None

    def holds(self, task: Task) -> bool:
        if self.boards is None or task.board_id in self.boards:
            return True
        return self.person_id is not None and task.assignee_id == self.person_id

    @property
    def mark(self) -> str:
        """What the content depends on besides the tasks: a person who heads another board sees other work."""
        return " ".join([self.key, *map(str, sorted(self.boards or ()))])


def scope_of(session: Session, organisation: Organisation, key: str, language: str = "vi") -> Scope:
    """The scope `all`, `board:ID` or `person:ID` of an organisation; refuses one that it does not have."""
    if key == "all":
        return Scope(key, translate(N_("Bảng việc – %(name)s"), language, name=organisation.name))
    if named := _KEY.fullmatch(key):
        kind, number = named[1], int(named[2])
        if kind == "board" and (board := _board(session, organisation, number)):
            return Scope(key, translate(N_("Bảng việc – %(name)s"), language, name=board.name), frozenset([board.id]))
        if kind == "person" and (person := _person(session, organisation, number)):
            return of_person(session, organisation, person, language)
    raise NoSuchScope(N_("Không có lịch này."))


def of_person(session: Session, organisation: Organisation, person: Person, language: str = "vi") -> Scope:
    """What is assigned to a person, and the work of the boards that they head."""
    heads = select(Membership.board_id).where(
        Membership.person_id == person.id, Membership.organisation_id == organisation.id,
        Membership.role == "head", Membership.board_id.is_not(None),
    )  # fmt: skip
    name = translate(N_("Bảng việc – Việc của %(name)s"), language, name=person.name)
    return Scope(f"person:{person.id}", name, frozenset(filter(None, session.scalars(heads))), person.id)


def _board(session: Session, organisation: Organisation, id: int) -> Board | None:
    return session.scalars(select(Board).where(Board.id == id, Board.organisation_id == organisation.id)).first()


def _person(session: Session, organisation: Organisation, id: int) -> Person | None:
    """Only somebody who belongs to the organisation has a calendar there."""
    member = select(Person).join(Membership).where(Person.id == id, Membership.organisation_id == organisation.id)
    return session.scalars(member).first()
