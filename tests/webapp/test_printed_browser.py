"""Kanban, overdue and my work on paper: every card under its group’s name, whose page it is, nothing to press."""

from collections.abc import Callable
from io import BytesIO

import pytest
from office import NAME, Office
from playwright.sync_api import Page
from pypdf import PdfReader

pytestmark = pytest.mark.system
Visit = Callable[..., Page]


def printed(page: Page) -> str:
    pages = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return bare("".join(one.extract_text() for one in pages))


def bare(text: str) -> str:
    """Without blanks: Vietnamese letters come out of a PDF apart."""
    return "".join(text.split())


def test_the_kanban_prints_its_columns_one_below_the_other(visit: Visit, office: Office) -> None:
    page = visit("secretariat", f"/?year=2026&board={office.boards['pt'].id}")
    text = printed(page)
    assert bare(f"{NAME} · Bảng việc 2026 · 11/05/2026") in text
    assert bare(f"Bộ phận: {office.boards['pt'].name}") in text
    assert bare("Chưa triển khai") in text
    assert bare("Đang tham mưu") not in text  # an empty column
    assert all(bare(task.title) in text for task in office.tasks if task.board is office.boards["pt"])
    assert bare("Đăng xuất") not in text
    assert bare("Lọc thêm") not in text


def test_what_is_late_and_what_is_mine_print_by_their_groups(visit: Visit, office: Office) -> None:
    page = visit("head", "/overdue?year=2026")
    text = printed(page)
    assert bare(f"{NAME} · Quá hạn 2026 · 11/05/2026") in text
    assert bare(office.task("4").title) in text
    page.goto(page.url.replace("/overdue", "/mine"))
    text = printed(page)
    assert bare(f"{NAME} · Việc của tôi 2026 · 11/05/2026") in text
    assert bare("Chuyển…") not in text
    assert bare(office.task("4").title) in text
