"""The jobs of the board in a real Chromium, each in both languages, at a desk and on a phone."""

from datetime import date

import pytest
from journeys import Finger, Someone, Visit, Way, each_way, stored
from office import Office
from playwright.sync_api import expect
from test_kanban_browser import drag

from planner.models import Task
from planner.wishes import Wish

pytestmark = pytest.mark.system
DRAFTING = ".cards[data-state=drafting]"


def carry(one: Someone, task: Task) -> None:
    """Takes a card into the next column: with the mouse, or by a long touch to the edge of the screen."""
    if not one.way.is_phone:
        return drag(one.page, task, DRAFTING)
    card, finger = one.page.locator(f"#card-{task.id}"), Finger(one.page)
    card.evaluate("card => card.scrollIntoView({block: 'center', inline: 'start'})")
    box = card.locator(".card-head").bounding_box()
    assert box
    x, y = box["x"] + 30, box["y"] + 6
    finger.down(x, y)
    one.page.wait_for_selector(f"#card-{task.id}.sortable-chosen")
    for step in range(1, 11):
        finger.to(x + (one.way.width - 12 - x) * step / 10, y)
    one.page.wait_for_selector(f"{DRAFTING} > .is-ghost")
    finger.off()
    return None


def choose(one: Someone, *tasks: Task) -> None:
    if one.way.is_phone:
        one.press("#selecting")
    for task in tasks:
        if one.way.is_phone:
            one.page.locator(f"#card-{task.id} .card-title a").tap()
        else:
            one.page.click(f"#card-{task.id} .standing", modifiers=["Control"])


@each_way
def test_cards_are_moved_one_and_several_and_taken_back(visit: Visit, office: Office, way: Way) -> None:
    one, held, menu = Someone(visit, office, way, "secretariat"), office.task("3"), office.task("8")
    carry(one, held)
    one.sees(f"{DRAFTING} > #card-{held.id}[data-version='2']")
    one.finds_it_sound()
    one.press(f"#card-{menu.id} .card-move")
    one.press("#card-menu:popover-open [role=menuitem]", "Bắt đầu tham mưu")
    one.sees(f"{DRAFTING} > #card-{menu.id}[data-version='2']")
    one.hears("Đã chuyển: %(label)s.", label=way.say("Bắt đầu tham mưu"))
    several = [office.task("1"), office.task("6")]
    choose(one, *several)
    one.sees(".selection-bar", "Đã chọn %(count)s thẻ.", count=2)
    one.press(".selection-bar button", "Chuyển đến…")
    one.press("#card-menu [data-to]", "Đang tham mưu")
    one.hears("Đã chuyển %(count)s thẻ.", count=2)
    assert {stored(office, task).state for task in [held, menu, *several]} == {"drafting"}
    one.finds_it_sound()
    one.press("#announcement button", "Hoàn tác")
    one.hears("Đã hoàn tác bước chuyển của %(count)s thẻ.", count=2)
    for task in several:
        one.sees(f".cards[data-state=planned] > #card-{task.id}")
    states = [stored(office, task).state for task in [held, menu, *several]]
    assert states == ["drafting", "drafting", "planned", "planned"]


@each_way
def test_work_is_found_by_filters_in_the_address_and_by_search(visit: Visit, office: Office, way: Way) -> None:
    one, board = Someone(visit, office, way, "viewer"), office.boards["dcpl"]
    cards = one.page.locator("#results .card")
    one.page.locator("#filter-q").press_sequentially("tiep xuc cu tri")
    expect(cards).to_have_count(1)
    one.page.fill("#filter-q", "")
    expect(cards).to_have_count(10)
    one.page.select_option("[name=board]", str(board.id))
    expect(cards).to_have_count(3)
    one.press(".more-filters summary")
    one.page.select_option("[name=month]", "3")
    expect(cards).to_have_count(1)
    one.finds_it_sound()
    address = one.page.url
    assert f"board={board.id}" in address and "month=3" in address
    one.go("/mine")
    one.page.goto(address)  # as a bookmark does
    expect(cards).to_have_count(1)
    one.sees(".found-of", "%(found)s / %(all)s", found=1, all=10)
    one.press(".filters a", "Xóa bộ lọc")
    expect(cards).to_have_count(10)
    find(one, "giam sat viec thuc hien")
    one.lands(f"**/tasks/{office.task('4').id}")
    one.sees("h1", office.task("4").title)
    one.finds_it_sound()


def find(one: Someone, words: str) -> None:
    """Searches all years and follows the only answer."""
    if one.way.is_phone:
        one.press(".find-link")
        one.lands("**/search")
    one.page.locator("#search-q" if one.way.is_phone else "#find-q").press_sequentially(words)
    answers = one.page.locator(".finds h2 a" if one.way.is_phone else "#find-offers [role=option] a:has(b)")
    expect(answers).to_have_count(1)
    one.finds_it_sound()
    one.press(answers)


@each_way
def test_another_time_is_asked_for_and_approved_and_both_stay_shown(visit: Visit, office: Office, way: Way) -> None:
    task, moved = office.task("2"), date(2026, 6, 15)
    head = Someone(visit, office, way, "head", f"/tasks/{task.id}")
    head.press(".time-request-new a", "Đề nghị đổi thời gian thực hiện")
    head.page.check("dialog [value=extension]")
    head.page.fill("dialog [name=until]", "15/06/2026")
    head.page.fill("dialog [name=reason]", "Chờ hướng dẫn của cấp trên")
    head.finds_it_sound()
    head.press("dialog button.primary", "Gửi đề nghị")
    head.sees(".time-request", "Đang đề nghị")
    asked = stored(office, task).time_requests[0]
    assert (asked.wish, asked.state) == (Wish("extension", moved), "waiting")
    clerk = Someone(visit, office, way, "secretariat", "/overdue")
    clerk.press(".to-decide a")
    clerk.lands("**/time-requests")
    clerk.sees(".request .reason", "Chờ hướng dẫn của cấp trên")
    clerk.finds_it_sound()
    clerk.press(clerk.named("button", "Duyệt đề nghị về nhiệm vụ %(number)s", number="2"))
    clerk.sees(".empty", "Không có đề nghị nào chờ duyệt.")
    milestone = stored(office, task).milestone("execute")
    assert milestone and asked.state == "approved"
    assert (milestone.deadline, milestone.first_deadline) == (moved, date(2026, 5, 29))
    head.page.reload()
    head.sees(".milestones td", "15/06/2026")
    head.sees(".milestones td", "hạn %(day)s", day="29/05/2026")
    head.finds_it_sound()
