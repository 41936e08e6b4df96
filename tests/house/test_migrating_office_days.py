"""The office's own days survive the upgrade on both databases, and what was removed goes with a downgrade."""

from pathlib import Path

from alembic import command
from office import TODAY, make_office
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from planner import clock
from planner.database import WRITE, make_engine
from planner.migrations import configuration, upgrade
from planner.models import OfficeDay
from planner.office_days import add_office_day, remove_office_day


def downgrade(engine: Engine) -> None:
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        with connection.execution_options(**WRITE).begin():
            command.downgrade(configuration(connection), "0020")


def check(engine: Engine) -> None:
    upgrade(engine)
    with Session(engine) as session:
        office = make_office(session)
        by, now = office.actor("admin"), clock.now()
        _kept, gone = (
            add_office_day(session, office.organisation, by, TODAY, now, name=name, day=15, month=8)
            for name in ("Ngày hội", "Ngày cũ")
        )
        session.flush()
        remove_office_day(office.organisation, gone, by, TODAY, now)
        session.commit()
    downgrade(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT name FROM office_day")).scalars().all() == ["Ngày hội"]
    upgrade(engine)
    with Session(engine) as session:
        assert session.execute(select(OfficeDay.name, OfficeDay.removed_at)).all() == [("Ngày hội", None)]


def test_days_survive_on_sqlite(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'old.db'}")
    check(engine)
    engine.dispose()


def test_days_survive_on_postgresql(postgres: Engine) -> None:
    check(postgres)
