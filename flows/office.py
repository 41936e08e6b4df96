"""The office's database for flows: one transaction a Prefect task, none open while something is rendered or sent."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple, TypeVar

from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from planner import clock
from planner.database import make_engine, reading, writing
from planner.models import Organisation
from planner.settings import database_url

T = TypeVar("T")
ATTEMPTS = 3


class Office(NamedTuple):
    """An organisation as flows name it."""

    id: int
    name: str


def engine() -> Engine:
    """The engine of this process."""
    return _engine(database_url())


@cache
def _engine(url: str) -> Engine:
    return make_engine(url)


def transact(work: Callable[[Session], T]) -> T:
    """Runs work in one writing transaction. When a person's move came between, it is done again from the start."""
    for _ in range(ATTEMPTS - 1):
        try:
            return _once(work)
        except (StaleDataError, IntegrityError, OperationalError):
            continue
    return _once(work)


def _once(work: Callable[[Session], T]) -> T:
    with writing(engine()) as session:
        return work(session)


def look(work: Callable[[Session], T]) -> T:
    """Runs work that only reads."""
    with reading(engine()) as session:
        return work(session)


def offices() -> list[Office]:
    """The organisations, in the order in which they were made."""
    rows = look(lambda s: s.execute(select(Organisation.id, Organisation.name).order_by(Organisation.id)).all())
    return [Office(*row) for row in rows]


def the_day(day: date | None) -> date:
    """The day a run is for: the one given, or today in Việt Nam."""
    return day or clock.today()
