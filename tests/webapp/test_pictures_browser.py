"""The pictures in a real Chromium: both languages, desktop and phone, dark, the keyboard, and paper."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from office import Office
from playwright.sync_api import Page
from pypdf import PdfReader

pytestmark = pytest.mark.system
Visit = Callable[..., Page]
VIETNAMESE = re.compile("[ạ-ỹăâđêôơư]", re.IGNORECASE)


def text_of(page: Page, selector: str) -> str:
    return " ".join(page.locator(selector).all_inner_texts())


def is_as_wide_as_its_window(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_desk_a_phone_and_the_dark(visit: Visit, office: Office) -> None:
    page = visit("head", "/pictures?year=2026")
    page.set_viewport_size({"width": 1440, "height": 900})
    assert page.locator("svg.picture[role=img]").count() == 5
    named = page.eval_on_selector_all(
        "svg.picture", "all => all.map(one => document.getElementById(one.getAttribute('aria-labelledby')).innerText)"
    )
    assert named[0] == "Tiến độ theo bộ phận"
    bar, table = page.locator(".is-progress .picture").bounding_box(), page.locator(".is-progress table").bounding_box()
    assert bar and table and table["x"] >= bar["x"] + bar["width"]
    assert page.eval_on_selector("#look-done rect", "one => getComputedStyle(one).fill") != "rgb(0, 0, 0)"

    page.set_viewport_size({"width": 360, "height": 740})
    assert is_as_wide_as_its_window(page)
    size = "one => getComputedStyle(one).fontSize + ' ' + one.getBoundingClientRect().height"
    assert float(page.eval_on_selector(".is-progress .picture .name", size).split()[1]) >= 10
    light = page.eval_on_selector(".picture text", "one => getComputedStyle(one).fill")
    page.emulate_media(color_scheme="dark")
    assert page.eval_on_selector(".picture text", "one => getComputedStyle(one).fill") != light


def test_the_keyboard_reaches_the_figures_and_the_board_behind_a_bar(visit: Visit, office: Office) -> None:
    page = visit("viewer", "/pictures?year=2026")
    page.focus(".is-progress .pictured-head a")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "told"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/?year=2026&board={office.boards['dcpl'].id}")


def test_in_english_no_word_of_ours_is_vietnamese(visit: Visit, office: Office) -> None:
    page = visit("viewer", "/pictures?year=2026")
    page.click(".languages button")
    page.wait_for_selector("html[lang=en]")
    names = [board.name for board in office.boards.values()]
    said = text_of(page, ".pictured :is(h2, p, th, .looks, .pictured-head)")
    for name in names:
        said = said.replace(name, "")
    assert not VIETNAMESE.findall(said), said
    page.set_viewport_size({"width": 360, "height": 740})
    assert is_as_wide_as_its_window(page)


def test_on_paper_there_are_pictures_and_figures_and_nothing_to_press(visit: Visit) -> None:
    page = visit("viewer", "/pictures?year=2026")
    pages = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = " ".join(one.extract_text() for one in pages)
    assert (round(float(pages[0].mediabox.width)), len(pages) <= 4) == (595, True)
    assert "Tải số liệu" not in text
    assert "Đăng xuất" not in text
    assert text.count("Ban Phong trào") >= 2
