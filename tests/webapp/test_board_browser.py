"""The kanban in a real Chromium: arranged, several cards at once, undone and touched."""

from collections.abc import Callable

import pytest
from flask import Flask
from journeys import Finger
from office import TODAY, Office
from playwright.sync_api import APIResponse, Page, Route

from planner.models import Task
from planner.places import place_of

pytestmark = pytest.mark.system
Visit = Callable[..., Page]
PLANNED = ".cards[data-state=planned]"


@pytest.fixture(autouse=True)
def drafted(app: Flask, office: Office) -> None:
    """Task 4 is being drafted, so that its head may submit it."""
    office.task("4").begin_drafting(office.actor("head"), TODAY)
    office.session.commit()


def reread(office: Office) -> None:
    office.session.rollback()
    office.session.expire_all()


def shown(page: Page, state: str = "planned") -> list[str]:
    """The numbers of a column's cards, from top to bottom."""
    return page.locator(f".cards[data-state={state}] > .card .card-head b").all_text_contents()


def middle(page: Page, selector: str, down: float = 0.5) -> tuple[float, float]:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"] + 30, box["y"] + box["height"] * down


def take(page: Page, task: Task) -> None:
    """Takes a card in hand and waits until the columns say what they would do with it."""
    x, y = middle(page, f"#card-{task.id} .standing")
    page.mouse.move(x, y)
    page.mouse.down()
    with page.expect_response(lambda answer: "/moves" in answer.url):
        page.mouse.move(x + 8, y + 8, steps=4)


def drop_behind(page: Page, task: Task, down: float = 0.9) -> None:
    """Lets go when the card’s shadow stands behind another card; where the hand is is looked at every 50 ms."""
    x, y = middle(page, f"#card-{task.id}", down)
    page.mouse.move(x, y, steps=12)
    page.wait_for_selector(f"#card-{task.id} + .is-ghost")
    page.mouse.up()


def drop_into(page: Page, state: str) -> None:
    x, y = middle(page, f".cards[data-state={state}]", 0.1)
    page.mouse.move(x, y, steps=12)
    page.wait_for_selector(f".cards[data-state={state}] > .is-ghost")
    page.mouse.up()


def choose(page: Page, *tasks: Task) -> None:
    for task in tasks:
        page.click(f"#card-{task.id} .standing", modifiers=["Control"])


def settled(page: Page, numbers: list[str], state: str = "planned") -> None:
    """Waits until a column shows these cards, none of them busy."""
    page.wait_for_function(
        """([state, wanted]) => !document.querySelector(".card.is-busy") && wanted.join() ===
            [...document.querySelectorAll(`.cards[data-state=${state}] > .card b`)].map(b => b.textContent).join()""",
        arg=[state, numbers],
    )


BEFORE = ["1", "2", "3", "5", "6", "6", "7", "8", "9"]


def test_a_column_is_arranged_by_hand_and_keys_for_everyone_and_back(visit: Visit, office: Office) -> None:
    page = visit("secretariat")
    take(page, office.task("1"))
    drop_behind(page, office.task("3"))
    settled(page, ["2", "3", "1", "5", "6", "6", "7", "8", "9"])
    page.wait_for_selector("#announcement >> text=Đã sắp xếp lại 1 thẻ.")
    page.keyboard.press("Alt+ArrowUp")
    settled(page, ["2", "1", "3", "5", "6", "6", "7", "8", "9"])
    assert page.evaluate("document.activeElement.id") == f"card-{office.task('1').id}"
    page.click(f"#card-{office.task('9').id} .card-move")
    page.click("#card-menu [data-place=first]")
    settled(page, ["9", "2", "1", "3", "5", "6", "6", "7", "8"])
    page.reload()
    settled(page, ["9", "2", "1", "3", "5", "6", "6", "7", "8"])
    assert shown(visit("head")) == ["9", "2", "1", "3", "5", "6", "6", "7", "8"]


def test_ctrl_z_takes_back_step_by_step(visit: Visit, office: Office) -> None:
    page, task = visit("secretariat"), office.task("1")
    page.focus(f"#card-{task.id}")
    page.keyboard.press("Alt+ArrowDown")
    settled(page, ["2", "1", "3", "5", "6", "6", "7", "8", "9"])
    take(page, task)
    drop_behind(page, office.task("4"), 1.6)
    settled(page, ["4", "1"], "drafting")
    page.keyboard.press("Control+z")
    settled(page, ["2", "1", "3", "5", "6", "6", "7", "8", "9"])
    page.keyboard.press("Control+z")
    settled(page, BEFORE)
    reread(office)
    assert (task.state, task.rank) == ("planned", None)
    assert [change.verb for change in task.changes] == ["import", "drafting", "undo"]


SHOWN = "[...document.querySelectorAll('.cards[data-state=planned] > .card b')].map(b => b.textContent).join()"


def test_news_that_come_late_do_not_put_back_an_older_card(visit: Visit, office: Office) -> None:
    page, task = visit("secretariat"), office.task("1")
    held: list[tuple[Route, APIResponse]] = []
    page.route("**/kanban/changes*", lambda route: held.append((route, route.fetch())))
    page.focus(f"#card-{task.id}")
    for count, order in enumerate((["2", "1", "3"], ["2", "3", "1"]), start=1):
        page.keyboard.press("Alt+ArrowDown")
        settled(page, [*order, "5", "6", "6", "7", "8", "9"])
        while len(held) < count:
            page.wait_for_timeout(20)
    page.evaluate("() => { window.orders = [] }")
    page.evaluate(f"() => document.addEventListener('cards-renewed', () => orders.push({SHOWN}))")
    for route, answer in held[:2]:
        route.fulfill(response=answer)
    page.wait_for_function("() => orders.length")
    assert page.evaluate("() => orders") == ["2,3,1,5,6,6,7,8,9"]
    page.unroute_all(behavior="ignoreErrors")


def test_a_submission_is_taken_back_by_the_button_in_what_is_said(visit: Visit, office: Office) -> None:
    page, task = visit("head"), office.task("4")
    take(page, task)
    drop_into(page, "submitted")
    page.fill("dialog [name=paper_number]", "12/TTr")
    page.click("dialog button.primary")
    page.click("#announcement >> text=Hoàn tác")
    page.wait_for_selector(f".cards[data-state=drafting] > #card-{task.id}")
    page.wait_for_selector("#announcement >> text=Đã hoàn tác bước chuyển của 1 thẻ.")
    reread(office)
    assert (task.state, task.paper_number) == ("drafting", "")


@pytest.mark.parametrize("how", ["escape", "outside"])
def test_escape_and_dropping_outside_cancel(visit: Visit, office: Office, how: str) -> None:
    page, task = visit("secretariat"), office.task("1")
    take(page, task)
    page.mouse.move(*middle(page, ".cards[data-state=drafting]", 0.3), steps=8)
    if how == "escape":
        page.keyboard.press("Escape")
    else:
        page.mouse.move(200, 20, steps=8)
    page.mouse.up()
    page.wait_for_function("() => !document.querySelector('.is-dragging, .is-held-in-hand')")
    settled(page, BEFORE)
    reread(office)
    assert (task.state, task.rank, task.version) == ("planned", None, 1)


def test_several_are_dragged_together_and_taken_back(visit: Visit, office: Office) -> None:
    page, tasks = visit("secretariat"), [office.task("1"), office.task("3")]
    choose(page, *tasks)
    assert "Đã chọn 2 thẻ." in page.inner_text(".selection-bar")
    take(page, tasks[1])
    assert page.get_attribute("body > .is-held-in-hand", "data-many") == "2"
    drop_behind(page, office.task("4"), 1.6)
    settled(page, ["4", "1", "3"], "drafting")
    assert page.locator(".selection-bar").is_hidden()
    page.click("#announcement >> text=Hoàn tác")
    settled(page, BEFORE)
    reread(office)
    assert {task.state for task in tasks} == {"planned"}


def test_several_are_chosen_by_keys_and_what_cannot_go_is_said_before(visit: Visit, office: Office) -> None:
    page = visit("secretariat")
    page.focus(f"#card-{office.task('1').id}")
    page.keyboard.press("x")
    page.keyboard.press("Shift+ArrowDown")
    assert "Đã chọn 2 thẻ." in page.inner_text("#heard")
    page.wait_for_function("document.activeElement.matches('.card.is-selected')")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("Enter")
    page.wait_for_selector("#card-menu:popover-open [data-to=drafting]")
    assert [url for url in asked if "/moves" in url and "/selection/" not in url] == []
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] .of-cards.is-closed >> text=Hội nghị tiếp xúc cử tri")
    page.click("dialog button.primary")
    settled(page, ["2", "3", "5", "6", "6", "7", "8", "9"])
    assert "Không thực hiện được với 1 thẻ: 2" in page.inner_text("#announcement")
    page.keyboard.press("Escape")
    assert page.locator(".selection-bar").is_hidden()


def test_what_is_closed_to_all_says_why_while_they_are_dragged(visit: Visit, office: Office) -> None:
    page = visit("secretariat")
    choose(page, office.task("1"), office.task("3"))
    take(page, office.task("1"))
    page.wait_for_selector(".column.is-closed .why-closed >> text=Không thẻ nào đã chọn")
    assert page.locator(".column.is-open .cards[data-state=drafting]").count() == 1
    drop_into(page, "done")
    page.wait_for_selector(".card-note >> text=Không thẻ nào đã chọn chuyển được sang “Hoàn thành”.")
    settled(page, BEFORE)


def test_on_a_phone_scrolling_moves_nothing_and_a_long_touch_drags(visit: Visit, office: Office) -> None:
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    page, first, second = visit("secretariat", **phone), office.task("1"), office.task("2")
    finger = Finger(page)
    finger.down(*middle(page, f"#card-{first.id} .standing"))
    finger.up_the_page(*middle(page, f"#card-{first.id} .standing"), 7)
    finger.off()
    assert page.locator(".is-dragging, .sortable-chosen").count() == 0
    settled(page, BEFORE)
    page.locator(f"#card-{first.id}").scroll_into_view_if_needed()
    page.locator(f"#card-{second.id}").scroll_into_view_if_needed()
    x, y = middle(page, f"#card-{second.id} .card-head")
    up_to = middle(page, f"#card-{first.id}", 0.1)[1]
    finger.down(x, y)
    page.wait_for_selector(f"#card-{second.id}.sortable-chosen")
    finger.up_the_page(x, y, int((y - up_to) / 25) + 1)
    page.wait_for_selector(".is-dragging")
    finger.off()
    settled(page, ["2", "1", *BEFORE[2:]])
    reread(office)
    assert place_of(second) < place_of(first)


def test_on_a_phone_in_english_cards_are_chosen_by_taps(visit: Visit, office: Office) -> None:
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    page = visit("secretariat", **phone)
    page.click("text=English")
    page.wait_for_selector("html[lang=en]")
    page.wait_for_load_state("load")  # a hand comes later than the scripts
    page.click("#selecting")
    for number in ("1", "3"):
        page.locator(f"#card-{office.task(number).id} .card-title a").tap()
    assert "Cards selected: 2." in page.inner_text(".selection-bar")
    page.click(".selection-bar >> text=Move to…")
    page.click("#card-menu [data-to=drafting]")
    page.wait_for_selector("#announcement >> text=2 cards moved.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.click("#announcement >> text=Undo")
    page.wait_for_selector("#announcement >> text=The move of 2 cards is undone.")
    settled(page, BEFORE)
