"""Releases and drafts by several at once, on both databases: each once."""

import threading

from drafted import JUNE, MAY, draft_of
from office import Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from planner.actor import COMMAND
from planner.database import writing
from planner.errors import Stale
from planner.issuing import (
    choose_waiting,
    issue_report,
    release,
    scopes_without_report,
)
from planner.models import Board, Document, Mail, Organisation


def releases_at_once(engine: Engine, document_id: int, office_id: int) -> None:
    """Two clerks press the same button; two pages of different papers ask for one number."""
    answers: list[str] = []

    def run() -> None:
        try:
            with writing(engine) as session:
                document = session.get_one(Document, document_id)
                release(session, document, COMMAND, JUNE, version=1)
            answers.append("released")
        except (Stale, StaleDataError):
            answers.append("stale")

    runs = [threading.Thread(target=run) for _ in range(4)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert sorted(answers) == ["released", "stale", "stale", "stale"]
    with Session(engine) as session:
        assert len(session.scalars(select(Mail).where(Mail.document_id == document_id)).all()) == 2
        assert session.get_one(Organisation, office_id).revision > 0


def test_a_double_release_goes_out_once(engine: Engine, office: Office) -> None:
    document = draft_of(office)
    office.session.commit()
    releases_at_once(engine, document.id, office.organisation.id)


def test_a_double_release_goes_out_once_on_postgresql(postgres: Engine) -> None:
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        document = draft_of(office)
        session.commit()
    releases_at_once(postgres, document.id, office.organisation.id)


def drafts_at_once(engine: Engine, organisation_id: int) -> None:
    """Four runs of the flow make the drafts that a day owes: one of each, one word to the secretariat."""
    faults: list[Exception] = []

    def run() -> None:
        try:
            with writing(engine) as session:
                organisation = session.get_one(Organisation, organisation_id)
                boards = [board.id if board else None for board in scopes_without_report(session, organisation, MAY)]
            for number in boards:
                with writing(engine) as session:
                    organisation = session.get_one(Organisation, organisation_id)
                    board = session.get_one(Board, number) if number else None
                    issue_report(session, organisation, MAY, board, JUNE)
        except Exception as fault:
            faults.append(fault)

    runs = [threading.Thread(target=run) for _ in range(4)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert faults == []
    with Session(engine) as session:
        assert sorted(session.execute(select(Document.state, Document.number)).tuples()) == [("draft", 0)] * 4
        assert list(session.scalars(select(Mail.kind))) == ["waiting"]


def test_four_runs_at_once_make_each_draft_once(engine: Engine, office: Office) -> None:
    choose_waiting(office.session, office.organisation, ["month"], office.actor("secretariat"), JUNE)
    office.session.commit()
    drafts_at_once(engine, office.organisation.id)


def test_four_runs_at_once_make_each_draft_once_on_postgresql(postgres: Engine) -> None:
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        choose_waiting(session, office.organisation, ["month"], office.actor("secretariat"), JUNE)
        session.commit()
    drafts_at_once(postgres, office.organisation.id)
