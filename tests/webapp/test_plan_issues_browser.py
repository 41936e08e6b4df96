"""A plan that is issued again in a real Chromium: uploaded, compared, some of it left out, applied; on a phone too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from office import Office
from plan_file import ROWS, plan_docx
from playwright.sync_api import Page
from sqlalchemy import select

from planner.models import Plan

pytestmark = pytest.mark.system
Visit = Callable[..., Page]
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
FRESH = ("1", "Phát động tháng cao điểm vì người nghèo", "Ban Phong trào", "Tháng 9", "Tháng 10")
NEW_ROWS = (
    ROWS[0], FRESH, ("2", "Kế hoạch tổ chức hội nghị tổng kết năm", "Ban Phong trào", "Tháng 01", "Tháng 4"),
    ("3", *ROWS[2][1:]),
)  # fmt: skip


def upload(page: Page, folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    page.set_input_files("[name=file]", folder / name)
    page.click(".upload-form button.primary")
    page.wait_for_url("**/uploads/*")
    page.wait_for_selector(".heading-form")


def compare(page: Page, folder: Path) -> None:
    """Imports the plan of 2027 and comes to the comparison with its new issue."""
    upload(page, folder, "ban-dau.docx", plan_docx())
    page.click("text=Nhập vào bảng việc")
    page.wait_for_url("**/plans/*")
    page.goto("/".join(page.url.split("/")[:3]) + "/plans")
    upload(page, folder, "sua-doi.docx", plan_docx(rows=NEW_ROWS))
    page.click("text=So sánh với kế hoạch đã nhập")
    page.wait_for_selector(".compared")


def test_a_new_issue_is_compared_and_applied(visit: Visit, office: Office, tmp_path: Path) -> None:
    page = visit("secretariat", "/plans")
    compare(page, tmp_path)
    assert "1 dòng đổi · 1 dòng mới · 1 dòng không còn · 1 dòng giữ nguyên" in page.inner_text(".summary")
    page.uncheck("section[aria-labelledby=gone] [name=accept]")
    page.click("text=Áp dụng những gì đã đánh dấu")
    page.wait_for_selector(".flash >> text=1 dòng mới, 1 dòng đổi, 0 dòng không còn")
    page.click(".ended-rows summary")
    assert "Kế hoạch tổ chức hội nghị tổng kết" in page.inner_text(".ended-rows")
    office.session.rollback()
    plan = office.session.scalars(select(Plan).order_by(Plan.id.desc())).first()
    assert plan is not None
    titles = [row[1] for row in (*NEW_ROWS[1:], ROWS[3])]
    assert [row.title for row in sorted(plan.rows_in_force, key=lambda row: row.position)] == titles


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_comparison_is_accessible_and_fits_a_phone(visit: Visit, tmp_path: Path, scheme: str) -> None:
    page = visit("secretariat", "/plans", color_scheme=scheme)
    compare(page, tmp_path)
    page.evaluate(AXE.read_text())
    result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")
    assert [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in result["violations"]] == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_plan_is_saved_as_a_file(visit: Visit, office: Office) -> None:
    page = visit("viewer", f"/plans/{office.plan.id}")
    for name, form in (("Excel", "xlsx"), ("Word", "docx")):
        with page.expect_download() as waiting:
            page.click(f".about-plan a:has-text('{name}')")
        assert waiting.value.suggested_filename == f"{office.plan.title}.{form}"
