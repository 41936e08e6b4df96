"""Loading goes through a scope: what this actor may see, or nothing."""

from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.base import Base
from planner.models import Organisation

M = TypeVar("M", bound=Base)


def visible(by: Actor, model: type[M]) -> Select[tuple[M]]:
    """The rows of a model that belong to the actor's organisations."""
    column: Any = Organisation.id if model is Organisation else model.organisation_id  # type: ignore[attr-defined]
    return select(model).where(column.in_(by.organisation_ids))


def get_for(session: Session, by: Actor, model: type[M], id: int) -> M | None:
    """The row with this id if the actor may see it; None for another organisation's as for one that is not there."""
    return session.scalars(visible(by, model).where(model.id == id)).first()  # type: ignore[attr-defined]
