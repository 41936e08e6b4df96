"""The views of the year in a real Chromium: filters as one types, search by keyboard, work assigned by dragging."""

from collections.abc import Callable

import pytest
from audit import audit
from journeys import drag
from office import TODAY, Office
from playwright.sync_api import Page, ViewportSize, expect

pytestmark = pytest.mark.system

Visit = Callable[..., Page]
PHONE: ViewportSize = {"width": 360, "height": 740}


def cards(page: Page) -> int:
    return page.locator("#results .card").count()


def test_what_is_typed_and_chosen_applies_and_stays_in_the_address(visit: Visit, office: Office) -> None:
    page = visit("secretariat", "/?year=2026")
    page.evaluate("window.sameDocument = true")
    page.locator("#filter-q").press_sequentially("tiep xuc cu tri")
    expect(page.locator("#results .card")).to_have_count(1)
    expect(page.locator("#filter-q")).to_be_focused()
    page.wait_for_url("**q=tiep%20xuc%20cu%20tri")
    page.fill("#filter-q", "")
    expect(page.locator("#results .card")).to_have_count(10)
    page.click(".more-filters summary")
    page.select_option("[name=month]", "5")
    expect(page.locator("#results .card")).to_have_count(3)
    assert page.locator(".found-of").inner_text().startswith("3 / 10")
    page.wait_for_url("**/?year=2026&month=5")
    assert page.evaluate("window.sameDocument")
    page.keyboard.press("Escape")
    expect(page.locator(".more-filters summary")).to_be_focused()
    # The other views, the year and the sections have followed
    page.click(".year-views >> text=Theo tháng")
    page.wait_for_url("**/months?year=2026&month=5")
    assert page.locator(".chip").count() == 3
    page.click(".chosen a")
    page.wait_for_url("**/months?year=2026")
    assert page.locator(".chip").count() == 16
    page.go_back()
    page.wait_for_url("**/months?year=2026&month=5")
    page.go_back()
    page.wait_for_url("**/?year=2026&month=5")
    expect(page.locator("#results .card")).to_have_count(3)


def test_a_board_that_filters_brought_can_be_worked_on(visit: Visit, office: Office) -> None:
    page = visit("secretariat", "/months?year=2026")
    page.locator("#filter-q").press_sequentially("so ket")
    expect(page.locator(".chip")).to_have_count(1)
    chip = page.locator(".chip")
    chip.locator(".chip-move").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    page.keyboard.press("Escape")
    task = office.task("3")
    drag(page, f"#{chip.get_attribute('id')} .chip-standing", f'.chips[data-cell="{task.board_id}-2026-09"]')
    page.wait_for_selector("dialog[open]")
    assert page.input_value("dialog [name=month]") == "2026-09"


def test_without_scripts_the_filters_work_too(visit: Visit, office: Office) -> None:
    page = visit("viewer", "/", java_script_enabled=False)
    page.fill("#filter-q", "hoi nghi")
    page.select_option("[name=standing]", "in_term")
    page.click(".narrow-form button")
    assert cards(page) == 2
    assert page.locator(".chosen li").count() == 2


def test_the_header_finds_tasks_by_keyboard(visit: Visit, office: Office) -> None:
    page = visit("viewer", "/plans")
    page.keyboard.press("/")
    field = page.locator("#find-q")
    expect(field).to_be_focused()
    page.keyboard.type("nguoi co cong")
    expect(page.locator("#find-offers [role=option]")).to_have_count(2)
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    expect(page.locator("#find-offers")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#find-offers")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "offer-1"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/tasks/{office.task('4').id}")
    page.fill("#find-q", "hoi nghi")
    page.press("#find-q", "Enter")
    page.wait_for_url("**/search?q=hoi+nghi")
    page.fill("#search-q", "nguoi co cong")
    expect(page.locator(".finds li")).to_have_count(1)
    page.wait_for_url("**/search?q=nguoi%20co%20cong")


def test_a_head_gives_work_by_dragging_and_the_figures_follow(visit: Visit, office: Office) -> None:
    page, task, member = visit("head", "/persons"), office.task("4"), office.people["member"]
    drag(page, f"#card-{task.id} .card-head", f'[data-person="{member.id}"]')
    page.wait_for_selector(f'[data-person="{member.id}"] > #card-{task.id}[data-version="2"]')
    expect(page.locator(f"#person-{member.id} .number")).to_have_text("1")
    expect(page.locator(f"#card-{task.id}")).to_be_focused()
    office.session.rollback()
    office.session.expire_all()
    assert task.assignee is member
    # By the keyboard back to nobody
    page.keyboard.press("Enter")
    page.locator("#card-menu [role=menuitem]", has_text="Người phụ trách").press("Enter")
    page.select_option("dialog [name=person]", "")
    page.click("dialog button.primary")
    page.wait_for_selector(f'[data-person=""] > #card-{task.id}[data-version="3"]')


def test_who_does_not_belong_to_the_board_is_closed_and_says_why(visit: Visit, office: Office) -> None:
    page, task = visit("secretariat", "/persons"), office.task("1")
    other = office.people["member"].id
    drag(page, f"#card-{task.id} .card-head", f'[data-person="{other}"]')
    page.wait_for_selector(f'[data-person=""] > #card-{task.id}')
    assert "không thuộc bộ phận" in page.inner_text("#announcement")


@pytest.mark.parametrize("where", ["/persons?year=2026&q=hoi", "/timeline", "/search?q=hoi+nghi"])
def test_the_new_pages_stand_the_audit(visit: Visit, office: Office, where: str) -> None:
    office.task("4").assign(office.people["member"], office.actor("head"), TODAY)
    office.session.commit()
    assert audit(visit("secretariat", where)) == []


def test_on_a_phone_in_english_the_filters_fold_and_nothing_goes_sideways(visit: Visit, office: Office) -> None:
    page = visit("viewer", "/months")
    page.set_viewport_size(PHONE)
    page.click("button[name=language][value=en]")
    page.wait_for_selector("html[lang=en]")
    page.wait_for_load_state()
    summary = page.locator(".more-filters summary")
    place = summary.bounding_box()
    summary.click()
    assert summary.bounding_box() == place
    page.select_option("[name=person]", "0")
    page.wait_for_selector(".chosen >> text=Not assigned")
    for view in ("By person", "Timeline"):
        page.click(f".year-views >> text={view}")
        page.wait_for_selector(f".year-views [aria-current] >> text={view}")
        assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.click(".find-link")
    page.fill("#search-q", "hoi nghi")
    expect(page.locator(".finds li")).to_have_count(4)
