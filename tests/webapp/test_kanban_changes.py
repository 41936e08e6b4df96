"""The open kanban asks what is new; a large one sends what is seen and the rest on asking."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import DRAFT, IMPORTED, TODAY, Draft, Office, Row, months
from werkzeug.test import TestResponse

from planner.actor import COMMAND
from planner.importing import import_plan
from webapp.pages import kanban

Client = Callable[[str], FlaskClient]
CARD = re.compile(r'<li class="card[^"]*" id="card-(\d+)"')


class Page:
    """The kanban as a browser has it open."""

    def __init__(self, client: FlaskClient, query: str = "") -> None:
        text = client.get(f"/?year=2026{query}").text
        board = text.split('<div class="board')[1].split(">")[0]
        self.client, self.data = client, dict(re.findall(r'data-(\w+)="([^"]*)"', board))
        self.ids = [int(number) for number in CARD.findall(text)]

    def ask(self, **instead: str) -> TestResponse:
        asked = {name: self.data[name] for name in ("since", "revision", "day", "organisation")} | instead
        address = self.data["changes"].replace("&amp;", "&")
        return self.client.get(address, query_string=None, headers={"HX-Request": "true"}) if not asked else (
            self.client.get(f"{address}&" + "&".join(f"{name}={value}" for name, value in asked.items()),
                            headers={"HX-Request": "true", "If-None-Match": f'"{self.data["tag"]}"'})
        )  # fmt: skip


def test_nothing_new_is_a_304(as_: Client) -> None:
    answer = Page(as_("viewer")).ask()
    assert (answer.status_code, answer.data) == (304, b"")


def test_what_others_moved_comes_alone_with_the_counts(as_: Client, office: Office) -> None:
    page, task = Page(as_("viewer")), office.task("4")
    task.begin_drafting(office.actor("head"), TODAY)
    office.session.commit()
    answer = page.ask()
    assert answer.status_code == 200
    assert [int(number) for number in CARD.findall(answer.text)] == [task.id]
    assert 'data-state="drafting"' in answer.text
    assert '<span data-total="drafting">1</span>' in answer.text
    assert "<b>10</b> nhiệm vụ" in answer.text
    page.data |= {"tag": answer.headers["ETag"].strip('"'), "since": re.findall(r'data-since="(\d+)"', answer.text)[0]}
    assert page.ask().status_code == 304


def test_a_card_that_was_placed_is_new_too(as_: Client, office: Office) -> None:
    page, task = Page(as_("viewer")), office.task("4")
    task.place("1", office.actor("head"), TODAY)
    office.session.commit()
    assert CARD.findall(page.ask().text) == [str(task.id)]
    assert Page(as_("viewer")).ids[0] == task.id


def test_what_the_filters_leave_no_more_is_gone(as_: Client, office: Office) -> None:
    task = office.task("4")
    page = Page(as_("viewer"), f"&board={task.board_id}&state=planned")
    assert task.id in page.ids
    task.begin_drafting(office.actor("head"), TODAY)
    office.task("1").begin_drafting(office.actor("head_pt"), TODAY)
    office.session.commit()
    answer = page.ask()
    gone = {int(number) for number in re.findall(r'data-gone="([\d ]*)"', answer.text)[0].split()}
    assert (gone, CARD.findall(answer.text)) == ({task.id, office.task("1").id}, [])


@pytest.mark.parametrize("instead", [{"day": "2026-05-10"}, {"organisation": "99"}, {"revision": "-3"}])
def test_a_page_of_another_day_or_organisation_is_loaded_anew(
    as_: Client, office: Office, instead: dict[str, str]
) -> None:
    page = Page(as_("viewer"))
    office.task("4").begin_drafting(office.actor("head"), TODAY)
    office.session.commit()
    assert page.ask(**instead).status_code == 205


def test_a_change_of_more_than_cards_loads_the_page_anew(as_: Client, office: Office) -> None:
    from planner.administration import rename_board

    page = Page(as_("viewer"))
    office.people["secretariat"].give_role("admin", office.organisation)
    office.session.commit()
    rename_board(office.boards["pt"], "Ban Phong trào mới", office.actor("secretariat"), TODAY)
    office.session.commit()
    assert page.ask().status_code == 205
    assert "Ban Phong trào mới" in as_("viewer").get("/").text


def test_who_is_signed_out_is_told(app: Flask) -> None:
    answer = app.test_client().get("/kanban/changes?year=2026", headers={"HX-Request": "true"})
    assert answer.status_code == 401


@pytest.mark.parametrize("query", ["since=x&revision=y", "since=-1", "organisation=%00", ""])
def test_what_makes_no_sense_is_no_fault(as_: Client, query: str) -> None:
    assert as_("viewer").get(f"/kanban/changes?year=2026&{query}").status_code == 205


@pytest.fixture
def large(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Seventy tasks, which counts as large here."""
    rows = [Row(str(n), f"Việc {n}", DRAFT.rows[n % 3].board, months("Tháng 5", 5)) for n in range(100, 160)]
    more = Draft(rows, sha256="c" * 64, fingerprint="d" * 64, number="02/CTr")
    import_plan(office.session, office.organisation, more, COMMAND, IMPORTED)  # type: ignore[arg-type]
    office.session.commit()
    for name, number in (("WHOLE_PAGE", 50), ("FIRST", 12), ("FIRST_IN_LANE", 4), ("MORE", 30)):
        monkeypatch.setattr(kanban, name, number)
    return office


def rest(client: FlaskClient, text: str) -> list[int]:
    """All ids that come by asking for more until nothing is left."""
    found: list[int] = []
    while address := re.search(r'hx-get="(/kanban/cards[^"]+)"', text):
        text = client.get(address[1].replace("&amp;", "&")).text
        found += map(int, CARD.findall(text))
    return found


def test_a_large_board_sends_the_first_cards_and_the_rest_on_asking(as_: Client, large: Office) -> None:
    client = as_("viewer")
    page = client.get("/?year=2026").text
    first = [int(number) for number in CARD.findall(page)]
    assert len(first) == 12
    assert "<b>70</b> nhiệm vụ" in page
    assert '<span class="number">70</span>' in page
    assert "còn 58 thẻ" in page
    every = first + rest(client, page)
    assert len(every) == len(set(every)) == 70
    assert every == sorted(every)


def test_lanes_of_a_large_board_hold_their_own_rest(as_: Client, large: Office) -> None:
    client = as_("viewer")
    page = client.get("/?year=2026&lanes=1").text
    assert len(CARD.findall(page)) == 12
    lane = page.split('<div class="row lane">')[1]
    assert len(CARD.findall(lane)) + len(rest(client, lane)) > 20


def test_a_filter_finds_what_the_large_board_did_not_send(as_: Client, large: Office) -> None:
    assert len(CARD.findall(as_("viewer").get("/?year=2026&q=vi%E1%BB%87c+159").text)) == 1


def test_another_organisation_has_its_own_cards(as_: Client, large: Office) -> None:
    assert CARD.findall(as_("outsider").get("/kanban/cards?year=2026&column=planned").text) == []
