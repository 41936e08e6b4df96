"""The subscriptions page in a real Chromium: a feed with choices, its address and QR code, its end."""

import io
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest
import zxingcpp
from office import BOARDS, Office
from PIL import Image
from playwright.sync_api import Page
from sqlalchemy import select

from planner.models import Feed

pytestmark = pytest.mark.system
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
Visit = Callable[..., Page]


def make_feed(page: Page) -> None:
    """To-dos of one board's submissions, with one alarm and without what is done."""
    page.select_option("[name=scope]", label=BOARDS["pt"])
    page.fill("[name=name]", "Máy tính bảng")
    page.click(".new-feed summary")
    page.select_option("[name=milestones]", "submit")
    page.select_option("[name=form]", "todos")
    page.uncheck("[name=alarms][value='7']")
    page.uncheck("[name=with_done]")
    page.click(".new-feed button.primary")
    page.wait_for_selector(".shown-once")


def test_a_feed_with_choices_is_made_scanned_fetched_and_revoked(visit: Visit, address: str, office: Office) -> None:
    page = visit("head", "/feeds")
    make_feed(page)
    shown = page.input_value("[data-copy-from]")
    webcal = page.get_attribute(".shown-once a.button", "href")
    assert webcal == "webcal:" + shown.partition(":")[2]
    picture = Image.open(io.BytesIO(page.locator("figure.code svg").screenshot()))
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [webcal]
    assert page.get_attribute("figure.code svg", "role") == "img"
    assert "Máy tính bảng" in page.text_content("figure.code svg title")

    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")
    assert [violation["id"] for violation in found["violations"]] == []

    where = address + "/calendar/" + shown.rpartition("/")[2]
    content = urlopen(where).read().decode().replace("\r\n ", "")
    assert content.count("BEGIN:VTODO") == 4
    assert "BEGIN:VEVENT" not in content
    assert "Thực hiện: " not in content.split("SUMMARY:", 1)[1].split("\r\n")[0]

    page.goto(f"{address}/feeds")
    row = page.inner_text("tbody tr")
    assert "Chỉ mốc trình · việc cần làm · nhắc trước 1 ngày · không có mốc đã xong" in row
    assert "Python-urllib" in row
    assert shown.rpartition("/")[2] not in page.content()
    page.click("tbody button")
    page.wait_for_selector("text=Đã thu hồi địa chỉ lịch “Máy tính bảng”.")
    office.session.rollback()
    assert office.session.scalars(select(Feed)).one().revoked_at is not None
