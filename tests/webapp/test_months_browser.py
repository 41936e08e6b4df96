"""The month view in a real Chromium: a chip is dragged with a reason, put back, moved by keyboard, refused."""

from collections.abc import Callable

import pytest
from journeys import drag
from office import TODAY, Office
from playwright.sync_api import Page

from planner.models import Milestone, Task
from planner.workdays import WorkCalendar

pytestmark = pytest.mark.system
Visit = Callable[..., Page]
UNDATED = ""


def milestone(office: Office, number: str, kind: str) -> Milestone:
    found = office.task(number).milestone(kind)
    assert found is not None
    return found


def cell(board_id: int, month: str) -> str:
    return f'.chips[data-cell="{board_id}-{month}"]'


def stored(office: Office, task: Task) -> Task:
    office.session.rollback()
    office.session.expire_all()
    return task


def test_a_chip_is_dragged_to_another_month_with_a_reason(visit: Visit, office: Office) -> None:
    page, task, chip = visit("secretariat", "/months"), office.task("3"), milestone(office, "3", "submit").id
    drag(page, f"#chip-{chip} .chip-standing", cell(task.board_id, "2026-09"))
    page.wait_for_selector("dialog[open]")
    assert page.input_value("dialog [name=month]") == "2026-09"
    page.fill("dialog [name=reason]", "Chờ số liệu của cơ sở")
    page.click("dialog button.primary")
    page.wait_for_selector(f"{cell(task.board_id, '2026-09')} > #chip-{chip} .chip-first")
    page.wait_for_selector("dialog", state="detached")
    stored(office, task)
    assert str(milestone(office, "3", "submit").deadline) == "2026-09-30"
    assert task.changes[-1].reason == "Chờ số liệu của cơ sở"


def test_a_move_is_taken_back_where_it_was_said(visit: Visit, office: Office) -> None:
    page, task, chip = visit("secretariat", "/months"), office.task("3"), milestone(office, "3", "submit").id
    was = page.get_attribute(f"#chip-{chip}", "data-cell")
    for take_back in (lambda: page.click("#announcement [data-take-back]"), lambda: page.keyboard.press("Control+z")):
        drag(page, f"#chip-{chip} .chip-standing", cell(task.board_id, "2026-09"))
        page.fill("dialog [name=reason]", "Nhầm tháng")
        page.click("dialog button.primary")
        page.wait_for_selector("#announcement [data-take-back]")
        assert page.locator("#announcement [data-take-back]").count() == 1
        take_back()
        page.wait_for_selector(f'.chips[data-cell="{was}"] > #chip-{chip}')
        page.wait_for_function("!document.querySelector('#announcement [data-take-back]')")
        page.wait_for_function("document.activeElement.matches('.chip-move')")
    assert [change.verb for change in stored(office, task).changes][-2:] == ["move_month", "take_back_period"]


def test_a_chip_is_dragged_to_another_board_and_no_date(visit: Visit, office: Office) -> None:
    page, task, chip = visit("secretariat", "/months"), office.task("3"), milestone(office, "3", "submit").id
    board = office.boards["dcpl"]
    page.set_viewport_size({"width": 1900, "height": 900})
    drag(page, f"#chip-{chip} .chip-standing", cell(board.id, UNDATED))
    page.fill("dialog [name=reason]", "Giao lại, chưa rõ thời gian")
    page.click("dialog button.primary")
    page.wait_for_selector(f"{cell(board.id, UNDATED)} > #chip-{chip}[data-version='3']")
    assert (stored(office, task).board_id, milestone(office, "3", "submit").is_undated) == (board.id, True)


def test_a_whole_year_fits_a_screen_of_1440(visit: Visit, office: Office) -> None:
    page = visit("secretariat", "/months")
    page.set_viewport_size({"width": 1440, "height": 900})
    for frame in (".months-frame", ".chip"):
        wider = "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
        assert page.eval_on_selector_all(frame, wider) == 0


def test_escape_puts_the_chip_back(visit: Visit, office: Office) -> None:
    page, task, chip = visit("secretariat", "/months"), office.task("3"), milestone(office, "3", "submit").id
    drag(page, f"#chip-{chip} .chip-standing", cell(task.board_id, "2026-09"))
    page.wait_for_selector("dialog[open]")
    page.keyboard.press("Escape")
    page.wait_for_selector(f"{cell(task.board_id, '2026-06')} > #chip-{chip}")
    assert stored(office, task).version == 1


def test_a_refused_form_stays_open_and_then_the_chip_goes_home(visit: Visit, office: Office) -> None:
    page, task, chip = visit("secretariat", "/months"), office.task("3"), milestone(office, "3", "submit").id
    drag(page, f"#chip-{chip} .chip-standing", cell(task.board_id, "2026-09"))
    page.wait_for_selector("dialog[open]")
    page.eval_on_selector("dialog [name=reason]", "field => field.removeAttribute('required')")
    page.click("dialog button.primary")
    page.wait_for_selector("dialog[open] .refusal")
    assert page.input_value("dialog [name=month]") == "2026-09"
    page.click("dialog [data-close]")
    page.wait_for_selector(f"{cell(task.board_id, '2026-06')} > #chip-{chip}")


def test_a_chip_on_a_stale_page_is_shown_where_it_is_now(visit: Visit, office: Office) -> None:
    page, task, chip = visit("secretariat", "/months"), office.task("3"), milestone(office, "3", "submit").id
    task.undate("submit", office.actor("secretariat"), TODAY, "Chờ", WorkCalendar())
    office.session.commit()
    drag(page, f"#chip-{chip} .chip-standing", cell(task.board_id, "2026-09"))
    page.fill("dialog [name=reason]", "Lùi lại")
    page.click("dialog button.primary")
    page.wait_for_selector(f"{cell(task.board_id, UNDATED)} > #chip-{chip}")
    assert "vừa có thay đổi" in page.inner_text("#announcement")


def test_the_keyboard_moves_a_chip_too(visit: Visit, office: Office) -> None:
    page, task, chip = visit("secretariat", "/months"), office.task("3"), milestone(office, "3", "submit").id
    page.focus(f"#chip-{chip} .chip-move")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] select[name=month]:focus")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Chờ số liệu")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{cell(task.board_id, '2026-09')} > #chip-{chip}[data-version='2']")
    assert stored(office, task).version == 2


def test_who_may_not_move_has_nothing_to_drag(visit: Visit, office: Office) -> None:
    page, task, chip = visit("head", "/months"), office.task("3"), milestone(office, "3", "submit").id
    assert page.locator(f"#chip-{chip} .chip-move").count() == 0  # another board's
    drag(page, f"#chip-{chip} .chip-standing", cell(task.board_id, "2026-09"))
    assert page.locator(f"{cell(task.board_id, '2026-06')} > #chip-{chip}").count() == 1
    assert stored(office, task).version == 1

