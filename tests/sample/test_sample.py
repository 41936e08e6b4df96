"""The sample shows every state and every standing, whatever the day of its first start."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from bangviec.sample import load
from planner.cooperating import names
from planner.models import Change, PlanRow, Task
from planner.moves import STATES
from planner.standing import LABELS

PASSWORD = "một câu dài để thử"
DAYS = [date(2026, 1, 1), date(2026, 2, 17), date(2027, 4, 4), date(2026, 6, 30), date(2028, 2, 29), date(2026, 12, 31)]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_state_and_standing_shows(session: Session, day: date) -> None:
    load(session, day, PASSWORD)
    tasks = session.query(Task).all()
    assert {task.state for task in tasks} == set(STATES)
    assert {s.kind for task in tasks if (s := task.standing(day))} == set(LABELS)
    assert not [row.number for row in session.query(PlanRow) if row.questions]


def test_its_history_was_lived_day_by_day_and_never_ahead_of_today(session: Session) -> None:
    day = date(2026, 5, 11)
    load(session, day, PASSWORD)
    changes = session.query(Change).order_by(Change.id).all()
    days = [change.at.date() for change in changes]
    assert days == sorted(days)
    assert len(set(days)) > 20
    assert all(change.on <= day for change in changes)


def test_some_work_has_cooperating_boards_and_some_names_wait_for_the_clerk(session: Session) -> None:
    load(session, date(2026, 5, 11), PASSWORD)
    tasks = session.query(Task).all()
    organisation = tasks[0].organisation
    assert {board.name for task in tasks for board in task.cooperators} == {board.name for board in organisation.boards}
    waiting = names(session, organisation)
    assert all(name.board is None and name.known is None for name in waiting)
    assert (waiting[0].name, waiting[0].rows) == ("Ban Tuyên giáo", 2)


def test_there_is_a_sign_in_for_every_role_and_every_board(session: Session) -> None:
    found = load(session, date(2026, 5, 11), PASSWORD)
    roles = [credential.role for credential in found]
    assert {"admin", "secretariat", "leader", "viewer", "head", "member"} == set(roles)
    assert roles.count("head") == 4
    assert len({credential.email for credential in found}) == len(found)
