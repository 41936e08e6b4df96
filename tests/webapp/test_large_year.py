"""A year of very many tasks: pages send what is seen and lead to the rest, and keep no more than they send."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import DRAFT, IMPORTED, Draft, Office, Row, months
from sqlalchemy import func, select

from planner.actor import COMMAND
from planner.importing import import_plan
from planner.models import Notice
from webapp.cards import _kept
from webapp.months import views as month_view
from webapp.pages import kanban, overdue, persons

Client = Callable[[str], FlaskClient]
CARD, CHIP, ITEM = (re.compile(rf'id="{kind}-(\d+)"') for kind in ("card", "chip", "overdue"))


def add_tasks(office: Office, count: int, mark: str) -> None:
    rows = [Row(f"{mark}{n}", f"Việc {mark}{n}", DRAFT.rows[n % 3].board, months("Tháng 5", 5)) for n in range(count)]
    draft = Draft(rows, sha256=mark * 64, fingerprint=mark * 64, number=f"{mark}/CTr")
    import_plan(office.session, office.organisation, draft, COMMAND, IMPORTED)  # type: ignore[arg-type]
    office.session.commit()


@pytest.fixture
def large(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Seventy tasks, which count as very many here."""
    add_tasks(office, 60, "c")
    for module, name, number in (
        (kanban, "WHOLE_PAGE", 50), (kanban, "FIRST", 12), (persons, "WHOLE_PAGE", 50), (persons, "FIRST", 20),
        (month_view, "AT_ONCE", 50), (month_view, "FIRST", 5), (overdue, "AT_ONCE", 50), (overdue, "FIRST", 15),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, number)
    return office


def kept_after(client: FlaskClient) -> int:
    """How many cards are held ready when all the views of the year were opened."""
    _kept.cache_clear()
    for address in ("/?year=2026", "/persons?year=2026", "/months?year=2026", "/timeline?year=2026"):
        assert client.get(address).status_code == 200
    return _kept.cache_info().currsize


def test_what_is_held_ready_does_not_grow_with_tasks_that_are_not_shown(as_: Client, large: Office) -> None:
    client = as_("viewer")
    before = kept_after(client)
    assert before <= 12 + 20
    add_tasks(large, 90, "e")
    assert kept_after(client) == before


def test_as_many_cards_are_held_as_pages_show_and_no_more() -> None:
    assert _kept.cache_info().maxsize == 2 * kanban.WHOLE_PAGE


def test_everybody_s_first_cards_are_sent_and_lead_to_the_rest(as_: Client, large: Office) -> None:
    client = as_("viewer")
    page = client.get("/persons?year=2026").text
    assert (len(CARD.findall(page)), "còn 50 thẻ" in page, '<span class="number">70</span>' in page) == (20, True, True)
    more = re.search(r'<li class="more"><a class="button quiet" href="([^"]+)"', page)
    assert more
    assert len(CARD.findall(client.get(more[1].replace("&amp;", "&")).text)) == 70


def test_a_cell_of_the_months_leads_to_the_rest_of_its_chips(as_: Client, large: Office) -> None:
    client = as_("viewer")
    page = client.get("/months?year=2026").text
    links = re.findall(r'<li class="more"><a href="([^"]+)">Còn (\d+) mốc', page)
    whole = CHIP.findall(client.get("/months?year=2026&all=1").text)
    assert links
    assert len(CHIP.findall(page)) + sum(int(left) for _link, left in links) == len(whole)
    for link, left in links:
        assert len(CHIP.findall(client.get(link.replace("&amp;", "&")).text)) == 5 + int(left)


@pytest.fixture
def late(large: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The same in August: all is late."""
    monkeypatch.setenv("BANGVIEC_TODAY", "2026-08-03")
    return large


def test_each_board_s_latest_come_first_and_lead_to_the_rest(as_: Client, late: Office) -> None:
    client = as_("viewer")
    page = client.get("/overdue?year=2026").text
    links = re.findall(r'<p class="rest"><a class="button quiet" href="([^"]+)">Còn (\d+) nhiệm vụ', page)
    told = re.search(r"(\d+) nhiệm vụ quá hạn tính đến", page)
    assert told
    assert len(links) == 3
    assert len(ITEM.findall(page)) + sum(int(left) for _link, left in links) == int(told[1]) > 60
    for link, left in links:
        board = client.get(link.replace("&amp;", "&")).text
        assert len(ITEM.findall(board)) == 15 + int(left)
        assert 'class="rest"' not in board


def test_a_board_is_reminded_of_everything_though_only_the_first_are_shown(as_: Client, late: Office) -> None:
    client, board = as_("secretariat"), late.boards["pt"]
    whole = ITEM.findall(client.get(f"/overdue?year=2026&all=1&board={board.id}").text)
    answer = client.post(f"/boards/{board.id}/reminder?year=2026", headers={"HX-Request": "true"})
    late.session.rollback()
    assert late.session.scalar(select(func.count()).select_from(Notice)) == len(whole) > 15
    assert len(ITEM.findall(answer.text)) == 15


def test_a_board_that_is_shown_whole_stays_so_when_it_is_reminded(
    as_: Client, late: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overdue, "AT_ONCE", 15)
    client, board = as_("secretariat"), late.boards["pt"]
    page = client.get(f"/overdue?year=2026&all=1&board={board.id}").text
    address = re.search(rf'hx-post="(/boards/{board.id}/reminder[^"]*)"', page)
    assert address
    answer = client.post(address[1].replace("&amp;", "&"), headers={"HX-Request": "true"})
    assert ITEM.findall(answer.text) == ITEM.findall(page)
    assert len(ITEM.findall(page)) > 15


def test_a_few_tasks_come_whole(as_: Client, office: Office) -> None:
    for address in ("/persons?year=2026", "/months?year=2026", "/overdue?year=2026"):
        page = as_("viewer").get(address).text
        assert '<li class="more">' not in page
        assert 'class="rest"' not in page
