"""A clerk and a hard document in a real Chromium: doubts answered, bodies and columns set, work taken over, stored."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from flask.testing import FlaskClient
from office import Office
from plan_file import send
from preview_file import hard_docx
from sqlalchemy import select

from planner.models import Plan, Upload

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.system
Visit = Callable[..., "Page"]


@pytest.fixture
def preview(as_: Callable[[str], FlaskClient], office: Office, visit: Visit) -> "Page":
    """The preview of the hard document, as the secretariat sees it."""
    send(as_("secretariat"), hard_docx(), "chuong-trinh-2027.docx")
    office.session.rollback()
    upload = office.session.scalars(select(Upload)).one()
    return visit("secretariat", f"/uploads/{upload.id}")


def order(page: "Page") -> list[str]:
    return page.eval_on_selector_all("#preview tr[id] [name=number]", "all => all.map((one) => one.value)")


def row(page: "Page", key: int) -> "str":
    return page.inner_text(f"#row-{key}")


def test_doubts_come_first_and_an_answered_row_stays_where_it_is(preview: "Page") -> None:
    assert order(preview) == ["3", "4", "5", "6", "7", "8", "9", "1", "2"]
    assert "7 dòng cần xem lại" in preview.inner_text("#summary")
    preview.click("#row-3 button:text-is('Tháng 12')")
    preview.wait_for_selector("#row-3 .reading:not(.is-doubtful)")
    assert "Trình tháng 12/2027" in row(preview, 3)
    assert preview.input_value("#row-3 [name=submit_text]") == "Tháng 12"
    assert "Trình: “Tháng 13”" in row(preview, 3)
    assert "6 dòng cần xem lại" in preview.inner_text("#summary")
    assert order(preview)[0] == "3"
    preview.reload()
    assert order(preview)[0] == "4"


def test_one_answer_for_all_that_ask_the_same(preview: "Page") -> None:
    preview.check("#row-6 [name=everywhere]")
    preview.click("#row-6 button:text-is('Tháng 4-10')")
    for key in (6, 7):
        preview.wait_for_selector(f"#row-{key} .reading:not(.is-doubtful)")
        assert "tháng 4/2027 – tháng 10/2027" in row(preview, key)
        assert preview.input_value(f"#row-{key} [name=execute_text]") == "Tháng 4-10"


def test_questions_are_answered_by_keyboard_one_after_the_other(preview: "Page") -> None:
    preview.focus("#row-4 .answers button")
    preview.keyboard.press("Enter")
    preview.wait_for_selector("#row-4 .reading:not(.is-doubtful)")
    preview.wait_for_selector("#row-5 .answers button:focus")
    preview.keyboard.press("Enter")  # the first body leads
    preview.wait_for_selector("#row-5 .question:only-of-type .answers button:focus")
    assert "Dòng 5" in preview.inner_text("#spoken")
    preview.keyboard.press("Enter")  # one body
    preview.wait_for_selector("#row-5 .reading:not(.is-doubtful)")
    assert "Văn phòng và Hội Nông dân xã" in row(preview, 5)


def test_times_that_do_not_pair_up_are_taken_apart(preview: "Page") -> None:
    preview.click("#row-4 button:text-is('Mỗi mốc là một việc riêng')")
    preview.wait_for_selector("#row-4 .occurrences li:nth-child(5)")
    assert "16 nhiệm vụ" in preview.inner_text("#summary")


def test_a_row_that_is_left_out_is_taken_back(preview: "Page") -> None:
    preview.click("#row-8 .row-acts button")
    preview.wait_for_selector("#row-8.removed")
    assert "8 dòng" in preview.inner_text("#summary")
    preview.reload()
    preview.click("#row-8.removed button")
    preview.wait_for_selector("#row-8 [name=title]")
    assert preview.input_value("#row-8 [name=title]") == "Sơ kết phong trào"


def test_typing_is_read_again_at_once_and_answers_the_question(preview: "Page") -> None:
    preview.fill("#row-9 [name=execute_text]", "Tháng 12")
    preview.wait_for_selector("#row-9 .reading:not(.is-doubtful)")
    assert "Thực hiện tháng 12/2027" in row(preview, 9)


def test_a_name_of_the_document_is_a_board_of_the_office(preview: "Page") -> None:
    select_board = preview.locator("tr", has_text="Ban Kiểm tra").locator("select[name=board]").first
    select_board.select_option(label="Ban Phong trào")
    preview.wait_for_selector("#reading-3 p:text('Bộ phận: Ban Phong trào')")
    assert "Bộ phận mới" not in row(preview, 6)


def test_proposed_work_becomes_rows_and_goes_back(preview: "Page") -> None:
    preview.select_option("#proposal-0 select", label="Ban Phong trào")
    preview.click("#proposal-0 button")
    preview.wait_for_selector("#rows-rest #row-1000001")
    assert "Thực hiện tháng 5/2027" in row(preview, 1_000_001)
    assert "10 dòng" in preview.inner_text("#summary")
    preview.click("#proposal-0 button:text-is('Thôi nhận')")
    preview.wait_for_selector("#row-1000001", state="detached")
    preview.select_option(".all-proposals select", label="Ban Phong trào")
    preview.click(".all-proposals button")
    preview.wait_for_selector("#row-1000002")
    preview.click("#row-1000002 .row-acts button")
    preview.wait_for_selector("#proposal-1:not(.is-taken)")
    assert preview.locator("#row-1000002").count() == 0


def test_the_keyboard_goes_on_from_one_proposal_to_the_next(preview: "Page") -> None:
    for index, after in ((0, "#proposal-1 select:focus"), (1, "#proposal-1 button:text-is('Thôi nhận'):focus")):
        preview.select_option(f"#proposal-{index} select", label="Ban Phong trào")
        preview.focus(f"#proposal-{index} button")
        preview.keyboard.press("Enter")
        preview.wait_for_selector(after)
    preview.keyboard.press("Enter")
    preview.wait_for_selector("#proposal-1:not(.is-taken) select:focus")


def test_the_keyboard_stays_among_the_rows_when_one_goes_back_to_its_proposal(preview: "Page") -> None:
    preview.select_option(".all-proposals select", label="Ban Phong trào")
    preview.click(".all-proposals button")
    preview.wait_for_selector("#row-1000001:not(.htmx-added)")  # until then the form is a plain one
    preview.focus("#row-1000001 .row-acts button")
    preview.keyboard.press("Enter")
    preview.wait_for_selector("#row-1000001", state="detached")
    preview.wait_for_selector("#row-1000002 :focus")


def test_columns_set_by_hand_read_the_document_again(preview: "Page") -> None:
    preview.click("#row-3 button:text-is('Tháng 12')")
    preview.wait_for_selector("#row-3 .reading:not(.is-doubtful)")
    preview.reload()
    preview.click("#columns summary")
    form = preview.locator(".columns-form").first
    form.locator("[name=column-4]").select_option("execute")
    form.locator("[name=column-5]").select_option("submit")
    form.locator("button").click()
    preview.wait_for_selector(".columns-form .refusal")
    assert "1 dòng" in form.locator(".refusal").inner_text()
    form.locator("[name=lose]").check()
    form.locator("button").click()
    preview.wait_for_selector(".flash")
    assert preview.input_value("#row-1 [name=submit_text]") == "Tháng 3"
    assert preview.input_value("#row-1 [name=execute_text]") == "Tháng 01"


@pytest.mark.parametrize("width", [1440, 360])
def test_nothing_runs_over_the_edge(preview: "Page", width: int) -> None:
    preview.set_viewport_size({"width": width, "height": 900})
    preview.click("#columns summary")
    assert preview.evaluate("document.documentElement.scrollWidth") <= width


def test_what_was_settled_is_imported_and_shown_with_targets_and_outline(preview: "Page", office: Office) -> None:
    preview.check("#row-6 [name=everywhere]")
    preview.click("#row-6 button:text-is('Ngày 4/10')")
    preview.wait_for_selector("#row-7 .reading:not(.is-doubtful)")
    preview.locator("tr", has_text="Văn phòng").locator("select[name=board]").last.select_option(label="Ban Phong trào")
    preview.wait_for_selector("tr:not(.is-unknown) th:text-is('Văn phòng')")
    preview.click("button:text('Nhập vào bảng việc')")
    preview.wait_for_url("**/plans/*")
    assert "ít nhất 2 mô hình tự quản" in preview.inner_text(".targets")
    preview.click("#outline + .outline summary >> nth=0")
    office.session.rollback()
    plan = office.session.scalars(select(Plan).order_by(Plan.id.desc())).first()
    assert plan is not None
    assert [one.execute_text for one in plan.rows if one.number in ("6", "7")] == ["Ngày 4/10", "Ngày 4/10"]
    board = plan.organisation.board_named("Văn phòng")
    assert board is office.boards["pt"]
