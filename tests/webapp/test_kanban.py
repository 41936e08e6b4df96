"""The kanban page: what stands in which column, for whom, and at what cost."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from databases import engine_of, selects
from flask import Flask
from flask.testing import FlaskClient
from office import DRAFT, IMPORTED, TODAY, Draft, Office, Row, months

from planner.actor import COMMAND
from planner.importing import import_plan

Client = Callable[[str], FlaskClient]
LISTS = re.compile(r'<ul class="cards" data-state="(\w+)"(?: data-board="(\d+)")?[^>]*>(.*?)</ul>', re.DOTALL)
CARD = re.compile(r'<li class="card[^"]*" id="card-(\d+)"')


def columns(page: str) -> dict[str, list[int]]:
    """State → the ids of the cards in its column, in order, lanes one after another."""
    found: dict[str, list[int]] = {}
    for state, _board, cards in LISTS.findall(page):
        found.setdefault(state, []).extend(int(number) for number in CARD.findall(cards))
    return found


def card(page: str, number: int) -> str:
    return page.split(f'id="card-{number}"')[1].split("</li>")[0]


def test_the_columns_stand_in_the_order_of_the_work(as_: Client) -> None:
    assert list(columns(as_("viewer").get("/").text)) == [
        "planned", "drafting", "submitted", "approved", "executing", "done", "postponed", "cancelled",
    ]  # fmt: skip


def test_a_task_stands_in_the_column_of_its_state_in_the_plan_s_order(as_: Client, office: Office) -> None:
    office.task("3").begin_drafting(office.actor("head_tctg"), TODAY)
    office.session.commit()
    found = columns(as_("viewer").get("/").text)
    assert found["drafting"] == [office.task("3").id]
    assert found["planned"] == [task.id for task in office.tasks if task.number != "3"]


def test_a_card_shows_number_board_title_times_standing_and_assignee(as_: Client, office: Office) -> None:
    office.task("1").assign(office.people["head_pt"], office.actor("secretariat"), TODAY)
    office.session.commit()
    text = card(as_("viewer").get("/").text, office.task("1").id)
    for shown in (
        "<b>1</b>", "Ban Phong trào", "Hướng dẫn tổ chức Ngày hội", '<span class="is-current">Trình 02</span>',
        "Thực hiện 4", "Quá hạn 73 ngày", "Trưởng Ban Phong trào",
    ):  # fmt: skip
        assert shown in text


@pytest.mark.parametrize(
    ("number", "nth", "words"),
    [
        ("6", 2, "lần 2/2"),
        ("6", 1, "Trình 5"),
        ("8", 1, "Trình 4–6"),
        ("5", 1, "Thực hiện từ 8"),
        ("9", 1, "Thực hiện chưa rõ"),
        ("7", 1, "Thực hiện đến 16/05"),
        ("7", 1, "Còn 4 ngày"),
    ],
)
def test_periods_are_written_in_few_signs(as_: Client, office: Office, number: str, nth: int, words: str) -> None:
    assert words in card(as_("viewer").get("/").text, office.task(number, nth).id)


def test_the_counts_are_the_official_ones(as_: Client, office: Office) -> None:
    from planner.counts import count, tasks_as_of

    counts = count(tasks_as_of(office.session, office.organisation, 2026, TODAY))
    page = as_("viewer").get("/").text
    assert f"<b>{counts.total}</b> nhiệm vụ" in page
    assert f"<b>{counts['overdue']}</b> Quá hạn" in page


def test_filters_narrow_the_cards_and_stay_in_every_link(as_: Client, office: Office) -> None:
    client, board = as_("viewer"), office.boards["pt"]
    page = client.get(f"/?year=2026&board={board.id}&standing=overdue").text
    assert columns(page)["planned"] == [office.task("1").id]
    assert f'href="/mine?year=2026&amp;board={board.id}&amp;standing=overdue"' in page


@pytest.mark.parametrize("words", ["đại đoàn kết", "DAI DOAN KET", "hướng  dẫn"])
def test_searching_does_not_care_for_case_accents_or_blanks(as_: Client, office: Office, words: str) -> None:
    assert columns(as_("viewer").get("/", query_string={"q": words}).text)["planned"] == [office.task("1").id]


def test_a_search_without_a_find_says_so_and_how_to_get_out(as_: Client) -> None:
    page = as_("viewer").get("/?q=không+có+từ+này").text
    assert "Không có nhiệm vụ nào khớp với bộ lọc." in page
    assert "Bỏ lọc" in page


@pytest.mark.parametrize(
    "query", ["year=abc", "year=99999999999999999999", "board=x", "state=?", "standing=<b>", "q=%00"]
)
def test_an_address_that_makes_no_sense_is_no_fault(as_: Client, query: str) -> None:
    answer = as_("viewer").get(f"/?{query}")
    assert answer.status_code == 200
    assert "<b>10</b> nhiệm vụ" in answer.text


def test_a_year_without_tasks_says_what_to_do_next(as_: Client) -> None:
    page = as_("viewer").get("/?year=2031").text
    assert "Năm 2031 chưa có nhiệm vụ nào." in page
    assert "Văn phòng nhập chương trình" in page


def test_lanes_are_the_boards_that_have_work(as_: Client, office: Office) -> None:
    page = as_("viewer").get("/?lanes=1").text
    assert {int(board) for _, board, _ in LISTS.findall(page)} == {board.id for board in office.boards.values()}
    assert sorted(columns(page)["planned"]) == [task.id for task in office.tasks]


def test_another_organisation_s_people_see_none_of_it(as_: Client) -> None:
    page = as_("outsider").get("/").text
    assert "Ngày hội" not in page
    assert "chưa có nhiệm vụ nào" in page


def test_the_page_takes_no_other_verb(as_: Client) -> None:
    assert as_("secretariat").post("/").status_code == 405


def test_the_number_of_queries_does_not_grow_with_the_cards(app: Flask, as_: Client, office: Office) -> None:
    client = as_("viewer")
    few = selects(engine_of(app), lambda: client.get("/"))
    rows = [Row(str(n), f"Việc {n}", DRAFT.rows[0].board, months("Tháng 5", 5)) for n in range(100, 160)]
    more = Draft(rows, sha256="c" * 64, fingerprint="d" * 64, number="02/CTr")
    import_plan(office.session, office.organisation, more, COMMAND, IMPORTED)  # type: ignore[arg-type]
    office.session.commit()
    # One more asks the history what has changed; when nothing has, only who asks for what is read.
    assert selects(engine_of(app), lambda: client.get("/")) == few + 1 <= 9
    assert selects(engine_of(app), lambda: client.get("/")) <= 3


def test_a_page_that_has_not_changed_is_not_sent_again(as_: Client, office: Office) -> None:
    client = as_("viewer")
    etag = client.get("/").headers["ETag"]
    again = client.get("/", headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")
    office.task("3").begin_drafting(office.actor("head_tctg"), TODAY)
    office.session.commit()
    changed = client.get("/", headers={"If-None-Match": etag})
    assert changed.status_code == 200
    assert columns(changed.text)["drafting"] == [office.task("3").id]


def test_the_tag_is_of_the_person_the_day_the_language_and_the_filters(
    as_: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewer, etags = as_("viewer"), []
    etags.append(viewer.get("/").headers["ETag"])
    etags.append(as_("head").get("/").headers["ETag"])
    etags.append(viewer.get("/?lanes=1").headers["ETag"])
    viewer.post("/language", data={"language": "en"})
    etags.append(viewer.get("/").headers["ETag"])
    monkeypatch.setenv("BANGVIEC_TODAY", date(2026, 5, 12).isoformat())
    etags.append(viewer.get("/").headers["ETag"])
    assert len(set(etags)) == len(etags)


def test_what_is_kept_of_a_card_follows_the_day(as_: Client, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    client, first = as_("viewer"), office.task("1").id
    assert "Quá hạn 73 ngày" in card(client.get("/").text, first)
    monkeypatch.setenv("BANGVIEC_TODAY", "2026-05-12")
    assert "Quá hạn 74 ngày" in card(client.get("/").text, first)


def test_a_pinned_day_is_said_on_the_page(as_: Client) -> None:
    assert "đang được đặt cố định: 11/05/2026" in as_("viewer").get("/").text
