"""Co-operation in a real Chromium: a name is linked in place and taken back, the filter applies as it is ticked."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from office import BOARDS, DRAFT, IMPORTED, ROWS, TODAY, Office
from playwright.sync_api import Page, expect

from planner.actor import COMMAND
from planner.importing import import_plan

pytestmark = pytest.mark.system
Visit = Callable[..., Page]
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"


@pytest.fixture
def named(office: Office) -> None:
    """A plan of one row that names a board by a short name, and a body outside."""
    row = replace(ROWS[0], board=BOARDS["pt"], cooperating=("Ban Dân chủ", "Sở Nội vụ"))
    draft = replace(DRAFT, rows=[row], number="02/KH", sha256="c" * 64, fingerprint="d" * 64)
    import_plan(office.session, office.organisation, draft, COMMAND, IMPORTED)
    office.session.commit()


def test_a_name_is_linked_where_it_stands_and_taken_back(visit: Visit, office: Office, named: None) -> None:
    page = visit("secretariat", "/plans/cooperation")
    row = page.locator('tr:has(th:text-is("Ban Dân chủ"))')
    expect(row.locator("select")).to_have_value(str(office.boards["dcpl"].id))
    row.get_by_role("button").click()
    expect(page.locator("#linked")).to_contain_text("Đã liên kết 1")
    expect(page.locator("#announcement")).to_contain_text("Đã liên kết “Ban Dân chủ” với “Ban Dân chủ - Pháp luật”")
    page.get_by_role("button", name="Bỏ liên kết “Ban Dân chủ”").click()
    expect(page.locator("#unlinked")).to_contain_text("chưa liên kết 2")
    assert page.url.endswith("/plans/cooperation")


def test_a_name_without_a_board_chosen_is_asked_for_one(visit: Visit, named: None) -> None:
    page = visit("secretariat", "/plans/cooperation")
    row = page.locator('tr:has(th:text-is("Sở Nội vụ"))')
    row.get_by_role("button").click()
    assert row.locator("select:invalid").count() == 1
    row.locator("select").select_option("new")
    row.get_by_role("button").click()
    expect(page.locator("#announcement")).to_contain_text("Đã liên kết “Sở Nội vụ”")


def test_the_filter_applies_as_it_is_ticked(visit: Visit, office: Office) -> None:
    task = office.task("2")
    task.cooperate_with(office.boards["pt"], office.actor("secretariat"), TODAY)
    office.session.commit()
    page = visit("head_pt", f"/?year=2026&board={office.boards['pt'].id}")
    expect(page.locator(f"#card-{task.id}")).to_have_count(0)
    page.get_by_text("Lọc thêm").click()
    also = page.get_by_label("Cả việc bộ phận phối hợp")
    also.check()
    expect(page.locator(f"#card-{task.id} .card-with")).to_have_text(f"Phối hợp: {BOARDS['pt']}")
    also.uncheck()
    expect(page.locator(f"#card-{task.id}")).to_have_count(0)


@pytest.mark.parametrize("width", [1440, 360])
def test_the_page_of_names_fits_and_holds_no_trap_for_screen_readers(visit: Visit, named: None, width: int) -> None:
    page = visit("secretariat", "/plans/cooperation")
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert (
        page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")["violations"] == []
    )
