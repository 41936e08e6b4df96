"""My work: what is assigned to me, and my board's if I head it."""

import re
from collections.abc import Callable

from flask.testing import FlaskClient
from office import TODAY, Office

from planner import clock

Client = Callable[[str], FlaskClient]


def shown(client: FlaskClient, query: str = "") -> list[int]:
    return [int(number) for number in re.findall(r'id="card-(\d+)"', client.get(f"/mine{query}").text)]


def test_a_head_sees_the_whole_board_s_work_with_the_latest_first(as_: Client, office: Office) -> None:
    found = shown(as_("head"))
    assert sorted(found) == sorted(task.id for task in office.tasks if task.board is office.boards["dcpl"])
    assert found[0] == office.task("4").id


def test_others_see_what_is_assigned_to_them(as_: Client, office: Office) -> None:
    assert shown(as_("member")) == []
    assert "Chưa có việc nào" in as_("member").get("/mine").text
    office.task("4").assign(office.people["member"], office.actor("head"), TODAY)
    office.session.commit()
    assert shown(as_("member")) == [office.task("4").id]


def test_the_filters_hold_here_too(as_: Client, office: Office) -> None:
    assert shown(as_("head"), "?standing=overdue") == [office.task("4").id]
    assert shown(as_("head"), "?year=2031") == []


def test_an_outsider_sees_nothing_and_nobody_posts(as_: Client) -> None:
    assert shown(as_("outsider")) == []
    assert as_("head").post("/mine").status_code == 405


def test_who_approves_finds_the_papers_that_wait_and_needs_one_tap(as_: Client, office: Office) -> None:
    task = office.task("4")
    task.begin_drafting(office.actor("head"), TODAY)
    task.submit(office.actor("head"), TODAY, "20/TTr", TODAY)
    office.session.commit()
    page = as_("leader").get("/mine").text
    assert ("Văn bản chờ phê duyệt" in page, "văn bản số 20/TTr" in page) == (True, True)
    assert f'href="/tasks/{task.id}/return/new?next=/mine' in page
    assert f'hx-get="/tasks/{task.id}/return/new" hx-target="#dialog-place"' in page
    assert "Văn bản chờ phê duyệt" in as_("secretariat").get("/mine").text
    for key in ("head", "member", "viewer", "outsider"):
        assert "Văn bản chờ phê duyệt" not in as_(key).get("/mine").text
    tap = {"version": str(task.version), "state": "submitted", "next": "/mine?year=2026"}
    answer = as_("leader").post(f"/tasks/{task.id}/approval", data=tap)
    assert (answer.status_code, answer.location) == (303, "/mine?year=2026")
    assert "Văn bản chờ phê duyệt" not in as_("leader").get("/mine").text
    form = as_("leader").get(f"/tasks/{task.id}/cancellation/new?next=/mine").text
    assert '<input type="hidden" name="next" value="/mine">' in form


def test_who_was_called_finds_it_until_it_is_read(as_: Client, office: Office) -> None:
    task, leader = office.task("4"), office.people["leader"]
    task.comment("Xin ý kiến @Ban Thường trực", office.actor("head"), clock.today(), [(leader.id, leader.name)])
    office.session.commit()
    client = as_("leader")
    assert "nhắc đến đồng chí: Xin ý kiến" in client.get("/mine").text
    client.post("/bell/readings")
    assert "nhắc đến đồng chí" not in client.get("/mine").text


def test_what_is_followed_stands_at_the_end(as_: Client, office: Office) -> None:
    office.task("1").follow(office.actor("head"), TODAY)
    office.task("4").follow(office.actor("head"), TODAY)
    office.session.commit()
    found = shown(as_("head"))
    assert found[-1] == office.task("1").id
    assert len(found) == len(set(found))
    assert "Đang theo dõi" in as_("head").get("/mine").text
    assert shown(as_("member")) == []
