"""What was stored before there was a search is found after the upgrade."""

from pathlib import Path

from alembic import command
from office import make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner.database import WRITE, make_engine
from planner.migrations import configuration, upgrade
from planner.models import PlanRow, Task


def keys(engine: Engine) -> list[str]:
    with Session(engine) as session:
        columns = (Task.searched, PlanRow.searched)
        return [key for column in columns for key in session.scalars(select(column).order_by(column))]


def downgrade(engine: Engine) -> None:
    """By hand on either database: SQLite has its foreign keys at rest meanwhile, as in an upgrade."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        with connection.execution_options(**WRITE).begin():
            command.downgrade(configuration(connection), "0019")


def check(engine: Engine) -> None:
    upgrade(engine)
    with Session(engine) as session:
        make_office(session)
        session.commit()
    before = keys(engine)
    assert " 2 hoi nghi tiep xuc cu tri truoc ky hop thuong le giua nam " in before
    downgrade(engine)
    upgrade(engine)
    assert keys(engine) == before


def test_old_rows_are_found_on_sqlite(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'old.db'}")
    check(engine)
    engine.dispose()


def test_old_rows_are_found_on_postgresql(postgres: Engine) -> None:
    check(postgres)
