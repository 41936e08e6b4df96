"""Issuing: one number sequence, one document a key, digests by month and scope, the first PDF stays."""

import threading
from datetime import date

import pytest
from office import Office
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from planner.clock import now
from planner.database import writing
from planner.errors import Refusal
from planner.issuing import issue_report, keep_pdf, scopes_without_report, unprinted
from planner.models import Board, Document, Mail, Organisation
from planner.reminding import boards_owed, issue_reminder
from planner.reporting import period_of
from planner.rolling import open_due

MAY = period_of(0, "month", 2026, 5)
FIRST_WORKING_DAY = date(2026, 6, 1)


def recipients(session: Session, document: Document) -> list[str]:
    return sorted(session.scalars(select(Mail.recipient).where(Mail.document_id == document.id)))


def test_the_whole_organisations_digest_goes_to_secretariat_and_leaders(session: Session, office: Office) -> None:
    document = issue_report(session, office.organisation, MAY, None, FIRST_WORKING_DAY)
    assert document is not None
    assert recipients(session, document) == ["thuongtruc@mau.invalid", "vanphong@mau.invalid"]
    assert document.key == f"digest:{office.organisation.id}:2026-05:all"
    assert document.data["counts"]["total"] == len(office.tasks)


def test_a_boards_digest_goes_to_its_head_or_without_one_to_the_secretariat(session: Session, office: Office) -> None:
    document = issue_report(session, office.organisation, MAY, office.boards["pt"], FIRST_WORKING_DAY)
    assert document is not None
    assert recipients(session, document) == ["truongban.pt@mau.invalid"]
    office.people["head"].disable(now())
    headless = issue_report(session, office.organisation, MAY, office.boards["dcpl"], FIRST_WORKING_DAY)
    assert headless is not None
    assert recipients(session, headless) == ["vanphong@mau.invalid"]


def test_a_digest_is_issued_once_whenever_it_is_asked_for_again(session: Session, office: Office) -> None:
    assert issue_report(session, office.organisation, MAY, None, FIRST_WORKING_DAY) is not None
    for later in (FIRST_WORKING_DAY, date(2026, 6, 2), date(2026, 7, 1)):
        assert issue_report(session, office.organisation, MAY, None, later) is None
    assert session.scalar(select(func.count()).select_from(Document)) == 1


def test_a_month_that_still_runs_cannot_be_issued_for_good(session: Session, office: Office) -> None:
    with pytest.raises(Refusal, match="chưa kết thúc; báo cáo được lập từ ngày 01/06/2026"):
        issue_report(session, office.organisation, MAY, None, date(2026, 5, 31))
    assert issue_report(session, office.organisation, MAY, None, FIRST_WORKING_DAY) is not None


def test_what_is_missing_is_worked_out_scope_by_scope(session: Session, office: Office) -> None:
    boards = list(office.boards.values())
    assert scopes_without_report(session, office.organisation, MAY) == [None, *boards]
    issue_report(session, office.organisation, MAY, boards[1], FIRST_WORKING_DAY)
    assert scopes_without_report(session, office.organisation, MAY) == [None, boards[0], boards[2]]


def test_a_board_that_took_over_later_owes_no_digest_for_the_month_before(session: Session, office: Office) -> None:
    new = office.organisation.add_board("Ban Công tác mới")
    session.add(new)
    session.flush()
    office.task("1").hand_over(new, office.actor("secretariat"), date(2026, 6, 3), "Phân công lại")
    session.flush()
    assert new not in scopes_without_report(session, office.organisation, MAY)
    assert new in scopes_without_report(session, office.organisation, period_of(0, "month", 2026, 6))


def test_numbers_go_on_through_all_kinds_and_begin_anew_with_the_year(session: Session, office: Office) -> None:
    board = office.boards["dcpl"]
    issued = [
        issue_report(session, office.organisation, MAY, None, FIRST_WORKING_DAY),
        issue_reminder(session, office.organisation, board, FIRST_WORKING_DAY),
        issue_report(session, office.organisation, period_of(0, "month", 2026, 11), None, date(2026, 12, 1)),
        issue_report(session, office.organisation, period_of(0, "month", 2026, 12), None, date(2027, 1, 4)),
    ]
    assert [document.number for document in issued if document] == [1, 2, 3, 1]


def test_the_first_pdf_stays(session: Session, office: Office) -> None:
    document = issue_report(session, office.organisation, MAY, None, FIRST_WORKING_DAY)
    assert document is not None
    assert list(unprinted(session)) == [document]
    first = keep_pdf(session, document.id, b"%PDF first")
    assert keep_pdf(session, document.id, b"%PDF second") is first
    assert (first.name, first.content) == ("bao-cao-2026-05-so-1.pdf", b"%PDF first")
    assert list(unprinted(session)) == []


def _everything(engine: Engine, organisation_id: int, errors: list[Exception]) -> None:
    """What roll_over, monthly_digest and send_reminders do, each in its own transaction."""
    try:
        with writing(engine) as session:
            open_due(session, session.get_one(Organisation, organisation_id), FIRST_WORKING_DAY)
        with writing(engine) as session:
            organisation = session.get_one(Organisation, organisation_id)
            scopes = [b.id if b else None for b in scopes_without_report(session, organisation, MAY)]
        for board_id in scopes:
            with writing(engine) as session:
                board = session.get_one(Board, board_id) if board_id else None
                issue_report(session, session.get_one(Organisation, organisation_id), MAY, board, FIRST_WORKING_DAY)
        with writing(engine) as session:
            organisation = session.get_one(Organisation, organisation_id)
            for board in boards_owed(session, organisation, FIRST_WORKING_DAY):
                issue_reminder(session, organisation, board, FIRST_WORKING_DAY)
    except Exception as error:
        errors.append(error)


def four_at_once(engine: Engine, organisation_id: int) -> None:
    errors: list[Exception] = []
    runs = [threading.Thread(target=_everything, args=(engine, organisation_id, errors)) for _ in range(4)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert errors == []
    with Session(engine) as session:
        keys, numbers = session.scalars(select(Document.key)).all(), session.scalars(select(Document.number)).all()
        assert len(keys) == len(set(keys)) == 1 + 3 + 2
        assert sorted(numbers) == list(range(1, len(keys) + 1))
        mails = session.scalars(select(Mail.key)).all()
        assert len(mails) == len(set(mails)) == 2 + 3 + 2


def test_four_runs_at_once_give_one_row_a_key(engine: Engine, office: Office) -> None:
    four_at_once(engine, office.organisation.id)


def test_four_runs_at_once_give_one_row_a_key_on_postgresql(postgres: Engine) -> None:
    from office import make_office


    with Session(postgres) as session:
        office = make_office(session)
        session.commit()
        organisation_id = office.organisation.id
    four_at_once(postgres, organisation_id)
