"""Papers in a real Chromium: a draft is worded and released by keyboard, a second page is told; accessibility."""

from collections.abc import Callable
from pathlib import Path

import pytest
from office import TODAY, Office
from playwright.sync_api import Page

from planner.issuing import choose_waiting, issue_annex, issue_minutes, issue_report
from planner.models import Document
from planner.reporting import period_of

pytestmark = pytest.mark.system
Visit = Callable[..., Page]
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"


@pytest.fixture
def draft(office: Office) -> Document:
    """April's report, waiting, beside one that went out, minutes and an annex."""
    session, clerk = office.session, office.actor("secretariat")
    issue_report(session, office.organisation, period_of(0, "quarter", 2026, 1), None, TODAY)
    choose_waiting(session, office.organisation, ["month"], clerk, TODAY)
    made = issue_report(session, office.organisation, period_of(0, "month", 2026, 4), None, TODAY)
    issue_annex(session, office.plan, clerk, TODAY)
    issue_minutes(session, office.organisation, TODAY, clerk, TODAY)
    session.commit()
    assert made is not None
    return made


def test_a_draft_is_worded_and_released_and_another_page_is_told(visit: Visit, office: Office, draft: Document) -> None:
    page, other = visit("secretariat", "/reports"), visit("secretariat", f"/reports/{draft.id}")
    page.click(".papers a.button >> nth=0")
    page.wait_for_url(f"**/reports/{draft.id}")
    page.fill("[name=remarks]", "Tiến độ bảo đảm.")
    page.click("text=Lưu phần nhận xét")
    page.wait_for_selector("#document[data-version='2']")
    assert page.input_value("[name=remarks]") == "Tiến độ bảo đảm."
    page.fill("[name=remarks]", "Tiến độ bảo đảm. Đề nghị đẩy nhanh.")
    page.focus("[name=number]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#document:has-text('02/BC-MTTQ-BTT')")
    assert "Đã ban hành; thư đã vào hộp thư đi." in page.inner_text("#announcement")
    other.click("text=Ban hành và gửi")
    other.wait_for_selector("#document:has-text('Đã ban hành')")
    assert "vừa có thay đổi" in other.inner_text("#announcement")
    office.session.rollback()
    office.session.refresh(draft)
    assert draft.data["remarks"] == "Tiến độ bảo đảm. Đề nghị đẩy nhanh."


def test_a_draft_is_dropped_where_its_reason_is_missing_first(visit: Visit, draft: Document) -> None:
    page = visit("secretariat", f"/reports/{draft.id}")
    page.click("text=Bỏ dự thảo này")
    page.fill("[name=reason]", "   ")
    page.click("button:has-text('Bỏ dự thảo')")
    page.wait_for_selector("details .said .refusal")
    page.fill("[name=reason]", "Gộp vào báo cáo quý")
    page.click("button:has-text('Bỏ dự thảo')")
    page.wait_for_selector("text=Lập lại với số liệu mới")


def test_the_list_is_narrowed_without_leaving_the_page(visit: Visit, draft: Document) -> None:
    page = visit("secretariat", "/reports")
    page.select_option(".paper-filters [name=kind]", "reminder")
    page.wait_for_selector("#issued-papers:has-text('Không có văn bản nào khớp với bộ lọc.')")
    assert "kind=reminder" in page.url
    page.select_option(".paper-filters [name=kind]", "quarter")
    page.wait_for_selector("#issued-papers:has-text('Quý I/2026')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_papers_are_accessible_and_fit_a_phone(visit: Visit, draft: Document, scheme: str) -> None:
    page, found = visit("secretariat", "/reports", color_scheme=scheme), []
    base = page.url.removesuffix("/reports")
    for where in ("/reports", *(f"/reports/{draft.id + step}" for step in (-1, 0, 1, 2)), "/overdue", "/plans/1"):
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(base + where)
        page.evaluate(AXE.read_text())
        result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")
        found += [(where, v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in result["violations"]]
        page.set_viewport_size({"width": 360, "height": 740})
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 360:
            found.append((where, "wider than the screen", [str(width)]))
    assert found == []
