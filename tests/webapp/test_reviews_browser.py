"""A review session in a real Chromium: walked with the keyboard alone, to the text of its minutes."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from office import TODAY, Office
from playwright.sync_api import Page, Route
from pypdf import PdfReader
from sqlalchemy import select

from planner.models import Document, ReviewSession, Task

pytestmark = pytest.mark.system
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
Visit = Callable[..., Page]


def stored(office: Office) -> ReviewSession:
    office.session.rollback()
    office.session.expire_all()
    return office.session.scalars(select(ReviewSession)).one()


def is_accessible(page: Page) -> None:
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")
    assert [(v["id"], [n["html"][:200] for n in v["nodes"]]) for v in found["violations"]] == []


def fits(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def at(page: Page, place: str) -> None:
    """Waits until an item is shown and its title, which is read out, has the focus."""
    page.wait_for_selector(f".place >> text={place}")
    page.wait_for_selector("#review-title:focus")


def decide(page: Page, key: str, words: str, day: str = "") -> None:
    """A decision by its key: a day if it asks for one, the words, and sent from where they stand."""
    page.wait_for_function("key => 'htmx-internal-data' in document.querySelector(`[data-key='${key}']`)", arg=key)
    press(page, key)
    page.wait_for_selector("dialog[open]")
    if day:
        page.fill("dialog [name=until]", day)
    page.focus("dialog textarea")
    page.keyboard.type(words)
    press(page, "Control+Enter")
    page.wait_for_selector("dialog", state="detached")
    page.wait_for_selector("#review-next:focus")


def begin_by_keyboard(page: Page, chair: str) -> None:
    page.focus("[name=chair]")
    page.keyboard.type(chair)
    press(page, "Enter")
    at(page, "1/2")


def test_a_whole_session_with_the_keyboard_alone_to_the_minutes(visit: Visit, office: Office) -> None:
    page = visit("secretariat", "/overdue")
    begin_by_keyboard(page, "Phó Chủ tịch Thường trực")
    is_accessible(page)
    press(page, "j")
    at(page, "2/2")
    decide(page, "4", "Báo cáo trước ngày 20/5")
    press(page, "u")
    page.wait_for_selector(".review-decisions", state="detached")
    page.wait_for_selector("#review-next:focus")
    decide(page, "6", "Không tổ chức nữa")
    press(page, "Enter")
    at(page, "1/2")
    decide(page, "2", "Chờ số liệu", "30/06/2026")
    press(page, "1")
    page.wait_for_selector(".review-decisions li:nth-child(2)")
    is_accessible(page)
    press(page, "t")
    page.wait_for_selector(".review-list >> text=Hủy. Không tổ chức nữa.")
    assert "2 đã kết luận · 0 giải quyết ngoài phiên · 0 chưa xem xét" in page.inner_text("#review")
    is_accessible(page)
    page.focus(".review-end button.primary")
    press(page, "Enter")
    page.wait_for_selector(".review-minutes")
    minutes_say(page, office)


def minutes_say(page: Page, office: Office) -> None:
    address = page.get_attribute(".review-minutes a[target]", "href")
    pdf = page.context.request.get(f"{page.url.split('/reviews')[0]}{address}")
    text = " ".join(" ".join(p.extract_text().split()) for p in PdfReader(BytesIO(pdf.body())).pages)
    sent = office.session.scalars(select(Document).where(Document.kind == "reminder")).one()
    letter = sent.data["code"][:3]  # a line of the table may end there
    for said in (
        "Rà soát nhiệm vụ quá hạn ngày 11/05/2026", "Chủ trì: Phó Chủ tịch Thường trực.",
        "Gia hạn đến ngày 30/06/2026. Chờ số liệu.", f"Gửi văn bản đôn đốc: {letter}", "Hủy. Không tổ chức nữa.",
        "- Chưa kết luận: 0 nhiệm vụ.", "Biên bản được thông qua và kết thúc lúc",
    ):  # fmt: skip
        assert said in text, said
    assert "20/5" not in text
    assert stored(office).document is not None


def test_in_english_on_a_phone_others_follow_as_it_goes(visit: Visit, office: Office) -> None:
    page = visit("secretariat", "/overdue")
    page.click(".languages button")
    fits(page)
    assert page.inner_text(".session button.primary").startswith("Begin a review")
    page.click(".session button.primary")
    page.wait_for_url("**/reviews/*/items/*")
    fits(page)
    reader = visit("leader", page.url.split("127.0.0.1")[1].partition("/")[2].join(["/", ""]))
    reader.click(".languages button")
    fits(reader)
    assert reader.locator("[data-key]").count() == 0
    page.click("text=Remark…")
    page.fill("dialog textarea", "Report by 20 May")
    page.click("dialog button.primary")
    page.wait_for_selector(".review-decisions >> text=Report by 20 May")
    fits(page)
    reader.wait_for_selector(".review-decisions >> text=Report by 20 May")
    assert "Report by 20 May" in reader.inner_text("#announcement")
    page.click("#review-summary")
    page.wait_for_selector("text=1 decided")
    fits(page)


def test_an_item_settled_meanwhile_says_so_and_the_keys_can_be_put_off(visit: Visit, office: Office) -> None:
    page = visit("secretariat", "/overdue")
    begin_by_keyboard(page, "")
    task: Task = office.task("4")
    task.cancel(office.actor("leader"), TODAY, "Không tổ chức")
    office.session.commit()
    press(page, "1")
    page.wait_for_selector(".review-settled")
    assert "vừa có thay đổi" in page.inner_text("#announcement")
    assert [item.decisions for item in stored(office).items] == [[], []]
    page.uncheck("#review-keys")
    page.focus("#review-title")
    press(page, "j")
    assert page.inner_text(".place") == "1/2"
    page.check("#review-keys")
    press(page, "j")
    at(page, "2/2")


def test_a_slow_answer_leaves_the_dialog_that_was_opened_meanwhile(visit: Visit, office: Office) -> None:
    page, held = visit("secretariat", "/overdue"), list[Route]()
    begin_by_keyboard(page, "")
    page.route("**/reminder", lambda route: held.append(route))
    page.click(".review-acts button")
    page.click("text=Ghi ý kiến…")
    page.fill("dialog textarea", "Báo cáo trước ngày 20/5")
    held[0].continue_()
    page.wait_for_selector(".review-decisions li")
    page.wait_for_selector("#announcement >> text=Đã lập phiếu nhắc việc")
    assert page.input_value("dialog[open] textarea") == "Báo cáo trước ngày 20/5"
    page.click("dialog button.primary")
    page.wait_for_selector(".review-decisions li:nth-child(2)")
    page.wait_for_selector("dialog", state="detached")
