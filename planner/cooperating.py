"""Names of co-operating bodies: which of them are boards, said once for all the plans of an organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.base import Base
from planner.errors import NotAllowed, Refusal
from planner.language import N_
from planner.likely_boards import likely_board
from planner.models import Board, Change, Cooperation, Organisation, Task
from planner.models.change import record
from planner.text import line, name_key

CLERKS = ("secretariat", "admin")


@dataclass(frozen=True, slots=True)
class Name:
    """A co-operating body as documents spell it, and on how many rows of plans. `board` None: it is still text.

    `known` is the board that bears this name or alias today, though these rows are not linked to it; `likely` the one
    that it seems to mean, to be proposed.
    """

    name: str
    rows: int
    board: Board | None
    known: Board | None = None
    likely: Board | None = None


def names(session: Session, organisation: Organisation) -> list[Name]:
    """Every name of a co-operating body in the organisation's plans, those on most rows first.

    A board under its own name is left out: there is nothing to link or to undo.
    """
    boards = {board.id: board for board in organisation.boards}
    spelled: dict[tuple[str, int | None], tuple[str, int]] = {}
    for name, board_id, rows in session.execute(_spellings(organisation)).tuples():
        first, before = spelled.get((name_key(name), board_id), (name, 0))
        spelled[name_key(name), board_id] = first, before + rows
    found = [
        Name(name, rows, boards[board_id]) if board_id else _text(organisation, name, rows)
        for (key, board_id), (name, rows) in spelled.items()
        if board_id is None or key != name_key(boards[board_id].name)
    ]
    return sorted(found, key=lambda one: (-one.rows, one.name))


def _text(organisation: Organisation, name: str, rows: int) -> Name:
    known = organisation.board_named(name)
    return Name(name, rows, None, known, known or likely_board(name, organisation.boards))


def _spellings(organisation: Organisation) -> Select[tuple[str, int | None, int]]:
    return (
        select(Cooperation.name, Cooperation.board_id, func.count(Task.row_id.distinct()))
        .join(Task, Task.id == Cooperation.task_id)
        .where(Task.organisation_id == organisation.id)
        .group_by(Cooperation.name, Cooperation.board_id)
        .order_by(func.min(Cooperation.id))
    )


def link_name(
    session: Session, organisation: Organisation, name: str, board: Board | None, by: Actor, today: date
) -> int:
    """Says which board a name is: it becomes an alias, and every task that the name stands on gets the board.

    Without a board a new one is made of the name. Gives the number of tasks. Refused when the name belongs to another
    board, or stands nowhere as text. Undone by `unlink_name`. Never commits.
    """
    _require_clerk(by, organisation)
    if board is not None and board.organisation_id != organisation.id:
        raise Refusal(N_("Bộ phận này thuộc cơ quan khác."))
    bearer = organisation.board_named(name)
    if bearer is not None and bearer is not board:
        raise Refusal(N_("Tên “%(name)s” đã thuộc bộ phận “%(board)s”."), name=name, board=bearer.name)
    tasks = _tasks_with(session, organisation, name, None)
    is_new = board is None
    board = board or organisation.add_board(name)
    is_alias = name_key(name) not in board.keys
    board.add_alias(name)
    session.flush()
    for task in tasks:
        task.link_name(name_key(name), board, by, today)
    facts = {"name": line(name), "board": board.name, "alias": is_alias, "new": is_new, "tasks": len(tasks)}
    record(organisation, by, "link_name", today, after=facts)
    return len(tasks)


def unlink_name(session: Session, organisation: Organisation, name: str, board: Board, by: Actor, today: date) -> int:
    """Takes a link back: the name is text again on every task, and no alias if linking had made it one.

    A board that was made for the name and is used for nothing else goes too. Gives the number of tasks. Never commits.
    """
    _require_clerk(by, organisation)
    tasks = _tasks_with(session, organisation, name, board)
    for task in tasks:
        task.unlink_name(name_key(name), board, by, today)
    link = _last_link(session, organisation, name, board)
    if link.get("alias"):
        board.drop_alias(name)
    facts = {"name": line(name), "board": board.name, "tasks": len(tasks)}
    record(organisation, by, "unlink_name", today, before=facts)
    session.flush()
    if link.get("new") and not _is_used(session, board):
        organisation.boards.remove(board)
        session.delete(board)
    return len(tasks)


def _require_clerk(by: Actor, organisation: Organisation) -> None:
    if not any(by.has(role, organisation.id) for role in CLERKS):
        raise NotAllowed(N_("Chỉ Văn phòng hoặc quản trị viên được liên kết cơ quan phối hợp với bộ phận."))


def _tasks_with(session: Session, organisation: Organisation, name: str, board: Board | None) -> Sequence[Task]:
    """The tasks on which the name stands, in any spelling, linked to the board (None: as text). Refused without any."""
    linked, key = board.id if board else None, name_key(name)
    found = session.execute(_spellings(organisation)).tuples()
    spelled = [text for text, board_id, _rows in found if (name_key(text), board_id) == (key, linked)]
    on = select(Cooperation.task_id).where(
        Cooperation.name.in_(spelled), Cooperation.board_id.is_not_distinct_from(linked)
    )
    query = select(Task).where(Task.organisation_id == organisation.id, Task.id.in_(on)).order_by(Task.id)
    if tasks := session.scalars(query).all():
        return tasks
    raise Refusal(N_("Không còn dòng kế hoạch nào để liên kết hoặc bỏ liên kết tên “%(name)s”."), name=line(name))


def _last_link(session: Session, organisation: Organisation, name: str, board: Board) -> dict[str, object]:
    """What the history says of how this name came to this board; nothing when the importer linked it."""
    query = select(Change.after).where(
        Change.organisation_id == organisation.id, Change.task_id.is_(None), Change.verb == "link_name"
    )
    found = [a for a in session.scalars(query.order_by(Change.id)) if name_key(a["name"]) == name_key(name)]
    return found[-1] if found and found[-1]["board"] == board.name else {}


def _is_used(session: Session, board: Board) -> bool:
    """Whether any row of any table points to the board, or the history says that it led a task."""
    pointing = [
        select(column).where(column == board.id)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if any(key.column is Board.__table__.c.id for key in column.foreign_keys)
    ]
    led = [facts["board_id"].as_integer() == board.id for facts in (Change.before, Change.after)]
    pointing.append(select(Change.id).where(Change.organisation_id == board.organisation_id, or_(*led)))
    return any(session.execute(query.limit(1)).first() for query in pointing)
