"""Another time asked for, work that came up, a plan copied: in a real Chromium, both languages, both sizes."""

from collections.abc import Callable
from datetime import date

import pytest
from office import BOARDS, TODAY, Office
from playwright.sync_api import Page
from sqlalchemy import select
from test_months_browser import cell, drag, milestone

from planner.models import Plan, PlanRow, TimeRequest
from planner.wishes import Wish

pytestmark = pytest.mark.system
Visit = Callable[..., Page]
PHONE = {"width": 360, "height": 760}


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def fresh(office: Office) -> None:
    office.session.rollback()
    office.session.expire_all()


def test_a_head_drops_a_chip_and_a_request_is_sent(visit: Visit, office: Office) -> None:
    task, chip = office.task("3"), milestone(office, "3", "submit").id
    page = visit("head_tctg", "/months?year=2026")
    drag(page, f"#chip-{chip} .chip-standing", cell(task.board_id, "2026-09"))
    page.wait_for_selector("dialog[open] .wish")
    assert page.input_value("dialog [name=month]") == "2026-09"
    page.fill("dialog [name=reason]", "Chờ số liệu của cơ sở")
    page.click("dialog button.primary")
    page.wait_for_selector(f"{cell(task.board_id, '2026-06')} > #chip-{chip} .time-asked")
    assert "Đã gửi đề nghị" in page.inner_text("#announcement")
    fresh(office)
    assert task.time_requests[0].wish == Wish.of_month(2026, 9)
    assert milestone(office, "3", "submit").deadline == date(2026, 6, 30)


def test_on_the_phone_in_english_a_member_asks_for_a_day(visit: Visit, office: Office) -> None:
    task = office.task("2")
    page = visit("member", f"/tasks/{task.id}", locale="en-GB")
    page.click("text=English")
    page.wait_for_selector("html[lang=en]")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.click("text=Ask for another execute time")
    assert page.is_hidden("dialog [name=until]")
    page.check("dialog [value=extension]")
    page.fill("dialog [name=until]", "2026-05-15")
    page.fill("dialog [name=reason]", "Guidance has not come")
    page.click("dialog button.primary")
    page.wait_for_selector("dialog .refusal")
    assert page.is_hidden("dialog [name=month]")
    page.fill("dialog [name=until]", "2026-06-15")
    page.click("dialog button.primary")
    page.wait_for_selector("#task .time-request")
    assert "Withdraw the request" in page.inner_text(".time-request")
    assert fits(page)
    page.click("text=Withdraw the request")
    page.wait_for_selector(".flash")
    fresh(office)
    assert task.time_requests[0].state == "withdrawn"


def test_several_requests_are_decided_with_the_keyboard(visit: Visit, office: Office) -> None:
    for number in ("2", "7"):
        office.task(number).ask_time("execute", Wish.of_month(2026, 8), office.actor("head"), TODAY, "Lý do")
    office.task("4").ask_time("submit", Wish.of_month(2026, 8), office.actor("head"), TODAY, "Lý do")
    office.session.commit()
    page = visit("leader", "/time-requests")
    assert page.is_hidden(".decide-bar")
    for nth in (0, 1):
        page.locator(".pick input").nth(nth).focus()
        page.keyboard.press("Space")
    page.focus(".decide-bar button.primary")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Đã duyệt 2 đề nghị")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.click(".request summary")
    page.fill(".request [name=why]", "Việc không lùi được")
    page.click("text=Trả lời không duyệt")
    page.wait_for_selector("text=Không có đề nghị nào chờ duyệt.")
    assert fits(page)
    fresh(office)
    states = [one.state for one in office.session.scalars(select(TimeRequest).order_by(TimeRequest.id))]
    assert states == ["approved", "approved", "refused"]


def test_work_that_came_up_is_read_while_it_is_typed(visit: Visit, office: Office) -> None:
    page = visit("secretariat", f"/plans/{office.plan.id}")
    page.click("text=Thêm việc phát sinh")
    page.fill("[name=title]", "Vận động hỗ trợ đồng bào vùng lũ")
    page.fill("[name=basis]", "Công văn số 12-CV/TU")
    page.select_option("[name=board]", BOARDS["pt"])
    page.fill("[name=execute_text]", "Tháng 13")
    page.click("#arisen-reading .answers >> text=Tháng 12")
    page.wait_for_selector("#arisen-reading:not(.is-doubtful) >> text=tháng 12/2026")
    assert page.input_value("[name=title]") == "Vận động hỗ trợ đồng bào vùng lũ"
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert fits(page)
    page.click("button.primary")
    page.wait_for_selector(".flash >> text=Đã thêm việc phát sinh")
    assert fits(page)
    fresh(office)
    row = office.session.scalars(select(PlanRow).where(PlanRow.origin == "arisen")).one()
    assert (row.number, row.execute_text) == ("PS1", "Tháng 12")


def test_work_is_cancelled_from_the_plan_and_the_plan_copied(visit: Visit, office: Office) -> None:
    page = visit("secretariat", f"/plans/{office.plan.id}", locale="en-GB")
    page.click("text=English")
    page.wait_for_selector("html[lang=en]")
    page.click("[aria-label='Cancel task 9']")
    page.fill("dialog [name=reason]", "Không còn phù hợp")
    page.click("dialog button.primary")
    page.wait_for_selector("[aria-label='Cancel task 9']", state="detached")
    page.click("text=Copy into the next year")
    page.click("dialog button.primary")
    page.wait_for_url("**/uploads/*")
    assert "cancelled in the former plan" in page.inner_text(".removed")
    page.fill("#row-1 [name=submit_text]", "Tháng 3")
    page.wait_for_selector("#row-1 .reading >> text=3/2027")
    page.click(".import-bar button.primary")
    page.wait_for_url("**/plans/*")
    fresh(office)
    copied = office.session.scalars(select(Plan).where(Plan.first_year == 2027)).one()
    assert (len(copied.rows), copied.rows[0].submit_text) == (8, "Tháng 3")
