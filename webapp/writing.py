"""Writing views: one transaction a request, taken as a writing one from its first statement, committed once.

    @section.post("/tasks/<int:id>/approval")
    @access("leader", "secretariat")
    @writes
    def create(id): ...

A view that renders calls `commit()` after its verb, so that no transaction is open meanwhile; what is left is
committed when the view returns. Anything raised rolls back.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import object_session

from planner.asking import ask_to_publish
from planner.database import begin_write, prepare
from planner.models import Change
from planner.models.change import QUIET
from planner.verbs.placing import PLACED
from webapp.extensions import db

CHANGED = "history changed"


def prepare_engine(app: Flask) -> None:
    """Sets up the engine's connections; opens none."""
    with app.app_context():
        prepare(db.engine)


def writes(view: Callable[..., Any]) -> Callable[..., Any]:
    """Declares that a view writes. Stands under @access."""

    @wraps(view)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            answer = view(*args, **kwargs)
            commit()
        except BaseException:
            db.session.rollback()
            raise
        return answer

    wrapped.writes = True  # type: ignore[attr-defined]
    return wrapped


def commit() -> None:
    """Ends the request's transaction. After a change of the history feeds are stale, so a flow is asked to publish."""
    db.session.commit()
    if db.session.info.pop(CHANGED, False):
        ask_to_publish(datetime.now(UTC))


@event.listens_for(Change, "after_insert")
def _note_change(_mapper: Any, _connection: Any, change: Change) -> None:
    if change.verb not in (PLACED, *QUIET) and (session := object_session(change)):
        session.info[CHANGED] = True


def begin(view: Callable[..., Any]) -> None:
    """Takes the writing transaction if the view writes; loading who is signed in is already its first statement."""
    if getattr(view, "writes", False):
        begin_write(db.session())
