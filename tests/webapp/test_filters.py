"""The same filters on every view of the year: what they leave, and that they stay in the address."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import TODAY, Office

from webapp.filters import Filters

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
STATE = re.compile(r'<div id="filter-state".*?</div>', re.DOTALL)


@pytest.fixture
def assigned(office: Office) -> Office:
    """Task 4 is the member's; row 8 of the plan stands in a section."""
    office.task("4").assign(office.people["member"], office.actor("head"), TODAY)
    office.task("8").row.section = "II. Tập huấn, bồi dưỡng"
    office.session.commit()
    return office


def shown(client: FlaskClient, page: str, query: dict[str, object]) -> set[int]:
    text = client.get(page, query_string={"year": 2026} | query).text
    pattern = r'data-task="(\d+)"' if page == "/months" else r'id="card-(\d+)"'
    return {int(number) for number in re.findall(pattern, text)}


def query(office: Office, name: str) -> tuple[dict[str, object], list[str]]:
    """A filter, and the numbers of the tasks that it leaves."""
    return {
        "board": ({"board": office.boards["tctg"].id}, ["3", "5"]),
        "state": ({"state": "planned", "q": "nguoi co cong"}, ["4"]),
        "standing": ({"standing": "overdue"}, ["1", "4"]),
        "month": ({"month": 6}, ["3", "6", "8"]),
        "no month": ({"month": 0}, ["4", "9"]),
        "person": ({"person": office.people["member"].id}, ["4"]),
        "nobody": ({"person": 0, "board": office.boards["dcpl"].id}, ["2", "7"]),
        "section": ({"section": "II. Tập huấn, bồi dưỡng"}, ["8"]),
        "words": ({"q": "dan toc dai doan ket"}, ["1"]),
        "number": ({"q": "7"}, ["7"]),
        "two": ({"q": "hoi nghi", "month": 5}, ["2", "6", "7"]),
    }[name]


@pytest.mark.parametrize("page", ["/", "/months"])
@pytest.mark.parametrize(
    "name",
    ["board", "state", "standing", "month", "no month", "person", "nobody", "section", "words", "number", "two"],
)  # fmt: skip
def test_each_filter_leaves_the_same_tasks_on_each_view(as_: Client, assigned: Office, page: str, name: str) -> None:
    asked, numbers = query(assigned, name)
    first_ones = {task.number for task in assigned.tasks if task.id in shown(as_("viewer"), page, asked)}
    assert first_ones == set(numbers)


def test_they_hold_on_my_page_and_on_the_overdue_one(as_: Client, assigned: Office) -> None:
    assert shown(as_("head"), "/mine", {"person": assigned.people["member"].id}) == {assigned.task("4").id}
    assert shown(as_("head"), "/mine", {"month": 5}) == {assigned.task("2").id, assigned.task("7").id}
    page = as_("viewer").get("/overdue?year=2026&q=nguoi+co+cong").text
    assert f'id="overdue-{assigned.task("4").id}"' in page
    assert f'id="overdue-{assigned.task("1").id}"' not in page


def test_all_of_them_stay_when_one_goes_to_another_view(as_: Client, assigned: Office) -> None:
    asked = {"board": assigned.boards["dcpl"].id, "cooperating": 1, "state": "planned", "month": 0, "person": 0,
             "section": "II", "q": "sát"}  # fmt: skip
    page = as_("viewer").get("/", query_string={"year": 2026} | asked).text
    address = re.search(r'href="(/months\?[^"]*)"', page)
    assert address
    kept = address[1].replace("&amp;", "&")
    assert {f"{name}=" in kept for name in asked} == {True}
    assert as_("viewer").get(kept).status_code == 200


def test_what_is_set_is_said_and_each_can_be_taken_out(as_: Client, assigned: Office) -> None:
    page = as_("viewer").get("/months?year=2026&standing=overdue&person=0&q=ngày+hội").text
    state = STATE.search(page)[0]  # type: ignore[index]
    assert "1 / 10" in state
    assert re.findall(r'<span class="chosen-label">(.*?):</span>', state) == [
        "Tình trạng thời hạn", "Người phụ trách", "Tìm",
    ]  # fmt: skip
    assert 'href="/months?year=2026&amp;person=0&amp;q=ng%C3%A0y+h%E1%BB%99i"' in state
    assert 'href="/months?year=2026"' in state


def test_without_filters_nothing_is_said(as_: Client) -> None:
    state = STATE.search(as_("viewer").get("/months").text)[0]  # type: ignore[index]
    assert "Xóa bộ lọc" not in state


@pytest.mark.parametrize(
    "args", ["month=13", "month=-1", "month=x", "person=-3", "person=99999999999", "section=", "q=%25_", "board=0"]
)
def test_an_address_that_makes_no_sense_is_everything_and_no_fault(as_: Client, office: Office, args: str) -> None:
    found = shown(as_("viewer"), "/", dict([args.split("=")]) if "%" not in args else {"q": "%_"})
    assert found == {task.id for task in office.tasks}


def test_an_unknown_person_or_board_is_no_fault(as_: Client) -> None:
    page = as_("viewer").get("/?person=4711&board=4711&section=không+có")
    assert (page.status_code, "Không có nhiệm vụ nào khớp" in page.text) == (200, True)


def test_only_people_with_work_and_the_year_s_sections_are_offered(as_: Client, assigned: Office) -> None:
    page = as_("viewer").get("/months").text
    people = re.search(r'<select name="person">(.*?)</select>', page, re.DOTALL)
    assert people
    assert re.findall(r'value="(\d+)"', people[1]) == ["0", str(assigned.people["member"].id)]
    assert "<option >II. Tập huấn, bồi dưỡng</option>" in page
    assert "Tập huấn, bồi dưỡng" not in as_("outsider").get("/months").text


def test_an_answer_to_htmx_holds_what_is_swapped(as_: Client) -> None:
    text = as_("viewer").get("/months?year=2026&q=hoi", headers=HX).text
    for place in ("results", "filter-state", "years", "year-views", "sections", "brand"):
        assert text.count(f'id="{place}"') == 1


def test_what_is_kept_in_an_address(app: Flask) -> None:
    wanted = Filters(2026, board=3, cooperating=True, month=0, person=0, q="x", lanes=True)
    assert wanted.keep() == {"year": 2026, "board": 3, "cooperating": 1, "month": 0, "person": 0, "q": "x", "lanes": 1}
    assert wanted.clear() == {"year": 2026, "lanes": 1}
    assert [Filters(2026).is_narrowed, Filters(2026, person=0).is_narrowed, Filters(2026, lanes=True).is_narrowed] == [
        False, True, False,
    ]  # fmt: skip
