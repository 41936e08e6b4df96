"""The jobs of the office in a real Chromium, each in both languages, at a desk and on a phone."""

from datetime import date

import pytest
from journeys import Someone, Visit, Way, each_way, stored
from office import BOARDS, Office
from playwright.sync_api import expect
from sqlalchemy import select

from planner.models import Document, Plan, PlanRow, ReviewSession
from webapp.reviews.words import STATES

pytestmark = pytest.mark.system


@each_way
def test_the_overdue_review_is_walked_to_its_minutes(visit: Visit, office: Office, way: Way) -> None:
    clerk = Someone(visit, office, way, "secretariat", "/overdue")
    clerk.page.fill("[name=chair]", "Phó Chủ tịch")
    clerk.press(".session button.primary", "Bắt đầu rà soát")
    clerk.lands("**/reviews/*/items/*")
    clerk.press(".review-acts button", "Nhắc bằng phiếu")
    clerk.sees(".review-decisions li a", "Mở PDF")
    decide(clerk, "Gia hạn…", "Chờ số liệu", "30/06/2026")
    expect(clerk.page.locator(".review-decisions li")).to_have_count(2)
    clerk.finds_it_sound()
    clerk.press("#review-next")
    clerk.sees(".place", "2/2")
    decide(clerk, "Ghi ý kiến…", "Báo cáo trước ngày 20/5")
    clerk.sees(".review-decisions li", "Báo cáo trước ngày 20/5")
    clerk.press("#review-summary")
    expect(clerk.page.locator(".review-list tr[data-state=decided]")).to_have_count(2)
    assert clerk.page.locator(".review-list .left").count() == 0, way.say(STATES["left"])
    clerk.finds_it_sound()
    clerk.press(".review-end button.primary", "Kết thúc và lập biên bản")
    clerk.sees(".review-minutes a", "Mở PDF")
    clerk.finds_it_sound()
    is_decided(office)


def decide(clerk: Someone, act: str, words: str, day: str = "") -> None:
    clerk.press(".review-acts a", act)
    if day:
        clerk.page.fill("dialog [name=until]", day)
    clerk.page.fill("dialog textarea", words)
    clerk.press("dialog button.primary")
    expect(clerk.page.locator("dialog")).to_have_count(0)


def is_decided(office: Office) -> None:
    """The session has ended with minutes, a letter has gone out and one deadline is another."""
    session = office.session
    session.rollback()
    review = session.scalars(select(ReviewSession)).one()
    assert (review.chair, review.is_open) == ("Phó Chủ tịch", False)
    assert review.document and review.document.kind == "minutes"
    assert [len(item.decisions) for item in review.items] == [2, 1]
    assert session.scalars(select(Document).where(Document.kind == "reminder")).one().is_released
    milestone = stored(office, review.items[0].task).current
    assert milestone and milestone.deadline == date(2026, 6, 30) and milestone.was_moved


@each_way
def test_work_comes_up_is_cancelled_and_the_plan_copied(visit: Visit, office: Office, way: Way) -> None:
    clerk = Someone(visit, office, way, "secretariat", f"/plans/{office.plan.id}")
    clerk.press(".plan-actions a", "Thêm việc phát sinh")
    clerk.lands("**/arisen-work/new?*")
    for name, words in (("title", "Hỗ trợ vùng lũ"), ("basis", "Công văn số 12-CV/TU"), ("execute_text", "Tháng 7")):
        clerk.page.fill(f"[name={name}]", words)
    clerk.page.select_option("[name=board]", BOARDS["pt"])
    clerk.sees("#arisen-reading .reading-time", "31/07/2026")
    clerk.finds_it_sound()
    clerk.press("button.primary", "Thêm vào bảng việc")
    clerk.sees(".flash", "Đã thêm việc phát sinh: %(count)s nhiệm vụ của %(board)s.", count=1, board=BOARDS["pt"])
    clerk.go(f"/plans/{office.plan.id}")
    clerk.finds_it_sound()
    cancel = clerk.named("link", "Hủy nhiệm vụ %(number)s", number="9")
    clerk.press(cancel)
    clerk.page.fill("dialog [name=reason]", "Không còn phù hợp")
    clerk.press("dialog button.primary", "Hủy nhiệm vụ")
    expect(cancel).to_have_count(0)
    assert stored(office, office.task("9")).state == "cancelled"
    row = office.session.scalars(select(PlanRow).where(PlanRow.origin == "arisen")).one()
    assert (row.number, row.tasks[0].board_id) == ("PS1", office.boards["pt"].id)
    copy(clerk)


def copy(clerk: Someone) -> None:
    """The plan into the next year, without what was cancelled and what came up."""
    clerk.press(".plan-actions a", "Chép sang năm sau")
    clerk.finds_it_sound()
    clerk.press("dialog button.primary", "Chép và xem lại")
    clerk.lands("**/uploads/*")
    clerk.finds_it_sound()
    clerk.press(".import-bar button.primary")
    clerk.lands("**/plans/*")
    clerk.office.session.rollback()
    copied = clerk.office.session.scalars(select(Plan).where(Plan.first_year == 2027)).one()
    assert [row.number for row in copied.rows] == ["1", "2", "3", "4", "5", "6", "7", "8"]
