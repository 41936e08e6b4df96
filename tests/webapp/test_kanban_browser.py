"""The kanban in a real Chromium: dragged, refused, moved by keyboard, told that it is stale."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from office import TODAY, Office
from playwright.sync_api import Page

from planner.models import Task

pytestmark = pytest.mark.system
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
Visit = Callable[..., Page]


@pytest.fixture(autouse=True)
def drafted(app: Flask, office: Office) -> None:
    """Task 4 is being drafted, so that its head may submit it."""
    office.task("4").begin_drafting(office.actor("head"), TODAY)
    office.session.commit()


def drag(page: Page, task: Task, target: str) -> None:
    """Takes the card in hand and lets it go over a list, as slowly as a hand would."""
    card, place = page.locator(f"#card-{task.id} .standing").bounding_box(), page.locator(target).bounding_box()
    assert card and place
    x, y = card["x"] + 30, card["y"] + 6
    to_x, to_y = place["x"] + min(70, place["width"] / 2), place["y"] + min(60, place["height"] / 2)
    page.mouse.move(x, y)
    page.mouse.down()
    with page.expect_response(lambda answer: answer.url.split("?")[0].endswith("/moves")):
        page.mouse.move(x + 8, y + 8, steps=4)
    page.mouse.move(to_x, to_y, steps=15)
    page.wait_for_selector(f"{target} > .is-ghost", state="attached")  # the hand is looked at every 50 ms
    page.mouse.up()


def column(state: str) -> str:
    return f".cards[data-state={state}]"


def stands_in(page: Page, task: Task, state: str) -> None:
    """Waits until the card is in the column of a state, as the server says that it is."""
    page.wait_for_selector(f"{column(state)} > #card-{task.id}[data-state={state}]")


def stored(office: Office, task: Task) -> str:
    office.session.rollback()
    office.session.refresh(task)
    return task.state


def test_a_head_drags_a_card_and_the_dialog_asks_for_the_paper(visit: Visit, office: Office) -> None:
    page, task = visit("head"), office.task("4")
    drag(page, task, column("submitted"))
    page.fill("dialog [name=paper_number]", "12/TTr-DCPL")
    page.click("dialog button.primary")
    stands_in(page, task, "submitted")
    page.wait_for_selector("dialog", state="detached")
    assert stored(office, task) == "submitted"
    assert task.paper_number == "12/TTr-DCPL"
    assert page.locator("[data-head=submitted] .number").inner_text() == "1"
    assert page.evaluate("document.activeElement.id") == f"card-{task.id}"


def test_a_move_that_asks_for_nothing_is_made_by_the_drop(visit: Visit, office: Office) -> None:
    page, task = visit("secretariat"), office.task("3")
    drag(page, task, column("drafting"))
    page.wait_for_selector(f"#card-{task.id}[data-version='2']")
    stands_in(page, task, "drafting")
    assert stored(office, task) == "drafting"


def test_escape_puts_the_card_back(visit: Visit, office: Office) -> None:
    page, task = visit("head"), office.task("4")
    drag(page, task, column("submitted"))
    page.wait_for_selector("dialog[open]")
    page.keyboard.press("Escape")
    stands_in(page, task, "drafting")
    assert stored(office, task) == "drafting"


def test_a_refused_form_stays_open_with_the_reason(visit: Visit, office: Office) -> None:
    page, task = visit("head"), office.task("4")
    drag(page, task, column("submitted"))
    page.fill("dialog [name=paper_number]", "12/TTr")
    page.eval_on_selector(
        "dialog [name=submitted_on]", "field => { field.removeAttribute('max'); field.value = '2030-01-01' }"
    )
    page.click("dialog button.primary")
    page.wait_for_selector("dialog[open] .refusal")
    assert "chưa đến" in page.inner_text("dialog .refusal")
    assert page.input_value("dialog [name=paper_number]") == "12/TTr"
    page.click("dialog [data-close]")
    stands_in(page, task, "drafting")


def test_what_the_table_forbids_springs_back_with_the_reason(visit: Visit, office: Office) -> None:
    page, task = visit("head"), office.task("4")
    drag(page, task, column("done"))
    page.wait_for_selector(f"#card-{task.id} .card-note")
    assert "Không chuyển được từ “Đang tham mưu” sang “Hoàn thành”." in page.inner_text("#announcement")
    stands_in(page, task, "drafting")
    assert stored(office, task) == "drafting"


def test_a_viewer_drags_in_vain(visit: Visit, office: Office) -> None:
    page, task = visit("viewer"), office.task("4")
    drag(page, task, column("submitted"))
    assert "Vai trò của đồng chí" in page.inner_text(f"#card-{task.id} .card-note")
    stands_in(page, task, "drafting")
    assert stored(office, task) == "drafting"


def submit_elsewhere(office: Office, task: Task) -> None:
    """What somebody else does in the meantime."""
    task.begin_drafting(office.actor("head_tctg"), TODAY)
    task.submit(office.actor("head_tctg"), TODAY, "9/TTr", TODAY)
    office.session.commit()


# Whether the move would be open now, is the same that was made elsewhere, or never was one: the page is told the same.
@pytest.mark.parametrize("target", ["postponed", "submitted", "drafting"])
def test_a_card_on_a_stale_page_is_shown_as_it_is_now(visit: Visit, office: Office, target: str) -> None:
    page, task = visit("secretariat"), office.task("3")
    submit_elsewhere(office, task)
    drag(page, task, column(target))
    stands_in(page, task, "submitted")
    page.wait_for_selector(f"#card-{task.id} .card-note >> text=vừa có thay đổi")
    assert "vừa có thay đổi" in page.inner_text("#announcement")
    assert page.locator("dialog[open]").count() == 0


def test_the_menu_of_a_stale_card_shows_the_fresh_card(visit: Visit, office: Office) -> None:
    page, task = visit("secretariat"), office.task("3")
    submit_elsewhere(office, task)
    page.focus(f"#card-{task.id}")
    page.keyboard.press("Enter")
    stands_in(page, task, "submitted")
    page.wait_for_selector(f"#card-{task.id} .card-note >> text=vừa có thay đổi")
    assert page.locator("#card-menu:popover-open").count() == 0


def test_a_form_that_became_stale_while_it_was_filled_in_changes_nothing(visit: Visit, office: Office) -> None:
    page, task = visit("secretariat"), office.task("3")
    drag(page, task, column("postponed"))
    page.fill("dialog [name=reason]", "Chờ hướng dẫn")
    submit_elsewhere(office, task)
    page.click("dialog button.primary")
    stands_in(page, task, "submitted")
    assert "vừa có thay đổi" in page.inner_text("#announcement")
    assert stored(office, task) == "submitted"


def test_the_keyboard_makes_the_same_moves(visit: Visit, office: Office) -> None:
    page, task = visit("head"), office.task("4")
    page.focus('.card[tabindex="0"]')
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == f"card-{task.id}"
    page.keyboard.press("Enter")
    page.wait_for_selector("#card-menu:popover-open [role=menuitem]:focus")
    assert page.evaluate("document.activeElement.textContent") == "Trình duyệt…"
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    page.keyboard.type("15/TTr-DCPL")
    page.keyboard.press("Enter")
    stands_in(page, task, "submitted")
    assert stored(office, task) == "submitted"


def test_the_menu_s_move_without_questions_is_made_at_once(visit: Visit, office: Office) -> None:
    page, task = visit("head_tctg"), office.task("3")
    page.hover(f"#card-{task.id}")
    page.click(f"#card-{task.id} .card-move")
    page.click("#card-menu [data-move=drafting]")
    stands_in(page, task, "drafting")
    assert stored(office, task) == "drafting"


def test_a_drop_into_another_board_s_lane_hands_the_task_over(visit: Visit, office: Office) -> None:
    page, task, board = visit("secretariat", "/?lanes=1"), office.task("4"), office.boards["pt"]
    drag(page, task, f"{column('drafting')}[data-board='{board.id}']")
    page.wait_for_selector("dialog[open]")
    assert page.input_value("dialog [name=board]") == str(board.id)
    page.fill("dialog [name=reason]", "Phân công lại")
    page.click("dialog button.primary")
    page.wait_for_selector(f"{column('drafting')}[data-board='{board.id}'] > #card-{task.id}[data-board='{board.id}']")
    stored(office, task)
    assert task.board_id == board.id


def test_the_task_s_page_shows_a_move_where_it_was_made(visit: Visit, office: Office) -> None:
    task = office.task("4")
    page = visit("head", f"/tasks/{task.id}")
    page.click("text=Trình duyệt…")
    page.fill("dialog [name=paper_number]", "12/TTr-DCPL")
    page.click("dialog button.primary")
    page.wait_for_selector(".task-state >> text=Đã trình")
    assert "12/TTr-DCPL" in page.inner_text(".changes")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", ["/", "/?lanes=1&held=1", "/mine", "/tasks/1", "/tasks/1/postponement/new"])
def test_the_pages_are_accessible(visit: Visit, where: str, scheme: str) -> None:
    page = visit("secretariat", where, color_scheme=scheme)
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")
    assert [(v["id"], [n["html"][:200] for n in v["nodes"]]) for v in found["violations"]] == []


@pytest.mark.parametrize("where", ["/", "/?held=1", "/mine", "/tasks/1"])
def test_a_narrow_screen_never_scrolls_sideways_as_a_whole(visit: Visit, where: str) -> None:
    page = visit("secretariat", where)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
