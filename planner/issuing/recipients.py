"""Who gets what leaves the house: people by their role, disabled ones left out."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from planner.models import Board, Membership, Organisation, Person


def of_organisation(session: Session, organisation: Organisation, *roles: str) -> Sequence[Person]:
    """The people who have one of these roles in an organisation, each once, in a steady order."""
    return _people(session, Membership.organisation_id == organisation.id, Membership.role.in_(roles))


def of_board(session: Session, board: Board) -> Sequence[Person]:
    """The heads of a board; the secretariat of its organisation when it has none."""
    heads = _people(session, Membership.board_id == board.id, Membership.role == "head")
    return heads or of_organisation(session, board.organisation, "secretariat")


def headed_boards(session: Session, organisation: Organisation) -> set[int]:
    """The boards of an organisation that have a head who is not disabled, by their ids."""
    query = select(Membership.board_id).join(Person, Person.id == Membership.person_id).where(
        Membership.organisation_id == organisation.id, Membership.role == "head", Person.disabled_at.is_(None)
    )  # fmt: skip
    return {board_id for board_id in session.scalars(query) if board_id is not None}


def _people(session: Session, *conditions: ColumnElement[bool]) -> Sequence[Person]:
    ids = select(Membership.person_id).where(*conditions)
    query = select(Person).where(Person.id.in_(ids), Person.disabled_at.is_(None))
    return session.scalars(query.order_by(Person.id)).all()
