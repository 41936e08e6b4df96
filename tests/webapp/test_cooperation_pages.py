"""Co-operating bodies on the pages: named on cards, found by a filter, in a head's own work; linked by a clerk."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from databases import engine_of, selects
from flask.testing import FlaskClient
from office import BOARDS, DRAFT, IMPORTED, ROWS, TODAY, Office

from planner.actor import COMMAND
from planner.importing import import_plan
from planner.models import Task

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}


@pytest.fixture
def helped(office: Office) -> Task:
    """Task 2, led by one board; another co-operates."""
    task = office.task("2")
    task.cooperate_with(office.boards["pt"], office.actor("secretariat"), TODAY)
    office.session.commit()
    return task


@pytest.fixture
def named(office: Office) -> list[Task]:
    """Two tasks of a second plan that name co-operating bodies which are no boards."""
    rows = [
        replace(ROWS[0], title=f"Việc thứ {n}", board=BOARDS["pt"], cooperating=("Ban DC-PL", "Sở Nội vụ")[: 3 - n])
        for n in (1, 2)
    ]
    draft = replace(DRAFT, rows=rows, sha256="c" * 64, fingerprint="d" * 64, number="02/CTr")
    plan, _ = import_plan(office.session, office.organisation, draft, COMMAND, IMPORTED)
    office.session.commit()
    return [row.tasks[0] for row in plan.rows]


def cards(html: str) -> dict[int, str]:
    """The cards of a page by their tasks."""
    found = re.findall(r'<li class="card[^>]*id="card-(\d+)"(.*?)</li>', html, re.DOTALL)
    return {int(task): card for task, card in found}


def look_again(office: Office) -> None:
    """What the pages have written meanwhile is seen."""
    office.session.rollback()
    office.session.expire_all()


def fields(task: Task, **others: object) -> dict[str, object]:
    return {"version": task.version, "state": task.state, **others}


def test_the_card_names_who_cooperates_and_follows_a_change(as_: Client, office: Office, helped: Task) -> None:
    assert f"Phối hợp: {BOARDS['pt']}" in cards(as_("viewer").get("/").text)[helped.id]
    helped.end_cooperation(office.boards["pt"], office.actor("secretariat"), TODAY)
    office.session.commit()
    assert "Phối hợp:" not in cards(as_("viewer").get("/").text)[helped.id]


def test_the_card_names_what_is_still_text(as_: Client, named: list[Task]) -> None:
    card = cards(as_("viewer").get("/").text)[named[0].id]
    assert 'title="Ban DC-PL; Sở Nội vụ"' in card


def test_the_answer_to_a_move_names_them_too(as_: Client, helped: Task) -> None:
    answer = as_("head").post(f"/tasks/{helped.id}/execution", data=fields(helped), headers=HX)
    assert f"Phối hợp: {BOARDS['pt']}" in answer.text


@pytest.mark.parametrize("where", ["/", "/months"])
def test_a_board_s_filter_holds_what_it_cooperates_on_when_asked(
    as_: Client, office: Office, helped: Task, where: str
) -> None:
    own = {task.id for task in office.tasks if task.board is office.boards["pt"]}

    def found(query: str) -> set[int]:
        html = as_("viewer").get(f"{where}?year=2026&board={office.boards['pt'].id}{query}").text
        return {int(task) for task in re.findall(r'(?:id="card-|data-task=")(\d+)"', html)}

    assert found("") == own
    assert found("&cooperating=1") == own | {helped.id}


def test_the_overdue_review_filters_alike(as_: Client, office: Office) -> None:
    late = office.task("4")
    late.cooperate_with(office.boards["pt"], office.actor("secretariat"), TODAY)
    office.session.commit()
    page = f"/overdue?year=2026&board={office.boards['pt'].id}"
    assert f'id="overdue-{late.id}"' not in as_("viewer").get(page).text
    assert f'id="overdue-{late.id}"' in as_("viewer").get(f"{page}&cooperating=1").text


def test_the_filter_goes_along_from_view_to_view_and_away_with_the_board(
    as_: Client, office: Office, helped: Task
) -> None:
    board = office.boards["pt"].id
    html = as_("viewer").get(f"/?year=2026&board={board}&cooperating=1").text
    assert f"/months?year=2026&amp;board={board}&amp;cooperating=1" in html
    assert 'name="cooperating" value="1" checked' in html
    assert "/months?year=2026&amp;cooperating" not in as_("viewer").get("/?year=2026&cooperating=1").text


def test_cooperating_work_is_not_in_the_board_s_counts(as_: Client, office: Office, helped: Task) -> None:
    def total(query: str) -> str:
        html = as_("viewer").get(f"/?year=2026&board={office.boards['pt'].id}{query}").text
        return re.findall(r"<b>(\d+)</b> nhiệm vụ", html)[0]

    assert total("&cooperating=1") == total("")


def test_a_head_sees_it_in_their_own_work_under_its_own_heading(as_: Client, office: Office, helped: Task) -> None:
    html = as_("head_pt").get("/mine").text
    groups = re.split(r"<h2>", html)
    (group,) = [g for g in groups if g.startswith("Phối hợp")]
    assert list(cards(group)) == [helped.id]
    assert re.findall(r"<b>(\d+)</b> nhiệm vụ", html)[0] == str(
        len([t for t in office.tasks if t.board is office.boards["pt"]])
    )
    assert "<h2>Phối hợp" not in as_("head").get("/mine").text


def test_work_of_mine_is_not_shown_twice(as_: Client, office: Office, helped: Task) -> None:
    helped.assign(office.people["head_pt"], office.actor("secretariat"), TODAY)
    office.session.commit()
    assert as_("head_pt").get("/mine").text.count(f'id="card-{helped.id}"') == 1


def test_the_head_of_a_cooperating_board_may_not_move_the_card(as_: Client, office: Office, helped: Task) -> None:
    answer = as_("head_pt").post(f"/tasks/{helped.id}/execution", data=fields(helped), headers=HX)
    assert answer.status_code == 403
    office.session.refresh(helped)
    assert helped.state == "planned"
    assert "không có bước chuyển" in as_("head_pt").get(f"/tasks/{helped.id}/moves", headers=HX).text


def test_a_clerk_adds_and_ends_on_the_task_s_page(as_: Client, office: Office) -> None:
    task, clerk = office.task("2"), as_("secretariat")
    form = clerk.get(f"/tasks/{task.id}/cooperation/new").text
    assert BOARDS["pt"] in form
    assert f'<option value="{task.board_id}"' not in form
    clerk.post(f"/tasks/{task.id}/cooperation", data=fields(task, board=office.boards["pt"].id))
    look_again(office)
    assert task.cooperators == [office.boards["pt"]]
    assert "Thêm bộ phận phối hợp" in clerk.get(f"/tasks/{task.id}").text
    clerk.post(f"/tasks/{task.id}/cooperation-ending", data=fields(task, board=office.boards["pt"].id))
    look_again(office)
    assert task.cooperators == []
    history = clerk.get(f"/tasks/{task.id}").text
    assert "Thôi phối hợp" in history
    assert f"Phối hợp: {BOARDS['pt']}" in history


def test_what_makes_no_sense_is_refused_in_words(as_: Client, office: Office, helped: Task) -> None:
    clerk, address = as_("secretariat"), f"/tasks/{helped.id}/cooperation"
    lead = clerk.post(address, data=fields(helped, board=helped.board_id), headers=HX)
    assert (lead.status_code, "đang chủ trì" in lead.text) == (422, True)
    assert clerk.post(address, data=fields(helped), headers=HX).status_code == 404
    stale = clerk.post(address, data={"version": 1, "board": office.boards["tctg"].id}, headers=HX)
    assert stale.status_code == 409
    assert clerk.get(address).status_code == 405


@pytest.mark.parametrize("key", ["head", "head_pt", "member", "leader", "viewer", "outsider"])
def test_nobody_else_says_who_cooperates(as_: Client, office: Office, key: str) -> None:
    task = office.task("2")
    answer = as_(key).post(f"/tasks/{task.id}/cooperation", data=fields(task, board=office.boards["pt"].id))
    assert answer.status_code in (403, 404)
    assert as_(key).get("/plans/cooperation").status_code == (200 if key == "outsider" else 403)


def test_a_clerk_links_a_name_and_takes_it_back(as_: Client, office: Office, named: list[Task]) -> None:
    clerk, board = as_("secretariat"), office.boards["dcpl"]
    assert "2 tên chưa liên kết" in clerk.get("/plans").text
    assert "Ban DC-PL" in clerk.get("/plans/cooperation").text
    answer = clerk.post("/plans/cooperation/links", data={"name": "Ban DC-PL", "board": board.id}, headers=HX)
    assert (answer.status_code, answer.headers["HX-Retarget"]) == (200, "#names")
    assert "Đã liên kết “Ban DC-PL” với “Ban Dân chủ - Pháp luật”: 2 nhiệm vụ." in answer.text
    assert answer.text.index("Sở Nội vụ") < answer.text.index('id="linked"') < answer.text.index("Ban DC-PL</th>")
    assert "Ban DC-PL = Ban Dân chủ - Pháp luật" in clerk.get(f"/tasks/{named[0].id}").text
    clerk.post("/plans/cooperation/unlinks", data={"name": "Ban DC-PL", "board": board.id})
    look_again(office)
    assert (named[0].cooperators, board.aliases) == ([], [])


def test_a_new_board_may_be_made_of_a_name(as_: Client, office: Office, named: list[Task]) -> None:
    as_("admin").post("/plans/cooperation/links", data={"name": "Sở Nội vụ", "board": "new"})
    look_again(office)
    assert [board.name for board in named[0].cooperators] == ["Sở Nội vụ"]


def test_a_wrong_choice_is_refused_beside_the_form(as_: Client, office: Office, named: list[Task]) -> None:
    clerk = as_("secretariat")
    for board, status in (("", 422), ("9999", 404), ("x", 404), (office.boards["pt"].id, 200)):
        data = {"name": "Sở Nội vụ", "board": board}
        assert clerk.post("/plans/cooperation/links", data=data, headers=HX).status_code == status
    again = clerk.post("/plans/cooperation/links", data={"name": "Sở Nội vụ", "board": office.boards["pt"].id})
    assert (again.status_code, "Không còn dòng kế hoạch nào" in again.text) == (422, True)


def test_the_kanban_asks_no_more_for_many_cooperating_bodies(as_: Client, office: Office) -> None:
    client = as_("secretariat")

    def asked() -> int:
        client.application.extensions["kept"].clear()  # as the first page of a process
        return selects(engine_of(client.application), lambda: client.get("/?year=2026"))

    client.get("/?year=2026")
    before = asked()
    for task in office.tasks:
        for board in office.boards.values():
            if board is not task.board:
                task.cooperate_with(board, office.actor("secretariat"), TODAY)
    office.session.commit()
    assert asked() == before
