"""Who gets what leaves the house: people by their role, disabled ones left out."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from planner.models import Board, Document, Membership, Organisation, Person
from planner.text import name_key

REPORTS = ("digest", "report")


def recipients_of(session: Session, document: Document) -> Sequence[Person]:
    """Who gets a document: a report its board's heads or secretariat and leaders, unless they want none; a letter its
    board; minutes and annexes also the heads of the boards that they speak of.
    """
    organisation, board = document.organisation, document.board
    if board is not None:
        people = of_board(session, board)
    elif document.kind in REPORTS:
        people = of_organisation(session, organisation, "secretariat", "leader")
    else:
        people = _with_heads(session, organisation, boards_in(document))
    return [one for one in people if one.gets_digests] if document.kind in REPORTS else people


def boards_in(document: Document) -> set[str]:
    """The names of the boards whose work minutes or an annex speak of."""
    data = document.data
    tasks = [task for row in data.get("rows", ()) for task in row.get("tasks", ())]
    return {str(one["board"]) for one in [*data.get("items", ()), *tasks]}


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


def _with_heads(session: Session, organisation: Organisation, names: Iterable[str]) -> Sequence[Person]:
    keys = {name_key(name) for name in names}  # a paper may speak of a board by a name that it had before
    boards = [board.id for board in organisation.boards if keys & board.keys]
    heads = (Membership.role == "head") & Membership.board_id.in_(boards)
    office = Membership.role.in_(("secretariat", "leader"))
    return _people(session, Membership.organisation_id == organisation.id, or_(heads, office))


def _people(session: Session, *conditions: ColumnElement[bool]) -> Sequence[Person]:
    ids = select(Membership.person_id).where(*conditions)
    query = select(Person).where(Person.id.in_(ids), Person.disabled_at.is_(None))
    return session.scalars(query.order_by(Person.id)).all()
