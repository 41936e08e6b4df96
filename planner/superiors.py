"""The tree of organisations: which one stands under which (commune under province), to any depth."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.administration import require_admin
from planner.errors import Refusal
from planner.language import N_
from planner.models import Organisation
from planner.models.change import record


def place_under(
    session: Session, organisation: Organisation, superior: Organisation | None, by: Actor, today: date
) -> None:  # fmt: skip
    """Đặt cơ quan trực thuộc: under another one, or under none. Asks for the administrator of both; never a ring."""
    require_admin(by, organisation)
    if superior is not None:
        require_admin(by, superior)
        if organisation.id in _and_above(session, superior.id):
            raise Refusal(N_("“%(name)s” đang trực thuộc cơ quan này, không đặt ngược lại được."), name=superior.name)
    old = session.scalars(select(Organisation.name).where(Organisation.id == organisation.parent_id)).first()
    if organisation.parent_id == (superior.id if superior else None):
        return
    organisation.parent_id = superior.id if superior else None
    facts = {"superior": old}, {"superior": superior.name if superior else None}
    record(organisation, by, "place_under", today, before=facts[0], after=facts[1])


def possible_superiors(session: Session, organisation: Organisation, by: Actor) -> Sequence[Organisation]:
    """The other organisations that this administrator may place it under, by name."""
    others = session.scalars(select(Organisation).where(Organisation.id != organisation.id).order_by(Organisation.name))
    return [one for one in others if by.has("admin", one.id)]


def _and_above(session: Session, organisation_id: int | None) -> set[int]:
    """An organisation and those above it."""
    found: set[int] = set()
    while organisation_id is not None and organisation_id not in found:
        found.add(organisation_id)
        parent = select(Organisation.parent_id).where(Organisation.id == organisation_id)
        organisation_id = session.scalars(parent).first()
    return found
