"""In January last year's unfinished work is not out of sight: it belongs to the new year until it is done."""

from datetime import date

import pytest
from office import Office

from planner.counts import count, tasks_as_of
from planner.queries import tasks_of_year
from planner.reporting import period_of
from planner.sheets.digest import digest_sheet

JANUARY = date(2027, 1, 31)
LATE = {"1", "2", "3", "4", "5", "6", "7", "8"}  # row 9 is undated; 5 has its paper due


def numbers(office: Office, year: int, day: date) -> set[str]:
    office.session.flush()
    return {task.number for task in office.session.scalars(tasks_of_year(office.organisation.id, year, day))}


def test_what_was_late_at_the_turn_of_the_year_goes_along(office: Office) -> None:
    assert numbers(office, 2027, JANUARY) == LATE
    assert numbers(office, 2028, date(2029, 5, 2)) == LATE


@pytest.mark.parametrize("day", [date(2026, 5, 11), date(2026, 12, 31)])
def test_a_year_that_has_not_begun_holds_only_what_is_planned_for_it(office: Office, day: date) -> None:
    assert numbers(office, 2027, day) == set()


def test_what_was_done_or_cancelled_in_its_year_stays_there(office: Office) -> None:
    clerk, done, cancelled = office.actor("secretariat"), office.task("2"), office.task("7")
    done.begin_executing(clerk, date(2026, 5, 4))
    done.complete(clerk, date(2027, 1, 4), "Đã tổ chức", date(2026, 12, 30))
    cancelled.cancel(clerk, date(2026, 12, 30), "Không còn cần thiết")
    assert numbers(office, 2027, JANUARY) == LATE - {"2", "7"}


def test_a_digest_made_later_still_says_what_was_late_in_january(office: Office) -> None:
    clerk, march = office.actor("secretariat"), date(2027, 3, 3)
    before = count(tasks_as_of(office.session, office.organisation, 2027, JANUARY))
    assert before["overdue"] == 9  # row 6 has two tasks
    office.task("2").begin_executing(clerk, date(2026, 5, 4))
    office.task("2").complete(clerk, march, "Đã tổ chức", march)
    office.task("7").cancel(clerk, march, "Không còn cần thiết")
    office.session.flush()
    data = digest_sheet(office.session, office.organisation, period=period_of(0, "month", 2027, 1), issued_on=march)
    assert data["counts"]["overdue"] == len(data["overdue"]) == 9
