"""Plans that were imported before rows knew their lead: it is the tasks' first board, whoever has them now."""

from datetime import date
from pathlib import Path

from alembic import command
from office import Office, make_office
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from planner.database import WRITE, make_engine
from planner.migrations import configuration, upgrade
from planner.models import PlanRow


def downgrade(engine: Engine, revision: str) -> None:
    with engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        with connection.execution_options(**WRITE).begin():
            command.downgrade(configuration(connection), revision)
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]


def test_a_row_gets_the_board_that_it_named_before_any_hand_over(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'old.db'}")
    upgrade(engine)
    with Session(engine) as session:
        office: Office = make_office(session)
        for key in ("dcpl", "tctg"):
            office.task("1").hand_over(office.boards[key], office.actor("secretariat"), date(2026, 2, 2), "Đổi việc")
        session.commit()
        names = {row.title: row.board.name for row in session.query(PlanRow) if row.board}
    downgrade(engine, "0005")
    upgrade(engine)
    with Session(engine) as session:
        rows = session.query(PlanRow).all()
        assert {row.title: row.board.name for row in rows if row.board} == names
        assert {(row.issue, row.ended_issue, row.pairing) for row in rows} == {(1, None, "")}
        assert session.execute(text("SELECT count(*) FROM milestone")).scalar() == 16
    engine.dispose()
