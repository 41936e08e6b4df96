"""The office that other tests stand on is what they take it for."""

from office import PASSWORD, TODAY, Office
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from planner.counts import count, tasks_as_of
from planner.models import Person, Task


def test_ten_tasks_of_every_kind_stand_in_the_database(office: Office, engine: Engine) -> None:
    with Session(engine) as other:
        assert other.query(Task).count() == 10
        assert other.query(Person).count() == 9


def test_every_standing_but_the_done_ones_shows_on_the_test_day(office: Office) -> None:
    counts = count(tasks_as_of(office.session, office.organisation, 2026, TODAY))
    shown = {key for key, number in counts.by_key.items() if number}
    assert shown == {"overdue", "in_term", "due_soon", "not_due", "undated"}


def test_a_person_signs_in_with_the_shared_password(office: Office) -> None:
    assert office.people["leader"].has_password(PASSWORD)
    assert office.actor("outsider").roles_on(office.task("1")) == frozenset()
    assert office.actor("head").roles_on(office.task("2")) == {"head"}
    assert office.task("6", 2).milestone("execute").deadline.isoformat() == "2026-12-31"
