"""What a milestone is owed on a day: the table of cases is the rule's documentation."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.reminding.slots import owed_slots

DEADLINE = date(2026, 5, 29)  # a Friday
IMPORTED = date(2026, 1, 5)
DUE7, DUE1 = "due7:3:2026-05-29", "due1:3:2026-05-29"


def on(day: date, *noted: str, imported: date = IMPORTED) -> tuple[str, tuple[str, ...]] | None:
    slot = owed_slots(3, DEADLINE, imported, day, set(noted))
    return (slot.kind, slot.keys) if slot else None


@pytest.mark.parametrize(
    ("day", "noted", "expected"),
    [
        (date(2026, 5, 21), (), None),
        (date(2026, 5, 22), (), ("due7", (DUE7,))),
        (date(2026, 5, 22), (DUE7,), None),
        (date(2026, 5, 25), (), ("due7", (DUE7,))),  # a missed run is made up
        (date(2026, 5, 28), (DUE7,), ("due1", (DUE1,))),
        (date(2026, 5, 28), (), ("due1", (DUE1, DUE7))),  # of two the nearer counts, both are noted
        (date(2026, 5, 29), (DUE7,), ("due1", (DUE1,))),  # on the day itself it can still be made up
        (date(2026, 5, 29), (DUE7, DUE1), None),
        (date(2026, 5, 30), (), None),  # late, but the week began before the deadline
        (date(2026, 5, 31), (), None),
        (date(2026, 6, 1), (), ("overdue", ("overdue:3:2026-W23",))),
        (date(2026, 6, 3), (), ("overdue", ("overdue:3:2026-W23",))),
        (date(2026, 6, 3), ("overdue:3:2026-W23",), None),
        (date(2026, 6, 8), ("overdue:3:2026-W23",), ("overdue", ("overdue:3:2026-W24",))),
        (date(2026, 8, 3), (), ("overdue", ("overdue:3:2026-W32",))),  # a backlog gives one
        (date(2027, 1, 1), (), ("overdue", ("overdue:3:2026-W53",))),  # the ISO year
    ],
)
def test_what_is_owed(day: date, noted: tuple[str, ...], expected: tuple[str, tuple[str, ...]] | None) -> None:
    assert on(day, *noted) == expected


@pytest.mark.parametrize(
    ("imported", "day", "expected"),
    [
        (date(2026, 5, 22), date(2026, 5, 25), None),  # the seven days had begun when it was imported
        (date(2026, 5, 21), date(2026, 5, 25), "due7"),
        (date(2026, 5, 25), date(2026, 5, 28), "due1"),
        (date(2026, 5, 28), date(2026, 5, 29), None),
        (date(2026, 7, 1), date(2026, 7, 1), None),  # long overdue at the import: from the next week on
        (date(2026, 7, 1), date(2026, 7, 5), None),
        (date(2026, 7, 1), date(2026, 7, 6), "overdue"),
        (date(2026, 7, 6), date(2026, 7, 6), None),
    ],
)
def test_nothing_is_owed_for_the_time_before_the_import(imported: date, day: date, expected: str | None) -> None:
    slot = owed_slots(3, DEADLINE, imported, day, set())
    assert (slot.kind if slot else None) == expected


@given(st.lists(st.integers(0, 70), max_size=40))
def test_whatever_days_are_run_nothing_comes_twice_and_the_order_is_right(offsets: list[int]) -> None:
    noted: list[str] = []
    kinds: list[str] = []
    for offset in sorted(offsets):
        slot = owed_slots(3, DEADLINE, IMPORTED, date(2026, 5, 1) + timedelta(days=offset), noted)
        if slot:
            noted += slot.keys
            kinds.append(slot.kind)
    assert len(noted) == len(set(noted))
    assert kinds == sorted(kinds, key=["due7", "due1", "overdue"].index)
    assert kinds.count("due7") <= 1
    assert kinds.count("due1") <= 1


@pytest.mark.parametrize(
    ("deadline", "day", "expected"),
    [
        (date(2026, 5, 31), date(2026, 5, 29), "due1"),  # a Sunday: Friday is the last morning before it
        (date(2026, 5, 31), date(2026, 5, 28), None),
        (date(2026, 6, 1), date(2026, 5, 29), None),  # a Monday: its own morning is in time
        (date(2026, 6, 1), date(2026, 6, 1), "due1"),
    ],
)
def test_a_deadline_on_a_day_off_is_told_of_in_time(deadline: date, day: date, expected: str | None) -> None:
    slot = owed_slots(3, deadline, IMPORTED, day, {f"due7:3:{deadline}"})
    assert (slot.kind if slot else None) == expected
