"""A kanban that stays open in a real Chromium: what others do appears, what is far down comes when it is looked for."""

import re
from collections.abc import Callable

import pytest
from office import TODAY, Office
from playwright.sync_api import Page, expect

from planner import clock
from planner.attaching import Paper
from webapp.pages import kanban

pytestmark = pytest.mark.system
Visit = Callable[..., Page]
PLANNED = ".cards[data-state=planned]"
NUMBERS = ["1", "2", "3", "4", "5", "6", "6", "7", "8", "9"]


def look(page: Page) -> None:
    """The page asks what is new, as it does every few seconds."""
    with page.expect_response(lambda answer: "/kanban/changes" in answer.url):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_what_others_do_appears_and_leaves_alone_what_one_is_doing(visit: Visit, office: Office) -> None:
    page, mine, other = visit("secretariat"), office.task("5"), office.task("3")
    page.click(f"#card-{mine.id} .standing", modifiers=["Control"])
    page.focus(f"#card-{other.id}")
    other.begin_drafting(office.actor("head_tctg"), TODAY)
    office.session.commit()
    look(page)
    page.wait_for_selector(f".cards[data-state=drafting] > #card-{other.id}.is-news")
    assert page.locator("[data-head=drafting] .number").inner_text() == "1"
    assert page.evaluate("document.activeElement.id") == f"card-{other.id}"
    assert "Bảng vừa được cập nhật: 1 thẻ" in page.inner_text("#heard")
    assert page.locator(f"#card-{mine.id}.is-selected").count() == 1
    page.click(".selection-bar [data-form]")
    page.wait_for_selector("dialog[open]")
    mine.begin_drafting(office.actor("head_tctg"), TODAY)
    office.session.commit()
    look(page)
    page.wait_for_selector(f".cards[data-state=drafting] > #card-{mine.id}.is-selected")
    assert page.locator("dialog[open]").count() == 1


def test_a_server_that_is_away_and_a_session_that_ended_are_said_quietly(visit: Visit, office: Office) -> None:
    page = visit("head")
    page.route("**/kanban/changes*", lambda route: route.abort())
    for _ in range(2):
        with page.expect_event("requestfailed"):
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_selector("#board-state >> text=Mất kết nối")
    page.unroute("**/kanban/changes*")
    look(page)
    page.wait_for_selector("#board-state", state="hidden")
    page.context.clear_cookies()
    look(page)
    page.wait_for_selector("#board-state >> text=Phiên làm việc đã kết thúc")


def test_the_rest_of_a_large_column_comes_by_keys_and_by_scrolling(
    visit: Visit, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, number in (("WHOLE_PAGE", 4), ("FIRST", 2), ("MORE", 3)):
        monkeypatch.setattr(kanban, name, number)
    page = visit("secretariat", viewport={"width": 1440, "height": 520})
    assert page.locator("[data-head=planned] .number").inner_text() == str(len(NUMBERS))
    page.focus(f"#card-{office.task('2').id}")
    page.keyboard.press("ArrowDown")
    page.wait_for_function(f"() => document.activeElement.id === 'card-{office.task('3').id}'")
    page.evaluate("document.querySelector('.board').scrollTop = 1e6")
    page.wait_for_function("() => document.querySelectorAll('.cards[data-state=planned] .card').length > 5")
    while page.locator(".more").count():
        page.evaluate("document.querySelector('.more')?.scrollIntoView()")  # it may have come meanwhile
    assert page.locator(f"{PLANNED} > .card .card-head b").all_text_contents() == NUMBERS


def test_what_is_said_and_attached_marks_the_card_and_leaves_the_rest_of_it(visit: Visit, office: Office) -> None:
    page, task = visit("viewer"), office.task("4")
    card = page.locator(f"#card-{task.id}")
    expect(card.locator(".card-marks")).to_have_count(0)
    with clock.on_day(TODAY):
        task.comment("Đã gửi dự thảo", office.actor("member"), TODAY)
        task.attach([Paper("du-thao.pdf", "application/pdf", b"%PDF-1.7")], office.actor("member"), TODAY)
    office.session.commit()
    look(page)
    expect(card.locator(".card-marks")).to_have_text(re.compile(r"1 trao đổi\s*1 tệp đính kèm"))
    assert card.get_attribute("data-version") == "1"
    look(page)
    expect(card).to_have_class(re.compile("is-news"))
