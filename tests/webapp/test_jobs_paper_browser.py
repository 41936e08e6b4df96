"""A paper’s way in a real Chromium, submitted to carried out: both languages, at a desk and on a phone."""

from datetime import date
from pathlib import Path

import pytest
from journeys import Someone, Visit, Way, each_way, stored
from office import TODAY, Office
from playwright.sync_api import expect
from sqlalchemy import select

from planner.models import Comment, Concern, Task

pytestmark = pytest.mark.system
PDF = b"%PDF-1.7\n%%EOF"


@each_way
def test_a_paper_is_submitted_talked_about_approved_and_carried_out(
    visit: Visit, office: Office, way: Way, tmp_path: Path
) -> None:
    task, paper = office.task("4"), tmp_path / "to-trinh.pdf"
    paper.write_bytes(PDF)
    task.begin_drafting(office.actor("head"), TODAY)
    office.session.commit()
    head = Someone(visit, office, way, "head", "/mine")
    submit(head, task, paper)
    mention(head, task)
    approve(Someone(visit, office, way, "leader", "/mine"), task)
    finish(head, task, paper)


def submit(head: Someone, task: Task, paper: Path) -> None:
    head.press(f"#card-{task.id} .card-move")
    head.press("#card-menu:popover-open [role=menuitem]", "Trình duyệt")
    head.page.fill("dialog [name=paper_number]", "12/TTr-DCPL")
    head.page.fill("dialog [name=submitted_on]", "10/05/2026")
    head.page.set_input_files("dialog [type=file]", paper)
    head.sees("dialog .files-chosen li", "to-trinh.pdf")
    head.finds_it_sound()
    head.press("dialog button.primary")
    head.sees(f"#card-{task.id}[data-state=submitted]")
    milestone = stored(head.office, task).milestone("submit")
    assert milestone and (task.paper_number, milestone.done_on) == ("12/TTr-DCPL", date(2026, 5, 10))
    assert [(one.name, one.move) for one in task.attachments] == [("to-trinh.pdf", "submission")]
    head.finds_it_sound()


def mention(head: Someone, task: Task) -> None:
    head.go(f"/tasks/{task.id}")
    head.page.locator("#talk-text").press_sequentially("Xin @thuong")
    head.press(head.page.get_by_role("option"))
    head.page.locator("#talk-text").press_sequentially("xem.")
    head.press(".talk-form button", "Gửi")
    head.hears("Đã gửi trao đổi.")
    head.sees(".comment-text .mention", "@Ban Thường trực")
    stored(head.office, task)
    comment = head.office.session.scalars(select(Comment)).one()
    assert comment.text == "Xin @Ban Thường trực xem."
    assert comment.mentions == [[head.office.people["leader"].id, "Ban Thường trực"]]


def approve(leader: Someone, task: Task) -> None:
    """On “my work” stands what waits for a word; the bell leads to what was said."""
    leader.finds_it_sound()
    expect(leader.page.locator(".bell-count")).to_have_text("2")
    leader.press("#bell")
    line = leader.at(".bell-list li.is-unread a", "@Ban Thường trực")
    expect(line).to_be_visible()
    leader.finds_it_sound()
    with leader.page.expect_response("**/bell/readings"):
        leader.press(line)
        leader.lands(f"**/tasks/{task.id}#comment-*")
    expect(leader.page.locator(".bell-count")).to_be_hidden()
    read = select(Concern.read_at).where(Concern.person_id == leader.office.people["leader"].id)
    stored(leader.office, task)
    assert None not in leader.office.session.scalars(read).all()
    leader.go("/mine")
    leader.press(leader.named("button", "Phê duyệt nhiệm vụ %(number)s", number="4"))
    leader.sees(".flash", "Đã chuyển: %(label)s.", label=leader.way.say("Phê duyệt"))
    assert stored(leader.office, task).state == "approved"


def finish(head: Someone, task: Task, paper: Path) -> None:
    head.page.reload()
    head.press(".next-moves button", "Bắt đầu thực hiện")
    head.sees(".task-state", "Đang thực hiện")
    head.page.wait_for_load_state()  # before its scripts ran, a link opens a page and no dialog
    head.press(".next-moves a", "Báo cáo hoàn thành")
    head.page.fill("dialog [name=result]", "Đã giám sát tại 5 xã")
    head.page.set_input_files("dialog [type=file]", paper)
    head.sees("dialog .files-chosen li", "to-trinh.pdf")
    head.finds_it_sound()
    head.press("dialog button.primary")
    head.sees(".task-state", "Hoàn thành")
    head.sees(".responsible dd", "Đã giám sát tại 5 xã")
    stored(head.office, task)
    assert (task.state, task.result) == ("done", "Đã giám sát tại 5 xã")
    assert [one.move for one in task.attachments] == ["submission", "completion"]
    head.finds_it_sound()
