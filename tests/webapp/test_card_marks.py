"""The marks on a card: what was said, attached and asked for on the task's own page."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import TODAY, Office

from planner import clock
from planner.attaching import Paper
from planner.models import Task
from planner.wishes import Wish

Client = Callable[[str], FlaskClient]


@pytest.fixture
def marks(as_: Client, office: Office) -> Callable[[Task], str]:
    """What stands on a task's card, in words, as somebody with the page open since before sees it."""
    client = as_("viewer")
    client.get("/?year=2026")

    def shown(task: Task) -> str:
        office.session.commit()
        page = client.get("/?year=2026").text
        card = re.search(rf'<li class="card[^>]*id="card-{task.id}".*?</li>', page, re.DOTALL)
        assert card
        found = re.search(r'<p class="card-marks">(.*?)</p>', card[0], re.DOTALL)
        return " ".join(re.sub("<[^>]*>", " ", found[1]).split()) if found else ""

    return shown


def test_nothing_said_nothing_shown(marks: Callable[[Task], str], office: Office) -> None:
    assert marks(office.task("4")) == ""


def test_comments_are_counted_and_a_removed_one_is_not(marks: Callable[[Task], str], office: Office) -> None:
    task, head, member = office.task("4"), office.actor("head"), office.actor("member")
    with clock.on_day(TODAY):
        task.comment("Đã có dự thảo", member, TODAY)
        second = task.comment("Xin sửa mục 2", head, TODAY)
        assert marks(task) == "2 trao đổi"
        task.remove_comment(second, head, TODAY)
    assert marks(task) == "1 trao đổi"
    assert marks(office.task("5")) == ""


def test_files_are_counted_and_a_detached_one_is_not(marks: Callable[[Task], str], office: Office) -> None:
    task, member = office.task("4"), office.actor("member")
    task.attach([Paper("du-thao.pdf", "application/pdf", b"%PDF-1.7")], member, TODAY)
    assert marks(task) == "1 tệp đính kèm"
    task.detach(task.attachments[0], member, TODAY, "Nhầm tệp")
    assert marks(task) == ""


def test_a_request_marks_the_card_until_it_is_decided(marks: Callable[[Task], str], office: Office) -> None:
    task = office.task("4")
    request = task.ask_time("execute", Wish.of_month(2026, 9), office.actor("head"), TODAY, "Chờ hướng dẫn")
    assert marks(task) == "đề nghị điều chỉnh"
    task.refuse_time(request, office.actor("secretariat"), TODAY, "Không lùi được")
    assert marks(task) == ""


def test_talk_changes_pages_and_no_feed(app: Flask, marks: Callable[[Task], str], office: Office) -> None:
    revision = office.organisation.revision
    with clock.on_day(TODAY):
        office.task("4").comment("Đã có dự thảo", office.actor("member"), TODAY)
    office.session.commit()
    assert office.organisation.revision == revision


def test_the_fresh_card_after_a_move_has_them_too(as_: Client, office: Office) -> None:
    task = office.task("4")
    with clock.on_day(TODAY):
        task.comment("Đã có dự thảo", office.actor("member"), TODAY)
    office.session.commit()
    moved = {"to": "drafting", "version": task.version, "state": task.state}
    answer = as_("head").post(f"/tasks/{task.id}/drafting", data=moved, headers={"HX-Request": "true"})
    assert answer.status_code == 200, answer.text
    assert '<p class="card-marks">' in answer.text
