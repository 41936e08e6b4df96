"""The fictional office after some months of work, and a reader of PDF text."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from office import Office
from pypdf import PdfReader
from sqlalchemy.orm import Session

from planner.models import work_calendar
from planner.reporting import period_of
from planner.sheets.digest import digest_sheet
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
