"""From a scope's key to the scope: `all`, `board:7`, `cooperating:7`, `person:3`, `tree:3`, `days`.

`tree` without a person holds every organisation below: no subscription has it, only the command line.
"""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session, aliased

from feeds import days
from feeds.order import Order
from feeds.scopes import About, Scope, scope_about
from planner.errors import Refusal
from planner.feed_choices import OF_A_BOARD
from planner.language import N_
from planner.models import Board, Membership, Organisation, Person

_KEY = re.compile(r"(board|cooperating|person|tree):([0-9]{1,9})")


class NoSuchScope(Refusal):
    """There is no such board or person in the organisation."""


class Place(NamedTuple):
    """A role in an organisation, or on one of its boards."""

    role: str | None
    organisation_id: int | None
    board_id: int | None


def scope_of(session: Session, order: Order) -> Scope:
    """The scope that an order names in its organisation; refuses one that the organisation does not have."""
    organisation, language = order.organisation, order.language
    if order.scope == "days" and order.today is not None:
        return days.scope(organisation.name, organisation.term, language, order.today)
    if order.scope == "all":
        return scope_about("all", About(organisation.id, organisation.name), language)
    if order.scope == "tree":  # everybody's, for whoever may read the database itself
        under = below(session, organisation.id)
        return scope_about("tree", About(organisation.id, organisation.name, seen=frozenset(under)), language, under)
    named = _KEY.fullmatch(order.scope)
    kind, number = (named[1], int(named[2])) if named else ("", 0)
    look = _of_board if kind in OF_A_BOARD else _of_person
    about = look(session, organisation, number)
    if about is None:
        raise NoSuchScope(N_("Không có lịch này."))
    return scope_about(kind, about, language, below(session, organisation.id) if kind == "tree" else ())


def _of_board(session: Session, organisation: Organisation, id: int) -> About | None:
    query = select(Board.name).where(Board.id == id, Board.organisation_id == organisation.id)
    name = session.scalars(query).first()
    return None if name is None else About(organisation.id, organisation.name, id, name)


def _of_person(session: Session, organisation: Organisation, id: int) -> About | None:
    """Only somebody who belongs to the organisation has a calendar there."""
    roles = session.execute(
        select(Person.name, Membership.role, Membership.organisation_id, Membership.board_id)
        .join(Membership, Membership.person_id == Person.id)
        .where(Person.id == id)
    ).all()
    if all(role.organisation_id != organisation.id for role in roles):
        return None
    headed, seen = places([Place(*row[1:]) for row in roles], organisation.id)
    return About(
        organisation.id, organisation.name, person_id=id, person=roles[0].name, headed=headed, seen=seen
    )  # fmt: skip


def places(roles: Collection[Place], organisation_id: int) -> tuple[frozenset[int], frozenset[int]]:
    """The boards of an organisation that roles make one the head of; the organisations that they show."""
    headed = {r.board_id for r in roles if r.role == "head" and r.organisation_id == organisation_id}
    return frozenset(filter(None, headed)), frozenset(filter(None, (r.organisation_id for r in roles)))


def below(database: Session | Connection, organisation_id: int) -> Sequence[int]:
    """The organisations under one, at any depth."""
    found = select(Organisation.id).where(Organisation.parent_id == organisation_id).cte("below", recursive=True)
    child = aliased(Organisation)
    # A union without ALL ends even where somebody made a ring.
    found = found.union(select(child.id).join(found, child.parent_id == found.c.id))
    return database.execute(select(found.c.id)).scalars().all()
