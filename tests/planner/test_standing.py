"""Standings: a table of cases around one day."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from planner.standing import Standing, TaskDates, current_milestone, standing_of

DAY = date(2026, 5, 11)


@dataclass
class M:
    start: date | None
    deadline: date | None
    done_on: date | None = None


def d(days: int) -> date:
    return DAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("state", "submit", "execute", "kind", "days"),
    [
        ("planned", M(d(8), d(30)), None, "not_due", 30),
        ("drafting", M(d(-3), d(8)), None, "in_term", 8),
        ("drafting", M(d(-3), d(7)), None, "due_soon", 7),
        ("drafting", M(d(-3), d(0)), None, "due_soon", 0),
        ("drafting", M(d(-3), d(-1)), None, "overdue", 1),
        ("planned", M(d(3), d(3)), None, "due_soon", 3),
        ("planned", M(None, d(20)), None, "in_term", 20),
        ("planned", M(None, None), M(d(-9), d(-5)), "undated", None),
        ("submitted", M(d(-9), d(-5), d(-6)), M(d(20), d(40)), "not_due", 40),
        ("approved", M(d(-9), d(-5), d(-6)), None, "undated", None),
        ("executing", None, M(d(-40), None), "in_term", None),
        ("executing", M(d(-9), d(-5), d(-6)), M(d(-4), d(-2)), "overdue", 2),
        ("done", M(d(-9), d(-5), d(-6)), M(d(-4), d(-2), d(-2)), "done_on_time", None),
        ("done", M(d(-9), d(-5), d(-1)), M(d(-4), d(-2), d(-1)), "done_late", 1),
        ("done", M(d(-9), d(-5), d(-3)), None, "done_late", 2),
        ("done", None, M(None, None, d(-3)), "done_on_time", None),
    ],
)
def test_standing(state: str, submit: M | None, execute: M | None, kind: str, days: int | None) -> None:
    assert standing_of(TaskDates(state, submit, execute), DAY) == Standing(kind, days)


@pytest.mark.parametrize("state", ["postponed", "cancelled"])
def test_the_clock_of_held_work_rests(state: str) -> None:
    assert standing_of(TaskDates(state, M(d(-9), d(-5)), None), DAY) is None


@pytest.mark.parametrize("state", ["postponed", "cancelled"])
@pytest.mark.parametrize(("submitted_on", "kind"), [(None, "submit"), (d(-6), "execute")])
def test_held_work_rests_at_the_milestone_that_it_had_come_to(state: str, submitted_on: date | None, kind: str) -> None:
    milestones = {"submit": M(d(-9), d(-5), submitted_on), "execute": M(d(20), d(40))}
    assert current_milestone(TaskDates(state, milestones["submit"], milestones["execute"])) is milestones[kind]
