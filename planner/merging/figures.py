"""What merging a board into another would move, in figures, before anybody decides."""

from dataclasses import astuple, dataclass

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from planner.models import Board, Cooperation, Document, Feed, Membership, PlanRow, Task


@dataclass(frozen=True, slots=True)
class Figures:
    """`ending` co-operations end since who leads does not co-operate; `twice` are roles that somebody has on both.

    `went_out` are papers that stay as they are, `drafts` wait for their release.
    """

    tasks: int
    rows: int
    helped: int
    ending: int
    roles: int
    twice: int
    feeds: int
    went_out: int
    drafts: int

    @property
    def token(self) -> str:
        """What the page sends back, so that nobody merges more than was shown."""
        return ".".join(map(str, astuple(self)))


def figures_of(session: Session, old: Board, new: Board) -> Figures:
    """One query."""
    other = aliased(Membership)
    same = and_(other.board_id == new.id, other.person_id == Membership.person_id, other.role == Membership.role)
    told = select(
        _count(Task, Task.board_id == old.id),
        _count(PlanRow, PlanRow.board_id == old.id),
        _count(Task, _helped_by(old)),
        _count(Task, or_(_leads_and_is_helped(new, old), _leads_and_is_helped(old, new))),
        _count(Membership, Membership.board_id == old.id),
        _count(Membership, Membership.board_id == old.id, exists().where(same)),
        _count(Feed, Feed.board_id == old.id, Feed.revoked_at.is_(None)),
        _count(Document, Document.board_id == old.id, Document.state == "released"),
        _count(Document, Document.board_id == old.id, Document.state == "draft"),
    )
    return Figures(*session.execute(told).one())


def _count(model: type, *conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count()).select_from(model).where(*conditions).scalar_subquery()


def _helped_by(board: Board) -> ColumnElement[bool]:
    return exists().where(Cooperation.task_id == Task.id, Cooperation.board_id == board.id)


def _leads_and_is_helped(lead: Board, helper: Board) -> ColumnElement[bool]:
    return and_(Task.board_id == lead.id, _helped_by(helper))
