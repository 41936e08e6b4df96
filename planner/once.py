"""Rows that may exist once only: the unique key decides, whoever comes first."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from planner.base import Base
from planner.models import Organisation


def insert_once(session: Session, row: Base) -> bool:
    """Inserts a row; False when its unique key is taken. The rest of the transaction goes on either way."""
    session.flush()
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return False
    return True


def take_turns(session: Session, organisation: Organisation) -> None:
    """Lets one transaction at a time issue or open things for an organisation, until it commits.

    On SQLite a writing transaction is alone anyway; on PostgreSQL the organisation's row is locked.
    """
    session.execute(select(Organisation.id).where(Organisation.id == organisation.id).with_for_update())
