"""Rolling over: what is due to open is opened once, late runs catch up, a person's move stays."""

from datetime import date, timedelta

import pytest
from office import IMPORTED, Office
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planner.models import Change
from planner.rolling import Opened, open_due
from planner.workdays import WorkCalendar


def opened(session: Session, office: Office, day: date) -> dict[str, str]:
    done = open_due(session, office.organisation, day)
    session.commit()
    return {one.number: one.target for one in done}


def changes(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Change)) or 0


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # "Trước ngày 16/5" has no start, so it opens on the plan's own day.
        (date(2026, 1, 5), {"7": "executing"}),
        (date(2026, 2, 1), {"7": "executing", "1": "drafting"}),
        (date(2026, 4, 1), {"7": "executing", "1": "drafting", "4": "drafting", "8": "drafting"}),
    ],
)
def test_what_has_begun_by_the_day_is_opened(
    session: Session, office: Office, day: date, expected: dict[str, str]
) -> None:
    assert opened(session, office, day) == expected


def test_nothing_opens_before_the_plan_was_issued(session: Session, office: Office) -> None:
    assert opened(session, office, IMPORTED - timedelta(days=1)) == {}


def test_a_second_run_for_the_same_day_changes_nothing(session: Session, office: Office) -> None:
    opened(session, office, date(2026, 5, 11))
    before, versions = changes(session), [task.version for task in office.tasks]
    assert opened(session, office, date(2026, 5, 11)) == {}
    assert (changes(session), [task.version for task in office.tasks]) == (before, versions)


def test_one_late_run_opens_what_ten_missed_days_owe(session: Session, office: Office) -> None:
    opened(session, office, date(2026, 4, 28))
    late = opened(session, office, date(2026, 5, 8))
    assert late == {"2": "executing", "6": "drafting"}
    assert office.task("6").milestone("submit").opened_on == date(2026, 5, 8)  # type: ignore[union-attr]
    assert office.task("6", 2).state == "planned"


def test_the_history_says_that_the_flow_did_it(session: Session, office: Office) -> None:
    opened(session, office, date(2026, 2, 1))
    line = office.task("1").changes[-1]
    assert (line.verb, line.actor_kind, line.actor_name, line.on) == ("drafting", "flow", "roll_over", date(2026, 2, 1))


def test_approved_work_begins_when_its_execution_opens(session: Session, office: Office) -> None:
    task, by = office.task("1"), office.actor("secretariat")
    opened(session, office, date(2026, 2, 1))
    task.submit(by, date(2026, 2, 20), "12/TTr", date(2026, 2, 20))
    task.approve(by, date(2026, 2, 21))
    assert "1" not in opened(session, office, date(2026, 3, 31))
    assert opened(session, office, date(2026, 4, 1))["1"] == "executing"


def test_submitted_work_waits_for_its_approval(session: Session, office: Office) -> None:
    task, by = office.task("1"), office.actor("secretariat")
    opened(session, office, date(2026, 2, 1))
    task.submit(by, date(2026, 2, 20), "12/TTr", date(2026, 2, 20))
    assert "1" not in opened(session, office, date(2026, 4, 15))
    assert task.state == "submitted"


def test_undated_work_is_opened_by_people_only(session: Session, office: Office) -> None:
    assert "9" not in opened(session, office, date(2026, 12, 31))
    assert office.task("9").state == "planned"


def test_postponed_work_resumes_on_its_day_and_opens_if_due(session: Session, office: Office) -> None:
    task, by = office.task("4"), office.actor("secretariat")
    task.postpone(by, date(2026, 2, 10), "Chờ hướng dẫn", date(2026, 3, 16))
    session.commit()
    assert "4" not in opened(session, office, date(2026, 3, 15))
    done = open_due(session, office.organisation, date(2026, 3, 16))
    assert Opened(task.id, "4", task.title, "postponed", "drafting") in done
    assert [c.verb for c in task.changes][-2:] == ["resumption", "drafting"]


def test_postponed_work_without_a_day_stays(session: Session, office: Office) -> None:
    task = office.task("4")
    task.postpone(office.actor("secretariat"), date(2026, 2, 10), "Chờ hướng dẫn")
    session.commit()
    assert "4" not in opened(session, office, date(2026, 12, 31))


def test_a_milestone_moved_ahead_opens_in_its_new_month_only(session: Session, office: Office) -> None:
    task, by = office.task("4"), office.actor("secretariat")
    task.move_to_month("submit", 2026, 8, by, date(2026, 2, 10), "Theo chỉ đạo", WorkCalendar())
    session.commit()
    assert "4" not in opened(session, office, date(2026, 7, 31))
    assert opened(session, office, date(2026, 8, 1))["4"] == "drafting"


def test_a_year_of_days_ends_where_one_late_run_ends(session: Session, office: Office) -> None:
    day, seen = date(2026, 1, 1), []
    while day.year == 2026:
        seen += list(opened(session, office, day))
        day += timedelta(days=1)
    # Every dated task opens exactly once in the year; only those that need no person go beyond drafting.
    assert sorted(seen) == ["1", "2", "3", "4", "5", "6", "6", "7", "8"]
