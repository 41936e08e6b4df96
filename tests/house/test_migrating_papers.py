"""Papers that were issued before papers could wait: they went out, for the month or the day that they are about."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from office import TODAY, make_office
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from planner.database import WRITE, make_engine
from planner.issuing import issue_report, keep_pdf
from planner.migrations import configuration, upgrade
from planner.models import Document
from planner.reminding import remind_now
from planner.reporting import period_of


@pytest.fixture(params=["sqlite", "postgres"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "postgres":
        yield request.getfixturevalue("postgres")
    else:
        engine = make_engine(f"sqlite:///{tmp_path / 'old.db'}")
        yield engine
        engine.dispose()


def downgrade(engine: Engine, revision: str) -> None:
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        with connection.execution_options(**WRITE).begin():
            command.downgrade(configuration(connection), revision)
        if engine.dialect.name == "sqlite":
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]


def test_what_was_issued_before_went_out_for_its_month_or_day(fresh: Engine) -> None:
    upgrade(fresh)
    with Session(fresh) as session:
        office = make_office(session)
        for month, board in ((2, None), (4, office.boards["pt"])):
            period = period_of(0, "month", 2026, month)
            document = issue_report(session, office.organisation, period, board, TODAY)
            assert document is not None
            keep_pdf(session, document.id, b"%PDF of " + document.key.encode())
        clerk = office.actor("secretariat")
        remind_now(session, office.organisation, office.boards["dcpl"], [office.task("4")], clerk, TODAY)
        session.commit()
        before = {document.key: (document.data, document.title) for document in session.scalars(select(Document))}
    downgrade(fresh, "0009")
    upgrade(fresh)
    with Session(fresh) as session:
        documents = session.scalars(select(Document).order_by(Document.id)).all()
        assert {document.key: (document.data, document.title) for document in documents} == before
        assert {(document.state, document.version) for document in documents} == {("released", 1)}
        assert [(document.period, document.first, document.last) for document in documents] == [
            ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
            ("2026-04", date(2026, 4, 1), date(2026, 4, 30)),
            ("", TODAY, TODAY),
        ]
        assert [document.file is not None for document in documents] == [True, True, False]
        assert session.execute(text("SELECT count(*) FROM change WHERE task_id IS NOT NULL")).scalar() == 11
