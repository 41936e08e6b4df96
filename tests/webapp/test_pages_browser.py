"""The other pages in a real Chromium: upload → correct → import, remind and extend, a feed's address, accessibility."""

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


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "chuong-trinh.docx"
    path.write_bytes(plan_docx())
    return path


def upload(page: Page, document: Path) -> None:
    page.set_input_files("[name=file]", document)
    page.click(".upload-form button.primary")
    page.wait_for_url("**/uploads/*")


def test_a_plan_is_uploaded_corrected_and_imported(visit: Visit, office: Office, document: Path) -> None:
    page = visit("secretariat", "/plans")
    upload(page, document)
    page.wait_for_selector("#row-3 .is-doubtful")
    page.fill("#row-3 [name=submit_text]", "Tháng 12")
    page.wait_for_selector("#row-3 .reading:not(.is-doubtful) >> text=Trình tháng 12/2027")
    assert "không còn dòng nào cần xem lại" in page.inner_text("#summary")
    page.click("#row-1 .row-acts button")
    page.wait_for_selector("#row-1.removed")
    page.click("text=Nhập vào bảng việc")
    page.wait_for_url("**/plans/*")
    assert "Đã nhập kế hoạch: 2 dòng, 3 nhiệm vụ." in page.inner_text(".flash")
    office.session.rollback()
    plan = office.session.scalars(select(Plan).order_by(Plan.id.desc())).first()
    assert plan is not None
    assert [row.submit_text for row in plan.rows] == ["Tháng 5,11", "Tháng 12"]


def test_what_was_typed_last_is_imported_even_without_a_pause(visit: Visit, office: Office, document: Path) -> None:
    page = visit("secretariat", "/plans")
    upload(page, document)
    page.fill("#row-2 [name=title]", "Hội nghị đổi tên")
    page.click("text=Nhập vào bảng việc")
    page.wait_for_url("**/plans/*")
    assert "Hội nghị đổi tên" in page.inner_text(".plan-rows")


def test_a_file_that_is_no_plan_is_refused_beside_the_form(visit: Visit, tmp_path: Path) -> None:
    page, letter = visit("secretariat", "/plans"), tmp_path / "thu.txt"
    letter.write_text("Kính gửi các đồng chí.")
    page.set_input_files("[name=file]", letter)
    page.click(".upload-form button.primary")
    page.wait_for_selector(".upload-form .refusal")
    assert "Không tìm thấy bảng kế hoạch" in page.inner_text(".upload-form .refusal")


def test_one_click_reminds_and_an_extension_settles(visit: Visit, office: Office) -> None:
    page, task = visit("secretariat", "/overdue"), office.task("4")
    page.click(f"#overdue-{task.id} >> text=Nhắc")
    page.wait_for_selector(f"#overdue-{task.id} .reminded")
    assert "đã nhắc ngày 11/05/2026" in page.inner_text(f"#overdue-{task.id}")
    assert "Đã gửi phiếu nhắc việc" in page.inner_text("#announcement")
    page.click(f"#overdue-{task.id} >> text=Gia hạn")
    page.fill("dialog [name=until]", "2026-06-30")
    page.fill("dialog [name=reason]", "Chờ số liệu")
    page.click("dialog button.primary")
    page.wait_for_selector(f"#overdue-{task.id}.is-settled")
    assert "30/06/2026" in page.inner_text(f"#overdue-{task.id}")


def test_a_whole_board_is_reminded_where_it_stands(visit: Visit, office: Office) -> None:
    page = visit("secretariat", "/overdue")
    group = f"#board-{office.boards['pt'].id}"
    page.click(f"{group} >> text=Nhắc cả bộ phận")
    page.wait_for_selector(f"{group} .reminded")
    page.click(f"{group} >> text=Nhắc cả bộ phận")
    page.wait_for_selector(f"{group} > header .refusal")


def test_a_feed_s_address_is_shown_and_revoked(visit: Visit) -> None:
    page = visit("head", "/feeds")
    page.select_option("[name=scope]", "all")
    page.fill("[name=name]", "Điện thoại")
    page.click("button:has-text('Tạo địa chỉ')")
    page.wait_for_selector(".shown-once")
    assert "/calendar/" in page.input_value("[data-copy-from]")
    page.click("button:has-text('Thu hồi')")
    page.wait_for_selector(".flash >> text=Đã thu hồi")


def test_an_invitation_that_is_refused_keeps_what_was_entered(visit: Visit, office: Office) -> None:
    page = visit("admin", "/admin/people")
    page.fill("[name=email]", office.people["viewer"].email)
    page.fill("[name=name]", "Người xem")
    page.select_option("section:first-of-type [name=role] >> nth=0", "viewer")
    page.click("text=Gửi lời mời")
    page.wait_for_selector(".said .refusal")
    assert page.input_value("[name=name] >> nth=0") == "Người xem"


@pytest.mark.parametrize("where", ["/overdue", "/reports", "/admin/outbox"])
def test_the_open_section_is_in_sight_on_a_phone(visit: Visit, where: str) -> None:
    page = visit("admin", "/me")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/".join(page.url.split("/", 3)[:3]) + where)
    right = page.eval_on_selector(".sections [aria-current]", "one => one.getBoundingClientRect().right")
    assert 0 < right <= 360


def test_a_task_s_milestones_fit_a_phone(visit: Visit, office: Office) -> None:
    page = visit("secretariat", f"/tasks/{office.task('1').id}")
    page.set_viewport_size({"width": 360, "height": 740})
    wider = page.eval_on_selector(".milestones", "one => one.scrollWidth - one.clientWidth")
    assert wider == 0
    assert page.get_by_role("link", name="Chuyển tháng").first.is_visible()


def test_a_table_pasted_from_word_keeps_its_merged_cells(visit: Visit) -> None:
    page = visit("secretariat", "/plans")
    page.click("text=Dán bảng từ Word hoặc Excel")
    page.fill("[name=year]", "2027")
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in ROWS]
    cells[1] = cells[1].replace("<td>Ban Phong", "<td rowspan=2>Ban Phong")
    cells[2] = cells[2].replace("<td>Ban Dân chủ- Pháp luật</td>", "")
    table = "<table>" + "".join(f"<tr>{each}</tr>" for each in cells) + "</table>"
    paste = """(field, html) => {
        const data = new DataTransfer();
        data.setData("text/html", html);
        field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
    }"""
    page.eval_on_selector("[name=pasted]", paste, table)
    page.click(".upload-form button.primary")
    page.wait_for_url("**/uploads/*")
    assert [page.input_value(f"#row-{n} [name=board]") for n in (1, 2, 3)] == ["Ban Phong trào"] * 2 + ["Ban Kiểm tra"]
