"""The main job, end to end: a plan document goes in; a kanban, feeds, flows, mail and paper come out.

One story in steps: each goes on where the one before ended.
"""

import json
import mailbox
import re
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.system

REAL = Path(__file__).parents[3] / "shared" / "plans" / "tuyen-quang-2023.docx"
SECRETARIAT, VIEWER = "vanphong@bangviec.invalid", "xem@bangviec.invalid"
HEAD = "truong.dcpl3@bangviec.invalid"


@dataclass(frozen=True)
class Document:
    """A plan for 2023 in which one row of the head's board is submitted in May and carried out in July."""

    path: Path
    rows: int
    tasks: int
    title: str


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """The real programme where it is beside this checkout, one of our own in the same form elsewhere."""
    if not REAL.exists():
        return _own(tmp_path / "chuong-trinh.docx")
    return Document(REAL, 31, 36, "Kế hoạch sơ kết 5 năm thực hiện Đề án “Tăng cường đoàn kết các tôn giáo")


def _own(path: Path) -> Document:
    rows = (
        ("Số TT", "Nội dung công việc", "Bộ phận tham mưu", "Trình", "Thực hiện"),
        ("1", "Kế hoạch đối thoại với đại diện khu dân cư", "Ban\n\nDân chủ- Pháp luật", "Tháng 5", "Tháng 7"),
        ("2", "Hội nghị hai kỳ trong năm", "Ban Tổ chức - Văn phòng", "Tháng 5,11", "Tháng 6,12"),
        ("3", "Kế hoạch kiểm tra", "Ban Kiểm tra", "Tháng 9", "Theo kế hoạch"),
    )
    paper = docx.Document()
    paper.add_paragraph("KẾ HOẠCH THỰC HIỆN CHƯƠNG TRÌNH NĂM 2023")
    table = paper.add_table(rows=0, cols=5)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    paper.save(str(path))
    return Document(path, 3, 4, "Kế hoạch đối thoại với đại diện khu dân cư")


def test_the_whole_way(system, document: Document) -> None:  # type: ignore[no-untyped-def]
    """A plan is imported, dragged, refused, read as a calendar, moved, reported and mailed."""
    clerk = system.page_of(SECRETARIAT)
    _import(clerk, system.address, document)
    system.bangviec("flow", "roll_over")
    head = system.page_of(HEAD)
    feed = _subscribe(head, system.address)
    assert _day_of(feed, document.title, "Thực hiện") == "2023-07-31"
    _viewer_is_refused(system.page_of(VIEWER), system.address, document.title)
    _submit_by_dragging(head, system.address, document.title)
    _move_to_august(clerk, system.address, document.title)
    assert _day_of(feed, document.title, "Thực hiện") == "2023-08-31"
    _revoke(head, system.address, feed)
    _digest_goes_out(system, document)


def _import(page: Page, address: str, document: Document) -> None:
    page.goto(f"{address}/plans")
    page.set_input_files("input[name=file]", document.path)
    page.locator(".upload-form button.primary").click()
    page.wait_for_url(re.compile("/uploads/"))
    expect(page.locator("#preview tbody tr")).to_have_count(document.rows)
    page.locator(".import-bar button.primary").click()
    page.wait_for_url(re.compile(r"/plans/\d+"))
    expect(page.locator(".plan-tasks a[href*='/tasks/']:not(.cancel)")).to_have_count(document.tasks)


def _kanban(page: Page, address: str, title: str) -> Locator:
    """The kanban narrowed to one task; gives its card."""
    page.goto(f"{address}/?year=2023")
    page.fill(".narrow-form input[name=q]", " ".join(title.split()[-7:]))
    page.press(".narrow-form input[name=q]", "Enter")
    card = page.locator(".card", has_text=title)
    expect(page.locator(".card")).to_have_count(1)
    return card


def _drag(page: Page, card: Locator, target: Locator) -> None:
    """As a hand does it: picked up, over in steps, let go."""
    page.wait_for_load_state("networkidle")  # a hand comes later than the scripts
    start, end = card.bounding_box(), target.bounding_box()
    assert start and end
    page.mouse.move(start["x"] + 30, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + 16, steps=4)
    page.mouse.move(end["x"] + min(60, end["width"] / 2), end["y"] + min(40, end["height"] / 2), steps=15)
    page.wait_for_timeout(400)
    page.mouse.up()


def _viewer_is_refused(page: Page, address: str, title: str) -> None:
    card = _kanban(page, address, title)
    expect(page.locator(".cards[data-state=drafting] .card")).to_have_count(1)
    _drag(page, card.locator(".standing"), page.locator(".cards[data-state=submitted]"))
    expect(page.locator("#announcement")).to_contain_text("không được phép")
    expect(page.locator(".cards[data-state=drafting] .card")).to_have_count(1)


def _submit_by_dragging(page: Page, address: str, title: str) -> None:
    card = _kanban(page, address, title)
    _drag(page, card.locator(".standing"), page.locator(".cards[data-state=submitted]"))
    page.fill("dialog input[name=paper_number]", "15/TTr-DCPL")
    page.fill("dialog input[name=submitted_on]", "2023-05-09")
    page.locator("dialog button.primary").click()
    expect(page.locator("#announcement")).to_contain_text("Đã chuyển")
    page.reload()
    expect(page.locator(".cards[data-state=submitted] .card", has_text=title)).to_be_visible()


def _move_to_august(page: Page, address: str, title: str) -> None:
    """The secretariat drags the chip of the execution from July to August, and says why."""
    page.goto(f"{address}/months?year=2023")
    page.fill(".narrow-form input[name=q]", " ".join(title.split()[-7:]))
    page.press(".narrow-form input[name=q]", "Enter")
    chip = page.locator(".chip[data-kind=execute]")
    expect(chip).to_have_count(1)
    cell = chip.get_attribute("data-cell") or ""
    august = page.locator(f".chips[data-cell='{cell.replace('2023-07', '2023-08')}']")
    _drag(page, chip.locator(".chip-standing"), august)
    page.fill("dialog textarea[name=reason]", "Dời theo lịch của Ban Thường trực")
    page.locator("dialog button.primary").click()
    expect(page.locator(".chip", has_text="ban đầu")).to_contain_text("Tháng 7")


def _subscribe(page: Page, address: str) -> str:
    page.goto(f"{address}/feeds")
    board = page.locator("select[name=scope] option[value^='board:']", has_text="Dân chủ").get_attribute("value")
    page.select_option("select[name=scope]", board)
    page.locator("form", has=page.locator("select[name=scope]")).locator("button.primary").click()
    return page.locator("[data-copy-from]").input_value()


def _fetch(feed: str) -> bytes:
    with urllib.request.urlopen(feed, timeout=30) as answer:
        assert answer.headers["Content-Type"].startswith("text/calendar")
        return bytes(answer.read())


def _day_of(feed: str, title: str, milestone: str) -> str:
    """The day of a milestone in the feed, as ical.js reads it."""
    found = [e for e in _events(_fetch(feed)) if title[:40] in e["summary"] and milestone in e["summary"]]
    assert len(found) == 1, found
    return str(found[0]["start"])


def _events(content: bytes) -> list[dict[str, str]]:
    """The events of a feed, by a parser that did not write it."""
    script = Path(__file__).parents[1] / "feeds" / "parse.mjs"
    done = subprocess.run(["node", str(script)], input=content, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    events: list[dict[str, str]] = json.loads(done.stdout)["events"]
    return events


def _revoke(page: Page, address: str, feed: str) -> None:
    page.goto(f"{address}/feeds")
    page.locator("button", has_text="Thu hồi").first.click()
    expect(page.locator("button", has_text="Thu hồi")).to_have_count(0)
    with pytest.raises(urllib.error.HTTPError) as error:
        _fetch(feed)
    assert error.value.code == 404


def _digest_goes_out(system, document: Document) -> None:  # type: ignore[no-untyped-def]
    """The month's flow on the first working day of June: the secretariat gets the PDF, and its text reads back."""
    system.bangviec("flow", "monthly_digest", "--date", "2023-06-01")
    system.bangviec("flow", "deliver", "--date", "2023-06-01")
    texts = [re.sub(r"\s+", " ", text) for text in _papers(system.folder / "mailbox")]
    whole = " ".join(text for text in texts if "chương trình công tác tháng 5/2023" in text)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in whole
    assert document.title[:40] in whole


def _papers(folder: Path) -> Iterator[str]:
    """The text of every PDF that went out."""
    for mail in mailbox.Maildir(str(folder), create=False):
        for part in mail.walk():
            if part.get_content_type() == "application/pdf":
                content = part.get_payload(decode=True)
                assert isinstance(content, bytes)
                yield "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
