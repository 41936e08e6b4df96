"""Two workers share the printing: each paper is printed once, none is missing, a dead worker's paper comes later."""

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from office import make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner.database import writing
from planner.issuing import claim_unprinted, issue_report
from planner.issuing.claiming import LEASE
from planner.models import Document
from planner.outbox.leasing import instant
from planner.reporting import period_of

WORK = "from flows.printing_papers import print_waiting; assert print_waiting() == []"


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Engine:
    engine: Engine = request.getfixturevalue("engine" if request.param == "sqlite" else "postgres")
    return engine


def worker(engine: Engine) -> subprocess.Popen[bytes]:
    address = engine.url.render_as_string(hide_password=False)
    return subprocess.Popen([sys.executable, "-c", WORK], env={**os.environ, "BANGVIEC_DATABASE_URL": address})


def test_two_workers_print_each_paper_once_and_none_is_missing(database: Engine) -> None:
    with Session(database) as session:
        office = make_office(session)
        for month in (1, 2, 3, 4):
            for board in (None, office.boards["pt"]):
                issue_report(session, office.organisation, period_of(0, "month", 2026, month), board, date(2026, 6, 1))
        session.commit()
    with writing(database) as session:
        held = claim_unprinted(session, instant())  # by a worker that dies now
        assert held is not None
        dead = held.id
    workers = [worker(database) for _ in range(2)]
    assert [one.wait(timeout=120) for one in workers] == [0, 0]
    with Session(database) as session:
        papers = session.scalars(select(Document)).all()
        assert {paper.attempts for paper in papers} == {1}
        assert [paper.id for paper in papers if paper.file_id is None] == [dead]
        session.get_one(Document, dead).leased_until = instant() - LEASE + timedelta(minutes=1)
        session.commit()
    assert worker(database).wait(timeout=60) == 0
    with Session(database) as session:
        last = session.get_one(Document, dead)
        assert (last.file_id is not None, last.attempts, last.leased_until) == (True, 2, None)
