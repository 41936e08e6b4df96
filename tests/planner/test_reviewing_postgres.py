"""Two clerks at once, on a database that lets both begin: one session, one decision, one end."""

import threading
from collections.abc import Callable

import pytest
from office import TODAY, Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner.errors import Stale
from planner.models import Organisation, ReviewLine, ReviewSession, Task
from planner.reviewing import begin, end, note, reopen, take_back


@pytest.fixture
def office(postgres: Engine, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        session.commit()
    return office


def together(postgres: Engine, act: Callable[[Session], object], times: int = 4) -> list[str]:
    """What becomes of the same act in as many transactions at once."""
    became: list[str] = []
    ready = threading.Barrier(times)

    def one() -> None:
        with Session(postgres) as session:
            ready.wait()
            try:
                act(session)
                session.commit()
                became.append("done")
            except Stale:
                became.append("stale")

    threads = [threading.Thread(target=one) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(became)


def test_of_many_beginnings_one_is_made(postgres: Engine, office: Office) -> None:
    by, numbers = office.actor("secretariat"), [office.task("4").id, office.task("1").id]

    def act(session: Session) -> None:
        tasks = session.scalars(select(Task).where(Task.id.in_(numbers)))
        begin(session, session.get_one(Organisation, office.organisation.id), tasks, by, TODAY)

    assert together(postgres, act) == ["done", "stale", "stale", "stale"]


def test_of_many_takings_back_ends_and_reopenings_one_is_made(postgres: Engine, office: Office) -> None:
    by = office.actor("secretariat")
    with Session(postgres) as session:
        organisation = session.get_one(Organisation, office.organisation.id)
        review = begin(session, organisation, [session.get_one(Task, office.task("4").id)], by, TODAY)
        line = note(review.items[0], "Theo dõi", by, TODAY).id
        session.commit()

    def back(session: Session) -> None:
        take_back(session.get_one(ReviewLine, line), by, TODAY)

    def close(session: Session) -> None:
        end(session, session.scalars(select(ReviewSession)).one(), by, TODAY)

    assert together(postgres, back) == ["done", "stale", "stale", "stale"]
    assert together(postgres, close) == ["done", "stale", "stale", "stale"]

    def again(session: Session) -> None:
        reopen(session, session.scalars(select(ReviewSession)).one(), by, TODAY)

    assert together(postgres, again) == ["done", "stale", "stale", "stale"]
    assert together(postgres, close) == ["done", "stale", "stale", "stale"]
