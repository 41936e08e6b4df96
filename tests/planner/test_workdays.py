"""Working days and deadlines, with Vietnam's holidays and an administrator's corrections."""

from dataclasses import dataclass
from datetime import date

import pytest

from planner.deadlines import deadline_of
from planner.workdays import WorkCalendar

CALENDAR = WorkCalendar()


@dataclass
class S:
    start: date | None
    finish: date | None
    rule: str = "window"


@pytest.mark.parametrize(
    ("span", "deadline"),
    [
        (S(date(2026, 5, 1), date(2026, 5, 31)), date(2026, 5, 29)),
        (S(date(2026, 2, 11), date(2026, 2, 20)), date(2026, 2, 13)),  # Tết 2026 is 16-20 February
        (S(date(2026, 4, 1), date(2026, 4, 30)), date(2026, 4, 29)),  # 30 April
        (S(date(2023, 9, 30), date(2023, 9, 30), "day"), date(2023, 9, 30)),  # a Saturday, but written
        (S(None, date(2023, 9, 30), "before"), date(2023, 9, 29)),
        (S(date(2023, 8, 1), None), None),
        (S(date(2026, 5, 30), date(2026, 5, 31)), date(2026, 5, 31)),  # a weekend only
    ],
)
def test_deadlines(span: S, deadline: date | None) -> None:
    assert deadline_of(span, CALENDAR) == deadline


def test_corrections_win_both_ways() -> None:
    corrected = WorkCalendar([(date(2026, 5, 29), True), (date(2026, 5, 30), False)])
    assert not corrected.is_working(date(2026, 5, 29))
    assert corrected.last_working_day(date(2026, 5, 1), date(2026, 5, 31)) == date(2026, 5, 30)


def test_the_first_working_day_of_january_is_not_new_year() -> None:
    assert not CALENDAR.is_first_working_day_of_month(date(2026, 1, 1))
    assert CALENDAR.is_first_working_day_of_month(date(2026, 1, 2)) == CALENDAR.is_working(date(2026, 1, 2))
