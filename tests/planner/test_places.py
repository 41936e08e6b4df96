"""Where cards stand: in the plans' order, until somebody puts one between two others."""

import random

import pytest
from office import TODAY, Office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner.errors import NotAllowed
from planner.models import Change, Task
from planner.places import at_end, beside, between, is_place, place_column, place_in_plan, place_of


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        ("1000000100012001", "1000000100013001", "1000000100012501"),
        ("12", "13", "125"),
        ("12", "125", "122"),
        ("", "1", "09"),
        ("", "20", "19"),
        ("9", "", "91"),
        ("", "", "9"),
    ],
)
def test_between_two_places_there_is_a_third(low: str, high: str, found: str) -> None:
    assert between(low, high) == found
    assert (not low or low < found) and (not high or found < high)


def test_there_is_always_room_and_the_order_is_that_of_the_letters() -> None:
    chance, line = random.Random(4), ["1000000100012001", "1000000100013001"]
    for _ in range(2000):
        at = chance.randrange(len(line) + 1)
        line.insert(at, between(line[at - 1] if at else "", line[at] if at < len(line) else ""))
    assert line == sorted(set(line))
    assert all(is_place(place) for place in line)


def test_a_place_from_a_page_is_digits_and_nothing_else() -> None:
    assert [is_place(text) for text in ("12", "", "0", "١٢", "1 2", "1" * 401)] == [True, *[False] * 5]


def order(session: Session) -> list[str]:
    query = select(Task).order_by(place_column(Task))
    return [f"{task.number}.{task.occurrence}" for task in session.scalars(query)]


def lives_in_order(office: Office) -> None:
    session, head, clerk = office.session, office.actor("head_pt"), office.actor("secretariat")
    first, last = office.task("1"), office.task("9")
    assert order(session) == ["1.1", "2.1", "3.1", "4.1", "5.1", "6.1", "6.2", "7.1", "8.1", "9.1"]
    assert {place_of(task) for task in office.tasks} == set(session.scalars(select(place_column(Task))))
    last.place(beside(session, last, first, after=True), head, TODAY)
    session.flush()
    assert order(session)[:3] == ["1.1", "9.1", "2.1"]
    last.place(beside(session, last, first, after=False), clerk, TODAY)
    session.flush()
    assert order(session)[:2] == ["9.1", "1.1"]
    last.place(at_end(session, last, last=True), clerk, TODAY)
    session.flush()
    assert order(session)[-1] == "9.1"
    last.place(place_in_plan(last), clerk, TODAY)
    session.commit()
    assert last.rank is None


def test_a_card_is_put_beside_another(office: Office) -> None:
    lives_in_order(office)


def test_a_card_is_put_beside_another_on_postgresql(new_postgres: object) -> None:
    from office import make_office


    engine: Engine = new_postgres()  # type: ignore[operator]
    with Session(engine, expire_on_commit=False) as session:
        lives_in_order(make_office(session))


def test_placing_changes_nothing_of_the_work_and_is_in_no_task_s_history(office: Office) -> None:
    session, task, version = office.session, office.task("4"), office.task("4").version
    revision, lines = office.organisation.revision, len(task.changes)
    task.place(beside(session, task, office.task("1"), after=True), office.actor("head"), TODAY)
    session.commit()
    session.refresh(office.organisation)
    assert (task.version, len(task.changes)) == (version, lines)
    assert (office.organisation.revision, office.organisation.arrangement) == (revision, 1)
    line = session.scalars(select(Change).order_by(Change.id.desc())).first()
    assert line is not None
    assert (line.verb, line.task_id, line.before, line.after) == (
        "place", None, {"task": task.id, "rank": None}, {"task": task.id, "rank": task.rank}
    )  # fmt: skip


def test_putting_a_card_where_it_stands_writes_nothing(office: Office) -> None:
    revision = office.organisation.arrangement
    office.task("4").place(place_in_plan(office.task("4")), office.actor("head"), TODAY)
    office.session.commit()
    office.session.refresh(office.organisation)
    assert office.organisation.arrangement == revision


@pytest.mark.parametrize("by", ["head_pt", "viewer", "admin", "outsider"])
def test_who_has_no_part_in_its_moves_places_no_card(office: Office, by: str) -> None:
    task = office.task("4")
    with pytest.raises(NotAllowed):
        task.place("5", office.actor(by), TODAY)
    assert task.rank is None
