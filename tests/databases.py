"""Engines that go from one test's database file to the next: what SQLAlchemy compiled for them stays."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import Engine, event, make_url

from webapp.extensions import db


def engine_of(app: Flask) -> Engine:
    with app.app_context():
        return db.engine


def make_movable(engine: Engine) -> None:
    """From here on the engine opens the file that `at` says, whatever its address was."""

    def connect(_dialect: object, _record: object, arguments: list[Any], _options: object) -> None:
        arguments[0] = engine.url.database

    event.listen(engine, "do_connect", connect)


@contextmanager
def at(engine: Engine, file: Path) -> Iterator[Engine]:
    """The engine on this file; nothing of it is open afterwards."""
    engine.url = make_url(f"sqlite:///{file}")
    yield engine
    engine.dispose()


@contextmanager
def heard(engine: Engine) -> Iterator[list[str]]:
    """The statements that the engine carries out meanwhile, without the BEGINs."""
    statements: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", hear)
    yield statements
    event.remove(engine, "before_cursor_execute", hear)


def selects(engine: Engine, work: Callable[[], object]) -> int:
    """How many reading statements a piece of work needs."""
    with heard(engine) as statements:
        work()
    return sum(statement.startswith("SELECT") for statement in statements)
