"""My work: what is assigned to me, and my board's if I head it."""

import re
from collections.abc import Callable

from flask.testing import FlaskClient
from office import TODAY, Office

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
