"""The year by person: whose work stands where, who may be given what, and who may give it."""

import re
from collections.abc import Callable

import pytest
from databases import engine_of, selects
from flask import Flask
from flask.testing import FlaskClient
from office import TODAY, Office

Client = Callable[[str], FlaskClient]
COLUMN = re.compile(r'<section class="one-person" aria-labelledby="person-(\d+)">(.*?)</section>', re.DOTALL)


def columns(page: str) -> dict[int, list[int]]:
    """The id of a person (0 is nobody) → the ids of their cards."""
    return {int(who): [int(n) for n in re.findall(r'id="card-(\d+)"', cards)] for who, cards in COLUMN.findall(page)}


@pytest.fixture
def assigned(office: Office) -> Office:
    office.task("4").assign(office.people["member"], office.actor("head"), TODAY)
    office.task("2").assign(office.people["member"], office.actor("head"), TODAY)
    office.session.commit()
    return office


def test_work_stands_with_who_has_it_the_latest_first(as_: Client, assigned: Office) -> None:
    found = columns(as_("viewer").get("/persons").text)
    member = assigned.people["member"].id
    assert list(found) == [0, member]
    assert found[member] == [assigned.task("4").id, assigned.task("2").id]
    assert len(found[0]) == 8


def test_the_load_is_counted_by_standing(as_: Client, assigned: Office) -> None:
    page = as_("viewer").get("/persons").text
    column = page.split(f'id="person-{assigned.people["member"].id}"')[1].split("</header>")[0]
    assert '<span class="number">2</span>' in column
    assert re.findall(r'<li class="is-(\w+)" title="[^"]*">.*?<b>(\d+)</b>', column) == [
        ("overdue", "1"), ("in_term", "1"),
    ]  # fmt: skip


def test_who_assigns_sees_everybody_who_may_be_given_something(as_: Client, office: Office) -> None:
    found = columns(as_("secretariat").get("/persons").text)
    people = {office.people[key].id for key in ("head", "head_pt", "head_tctg", "member", "secretariat")}
    assert set(found) == {0} | people


def test_a_column_says_which_boards_it_takes(as_: Client, office: Office) -> None:
    page = as_("secretariat").get("/persons").text
    member, clerk = office.people["member"].id, office.people["secretariat"].id
    assert f'data-person="{member}" data-takes="{office.boards["dcpl"].id}"' in page
    assert re.search(rf'data-person="{clerk}"\s+data-keys', page)  # of no board: any
    assert re.search(r'data-person=""\s+data-keys', page)


@pytest.mark.parametrize(("who", "keys"), [("secretariat", ["dcpl", "pt", "tctg"]), ("head", ["dcpl"])])
def test_only_cards_of_boards_that_one_may_assign_are_in_hand(
    as_: Client, office: Office, who: str, keys: list[str]
) -> None:
    may = re.search(r'data-may="([^"]*)"', as_(who).get("/persons").text)
    assert may
    assert set(may[1].split()) == {str(office.boards[key].id) for key in keys}


@pytest.mark.parametrize("who", ["member", "leader", "viewer", "admin"])
def test_others_look(as_: Client, office: Office, who: str) -> None:
    page = as_(who).get("/persons").text
    assert ('data-may=""' in page, "js/persons.js" in page) == (True, False)
    task = office.task("4")
    data = {"person": office.people["member"].id, "version": task.version, "state": task.state}
    assert as_(who).post(f"/tasks/{task.id}/assignment", data=data).status_code == 403


def test_the_filters_hold(as_: Client, assigned: Office) -> None:
    member = assigned.people["member"].id
    assert columns(as_("viewer").get(f"/persons?year=2026&person={member}").text) == {
        0: [], member: [assigned.task("4").id, assigned.task("2").id],
    }  # fmt: skip
    assert "Không có nhiệm vụ nào khớp" in as_("viewer").get("/persons?year=2026&q=khong+co").text
    assert "chưa có nhiệm vụ nào" in as_("viewer").get("/persons?year=2031").text


def test_what_is_over_is_folded_away(as_: Client, assigned: Office) -> None:
    assigned.task("4").cancel(assigned.actor("secretariat"), TODAY, "Không còn phù hợp")
    assigned.session.commit()
    page = as_("viewer").get("/persons").text
    assert f'id="card-{assigned.task("4").id}"' in page.split('<details class="is-over">')[1]


def test_a_neighbour_sees_none_of_it(as_: Client) -> None:
    assert '<li class="card' not in as_("outsider").get("/persons").text


def test_the_number_of_queries_does_not_grow(as_: Client, app: Flask, office: Office) -> None:
    def queries() -> int:
        secretariat = as_("secretariat")
        return selects(engine_of(app), lambda: secretariat.get("/persons"))

    queries()  # what is kept between requests is there from now on
    before = queries()
    for task in office.tasks:
        task.assign(office.people["secretariat"], office.actor("secretariat"), TODAY)
    office.session.commit()
    queries()
    assert queries() == before
