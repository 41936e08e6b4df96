"""Boards that were merged into others: addresses that were sent or kept name them still."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.models import Board, Change, Organisation

MERGED = "merge_board"
WHICH = "merged"  # the key of a board's id in the office's own line; unlike others it never follows a later merging


def former_boards(session: Session, organisation: Organisation) -> dict[int, int]:
    """The board that a board is now, by the id that it had; where an id was given again it is the new board's."""
    lines = select(Change.before, Change.after).where(
        Change.organisation_id == organisation.id, Change.task_id.is_(None), Change.verb == MERGED
    )
    found: dict[int, int] = {}
    for before, after in session.execute(lines.order_by(Change.id)):
        old, new = before[WHICH], after[WHICH]
        found = {one: new if now == old else now for one, now in found.items()} | {old: new}
    here = set(session.scalars(select(Board.id).where(Board.organisation_id == organisation.id)))
    return {old: new for old, new in found.items() if old not in here and new in here}
