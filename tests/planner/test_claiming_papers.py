"""Printing by claims: one worker a paper, a dead worker's paper after its lease, a bad one later and later."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from office import Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner.database import writing
from planner.issuing import choose_waiting, claim_unprinted, issue_report, keep_pdf, put_off
from planner.issuing.claiming import LEASE
from planner.models import Document
from planner.reporting import period_of

NOW = datetime(2026, 6, 1, 0, 5, tzinfo=UTC)
DAY = date(2026, 6, 1)


def issued(office: Office, months: int) -> list[int]:
    """Reports of the first months, of the whole organisation and each board."""
    made = [
        issue_report(office.session, office.organisation, period_of(0, "month", 2026, month), board, DAY)
        for month in range(1, months + 1)
        for board in (None, *office.boards.values())
    ]
    office.session.commit()
    return [document.id for document in made if document]


def claimed(session: Session, now: datetime = NOW) -> int | None:
    document = claim_unprinted(session, now)
    session.flush()
    return document.id if document else None


def test_each_claim_gives_the_oldest_that_is_free(session: Session, office: Office) -> None:
    ids = issued(office, 1)
    assert [claimed(session) for _ in range(5)] == [*ids, None]
    assert claimed(session, NOW + LEASE - timedelta(seconds=1)) is None
    assert claimed(session, NOW + LEASE) == ids[0]


def test_what_is_printed_or_waits_for_its_release_is_never_claimed(session: Session, office: Office) -> None:
    ids = issued(office, 1)
    choose_waiting(session, office.organisation, ["quarter"], office.actor("secretariat"), DAY)
    issue_report(session, office.organisation, period_of(0, "quarter", 2026, 1), None, DAY)
    for _ in ids:
        keep_pdf(session, claimed(session) or 0, b"%PDF")
    assert claimed(session, NOW + timedelta(days=1)) is None
    assert set(session.scalars(select(Document.leased_until))) == {None}


@pytest.mark.parametrize(("failures", "minutes"), [(1, 1), (2, 5), (3, 60), (4, 60)])
def test_a_bad_paper_is_tried_again_later_and_later(
    session: Session, office: Office, failures: int, minutes: int
) -> None:
    first, *_others = issued(office, 1)
    for _ in range(failures):
        assert claimed(session, NOW) == first
        put_off(session, first, NOW)
        last = session.get_one(Document, first).leased_until
        session.get_one(Document, first).leased_until = None
    assert last == NOW + timedelta(minutes=minutes)


def four_workers(engine: Engine, ids: list[int]) -> None:
    """Threads with transactions of their own claim until nothing is left."""
    taken: list[int] = []

    def work() -> None:
        while True:
            with writing(engine) as session:
                document = claim_unprinted(session, NOW)
                if document is None:
                    return
                found = document.id
            taken.append(found)
            with writing(engine) as session:
                keep_pdf(session, found, b"%PDF")

    workers = [threading.Thread(target=work) for _ in range(4)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert sorted(taken) == ids
    with Session(engine) as session:
        assert set(session.scalars(select(Document.attempts))) == {1}


def test_four_workers_print_each_paper_once(engine: Engine, office: Office) -> None:
    four_workers(engine, issued(office, 4))


def test_four_workers_print_each_paper_once_on_postgresql(postgres: Engine) -> None:
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        ids = issued(office, 4)
    four_workers(postgres, ids)
