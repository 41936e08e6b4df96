"""The talk, the papers and the bell in a real Chromium: with the keyboard, by drop and paste, on a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from audit import audit
from office import TODAY, Office
from playwright.sync_api import Page, expect
from sqlalchemy import select

from planner import clock
from planner.attaching import paper
from planner.models import Attachment, Comment, Task

pytestmark = pytest.mark.system
Visit = Callable[..., Page]
PDF = b"%PDF-1.7\n%%EOF"
DROP = """([selector, kind]) => {
    const data = new DataTransfer();
    data.items.add(new File(["%PDF-1.7"], kind + ".pdf", {type: "application/pdf"}));
    const target = document.querySelector(selector);
    const event = kind === "paste" ? new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})
        : new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true});
    target.dispatchEvent(event);
}"""


def names(office: Office, task: Task) -> list[str]:
    office.session.rollback()
    held = select(Attachment).where(Attachment.task_id == task.id).order_by(Attachment.id)
    return [one.name for one in office.session.scalars(held)]


def test_a_comment_is_written_with_the_keyboard_alone(visit: Visit, office: Office) -> None:
    task = office.task("4")
    page = visit("member", f"/tasks/{task.id}")
    text = page.get_by_label("Nội dung trao đổi")
    text.focus()
    page.keyboard.type("Kính gửi @thuong")
    option = page.get_by_role("option")
    expect(option).to_have_text(["Ban Thường trực"])
    expect(text).to_have_attribute("aria-activedescendant", "talk-text-people-0")
    page.keyboard.press("Enter")
    expect(text).to_have_value("Kính gửi @Ban Thường trực ")
    page.keyboard.type("và @")
    expect(option.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(option).to_have_count(0)
    page.keyboard.press("Backspace")
    page.keyboard.type("các ban.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".comment-text")).to_have_text("Kính gửi @Ban Thường trực và các ban.")
    expect(page.locator(".comment-text .mention")).to_have_text("@Ban Thường trực")
    expect(page.locator("#announcement")).to_contain_text("Đã gửi trao đổi")
    expect(page.locator(".comment")).to_be_focused()
    expect(page.get_by_label("Nội dung trao đổi")).to_have_value("")
    comment = office.session.scalars(select(Comment)).one()
    assert comment.mentions == [[office.people["leader"].id, "Ban Thường trực"]]


def test_a_name_that_begins_with_the_words_is_offered_first(visit: Visit, office: Office) -> None:
    office.people["viewer"].name = "Chuyên viên Văn phòng"
    office.session.commit()
    page = visit("member", f"/tasks/{office.task('4').id}")
    page.get_by_label("Nội dung trao đổi").press_sequentially("@van")
    expect(page.get_by_role("option")).to_have_text(["Văn phòng", "Chuyên viên Văn phòng"])


def test_a_draft_stays_one_s_own_words_are_edited_and_removed(visit: Visit, office: Office) -> None:
    task = office.task("4")
    task.comment("Bản đầu", office.actor("member"), TODAY)
    office.session.commit()
    page = visit("member", f"/tasks/{task.id}")
    page.get_by_label("Nội dung trao đổi").fill("đang viết dở")
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.locator("dialog textarea").fill("Bản hai")
    page.locator("dialog").get_by_role("button", name="Lưu").click()
    expect(page.locator(".comment-text")).to_have_text("Bản hai")
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.get_by_label("Nội dung trao đổi")).to_have_value("đang viết dở")
    page.get_by_role("link", name="Xóa", exact=True).click()
    page.locator("dialog").get_by_role("button", name="Xóa").click()
    expect(page.locator(".comment")).to_contain_text("Người viết đã xóa nội dung này")
    page.reload()
    expect(page.get_by_label("Nội dung trao đổi")).to_have_value("đang viết dở")


def test_papers_come_by_choice_drop_and_paste(visit: Visit, office: Office, tmp_path: Path) -> None:
    task = office.task("4")
    chosen = tmp_path / "Tờ trình.pdf"
    chosen.write_bytes(PDF)
    page = visit("member", f"/tasks/{task.id}")
    page.set_input_files("#attachments input[type=file]", chosen)
    expect(page.locator(".paper-name")).to_have_text(["Tờ trình.pdf"])
    page.evaluate(DROP, ["#attachments", "drop"])
    expect(page.locator(".paper-name")).to_have_count(2)
    page.evaluate(DROP, ["body", "paste"])
    expect(page.locator(".paper-name")).to_have_text(["Tờ trình.pdf", "drop.pdf", "paste.pdf"])
    with page.expect_download() as download:
        page.get_by_role("link", name="Tờ trình.pdf", exact=True).click()
    assert download.value.suggested_filename == "Tờ trình.pdf"
    page.get_by_role("link", name="Gỡ tệp drop.pdf").click()
    page.locator("dialog textarea").fill("Gửi nhầm")
    page.locator("dialog").get_by_role("button", name="Gỡ tệp").click()
    expect(page.locator(".paper-name")).to_have_text(["Tờ trình.pdf", "paste.pdf"])
    wrong = tmp_path / "a.pdf"
    wrong.write_bytes(b"MZ\x90\0")
    page.set_input_files("#attachments input[type=file]", wrong)
    expect(page.locator("#attachments .refusal")).to_contain_text("Không nhận loại tệp này: “a.pdf”")
    assert names(office, task) == ["Tờ trình.pdf", "paste.pdf"]


def test_submitting_takes_papers_along_and_keeps_them_when_refused(visit: Visit, office: Office) -> None:
    task = office.task("4")
    task.begin_drafting(office.actor("head"), TODAY)
    office.session.commit()
    page = visit("head", "/?year=2026")
    page.locator(f"#card-{task.id} .card-move").click()
    page.locator('#card-menu [data-move="submission"]').click()
    dialog = page.locator("dialog")
    expect(dialog).to_be_visible()
    page.evaluate(DROP, ["dialog", "drop"])
    page.evaluate(DROP, ["dialog [name=paper_number]", "paste"])
    expect(dialog.locator(".files-chosen li")).to_have_count(2)
    dialog.locator("[name=paper_number]").evaluate("field => { field.required = false; }")
    dialog.locator("button.primary").click()
    expect(dialog.locator(".refusal")).to_contain_text("Vui lòng nhập số, ký hiệu")
    expect(dialog.locator(".files-chosen li")).to_have_count(2)
    dialog.get_by_role("button", name="Bỏ tệp paste.pdf").click()
    dialog.locator("[name=paper_number]").fill("20/TTr")
    dialog.locator("button.primary").click()
    expect(page.locator(f'#card-{task.id}[data-state="submitted"]')).to_be_visible()
    assert names(office, task) == ["drop.pdf"]


def test_the_bell_rings_opens_and_falls_silent(visit: Visit, office: Office, address: str) -> None:
    task, head = office.task("4"), office.people["head"]
    page = visit("head", "/?year=2026")
    expect(page.locator("#bell")).to_have_attribute("title", "Không có thông báo mới.")
    with clock.on_day(TODAY):
        task.comment("Nhờ xem giúp", office.actor("member"), TODAY, [(head.id, head.name)])
    office.session.commit()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".bell-count")).to_have_text("1")
    expect(page.locator("#bell-said")).to_have_text("1 thông báo mới.")
    page.locator("#bell").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#bell-panel li.is-unread")).to_contain_text("nhắc đến đồng chí: Nhờ xem giúp")
    page.keyboard.press("Escape")
    expect(page.locator("#bell-panel")).to_be_hidden()
    expect(page.locator("#bell")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("#bell-panel li a").click()
    page.wait_for_url(f"{address}/tasks/{task.id}#comment-*")
    expect(page.locator(".bell-count")).to_be_hidden()


def test_what_others_say_appears_and_nothing_that_is_typed_is_lost(visit: Visit, office: Office) -> None:
    task = office.task("4")
    page = visit("head", f"/tasks/{task.id}")
    page.get_by_label("Nội dung trao đổi").fill("đang viết")
    task.comment("Tin mới", office.actor("member"), TODAY)
    office.session.commit()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".comment-text")).to_have_text("Tin mới")
    expect(page.locator("#announcement")).to_contain_text("Có nội dung mới")
    expect(page.get_by_label("Nội dung trao đổi")).to_have_value("đang viết")


def test_following_is_one_button(visit: Visit, office: Office) -> None:
    page = visit("viewer", f"/tasks/{office.task('4').id}")
    page.get_by_role("button", name="Theo dõi", exact=True).click()
    expect(page.locator("#following")).to_contain_text("Đang theo dõi: Người xem")
    page.get_by_role("button", name="Thôi theo dõi").click()
    expect(page.locator("#following")).to_contain_text("Chưa có người theo dõi")


def test_the_pages_stand_the_audit_in_english_too(visit: Visit, office: Office, address: str) -> None:
    task, leader = office.task("4"), office.people["leader"]
    leader.choose_language("en")
    task.begin_drafting(office.actor("head"), TODAY)
    task.comment("Xin ý kiến @Ban Thường trực", office.actor("head"), TODAY, [(leader.id, leader.name)])
    task.comment("Ý kiến của tôi https://mau.invalid/" + "a" * 200, office.actor("leader"), TODAY)
    task.attach([paper("t" * 140 + ".pdf", PDF)], office.actor("leader"), TODAY)
    task.submit(office.actor("head"), TODAY, "20/TTr", TODAY)
    office.session.commit()
    page, faults = visit("leader", "/mine"), []
    expect(page.get_by_role("button", name="Approve task 4")).to_be_visible()
    expect(page.locator("#bell")).to_have_attribute("aria-label", "Notifications: 2 new notifications.")
    for where in ("/mine", "/bell", f"/tasks/{task.id}"):
        page.goto(address + where)
        faults += [f"{where}: {fault}" for fault in audit(page)]
    page.get_by_label("Your comment").press_sequentially("@van")
    expect(page.get_by_role("option")).not_to_have_count(0)
    faults += audit(page)
    assert not faults, "\n".join(faults)
