"""The fictional office after some months of work, and a reader of PDF text."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from office import BOARDS, Office
from pypdf import PdfReader
from sqlalchemy.orm import Session

from planner.models import work_calendar
from planner.reporting import period_of
from planner.sheets.annex import annex_sheet
from planner.sheets.digest import digest_sheet
from planner.sheets.minutes import Decision, ReviewedItem, minutes_sheet
from planner.sheets.reminder import items_for, reminder_sheet

ReadPages = Callable[[bytes], list[str]]


@pytest.fixture
def pages() -> ReadPages:
    """The text of each page of a PDF, with every run of blanks as one space."""

    def read(pdf: bytes) -> list[str]:
        return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]

    return read


@pytest.fixture
def digest(office: Office, session: Session) -> dict[str, Any]:
    """The data of the digest for May 2026: one task done, one put off, one moved."""
    secretariat, head = office.actor("secretariat"), office.actor("head_pt")
    task = office.task("1")
    task.begin_drafting(head, date(2026, 2, 2))
    task.submit(head, date(2026, 2, 25), "12/TTr-BPT", date(2026, 2, 24))
    task.approve(secretariat, date(2026, 3, 2))
    task.begin_executing(head, date(2026, 4, 1))
    task.complete(head, date(2026, 5, 6), "Đã tổ chức, 120 đại biểu dự", date(2026, 5, 5))
    office.task("8").postpone(secretariat, date(2026, 5, 7), "Chờ hướng dẫn của Trung ương", date(2026, 8, 3))
    office.task("2").move_to_month(
        "execute", 2026, 7, secretariat, date(2026, 5, 8), "Kỳ họp lùi sang tháng 7", work_calendar(session)
    )
    session.flush()
    may = period_of(0, "month", 2026, 5)
    return digest_sheet(session, office.organisation, period=may, number=15, issued_on=date(2026, 6, 1))


@pytest.fixture
def reminder(office: Office, session: Session) -> dict[str, Any]:
    """The data of the letter to Ban Dân chủ - Pháp luật of 11 May 2026."""
    board, day = office.boards["dcpl"], date(2026, 5, 11)
    items = items_for(session, board, day)
    return reminder_sheet(office.organisation, board, items, 16, day, work_calendar(session))


@pytest.fixture
def report(office: Office, session: Session) -> dict[str, Any]:
    """The data of the report for the first half of 2026, on whose last day nothing has happened."""
    return digest_sheet(
        session, office.organisation, period=period_of(0, "half", 2026, 1), number=20, issued_on=date(2026, 7, 1)
    )


@pytest.fixture
def minutes(office: Office) -> dict[str, Any]:
    """The data of the minutes of a review of three late tasks on 11 May 2026; about one nothing was decided."""
    late, handed, left = (office.task(number) for number in ("4", "1", "7"))
    items = [
        ReviewedItem(
            late, "submit", date(2026, 3, 31), 41, late.board.name,
            (Decision("extended", "2026-05-29", "Chờ số liệu của các xã"), Decision("reminded")),
        ),
        ReviewedItem(
            handed, "submit", date(2026, 2, 27), 73, handed.board.name,
            (Decision("handed_over", BOARDS["tctg"], "Phân công lại"),),
        ),
        ReviewedItem(left, "execute", date(2026, 5, 8), 3, left.board.name),
    ]  # fmt: skip
    return minutes_sheet(office.organisation, items, held_on=date(2026, 5, 11), number=3)


@pytest.fixture
def annex(office: Office, session: Session) -> dict[str, Any]:
    """The data of the plan's annex as of 11 May 2026."""
    return annex_sheet(session, office.plan, day=date(2026, 5, 11), number=4)
