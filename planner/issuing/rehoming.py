"""The papers of a board that was merged into another: what went out stays word for word, a draft is the other's."""

from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import Refusal
from planner.issuing.documents import is_known, note
from planner.issuing.drafts import renew
from planner.language import N_
from planner.models import Board, Document

REASON = N_("Gộp bộ phận")


def move_papers(session: Session, old: Board, new: Board, by: Actor, today: date) -> None:
    """Files them under the other board. Needs the tasks there already. Never commits.

    A report of a period for which the other has none counts as the other's: it is not made a second time. A draft is
    made anew for the other board; where the other has its own it is dropped, and so is a letter with nothing left.
    """
    for document in session.scalars(select(Document).where(Document.board_id == old.id).order_by(Document.id)).all():
        is_free = _file(session, document, old, new)
        if document.state != "draft":
            continue
        try:
            if not is_free:
                raise Refusal(REASON)
            renew(session, document, today)
            note(document, by, "refresh", today)
        except Refusal:
            document.state, document.version = "dropped", document.version + 1
            states = {"state": "draft"}, {"state": "dropped"}
            note(document, by, "drop", today, before=states[0], after=states[1], reason=REASON)


def _file(session: Session, document: Document, old: Board, new: Board) -> bool:
    """Where a paper is kept is no part of it: this goes past the guard of what went out. False: the other has one."""
    report = f"digest:{document.organisation_id}:{document.period}:"
    key = f"{report}{new.id}" if document.key == f"{report}{old.id}" else document.key
    is_free = key == document.key or not is_known(session, key)
    # Where the other has its own the key goes out of the way: a later board may get the id of the one that ends
    values = {"board_id": new.id, "key": key if is_free else f"{document.key}:{document.id}"}
    session.execute(update(Document).where(Document.id == document.id).values(values))
    session.refresh(document)
    return is_free
