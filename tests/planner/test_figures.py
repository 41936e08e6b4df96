"""The figures of the pictures are the official ones: of any day, of any month, of any board."""

import random
from collections import Counter
from datetime import date, timedelta

from office import TODAY, Office

from planner.counts import tasks_as_of
from planner.figures.due import due_by_month
from planner.figures.flow import History, Line, cumulative_flow, lines_of, stretches, week_ends
from planner.figures.names import short
from planner.figures.progress import parts_of
from planner.models import Task
from planner.reporting import period_of
from planner.sheets.comparing import by_month

MONTHS = [period_of(0, "month", 2026, nth) for nth in range(1, 13)]
BEGUN = date(2026, 1, 5)


def live(office: Office, seed: int) -> None:
    """A history as offices have them: papers dated back, boards that change, work that rests, returns and ends."""
    chance, clerk, leader = random.Random(seed), office.actor("secretariat"), office.actor("leader")
    for task in office.tasks:
        on = BEGUN + timedelta(days=chance.randint(5, 60))
        if task.has_submit and chance.random() < 0.8:
            task.begin_drafting(clerk, on)
            task.submit(clerk, TODAY, "1/TTr", on - timedelta(days=chance.randint(0, 4)))
            if chance.random() < 0.5:
                task.return_to_draft(leader, on + timedelta(days=9), "Bổ sung")
        if chance.random() < 0.5:
            board = chance.choice([one for one in office.boards.values() if one is not task.board])
            task.hand_over(board, clerk, on + timedelta(days=chance.randint(0, 30)), "Đúng chức năng")
        if chance.random() < 0.4:
            task.postpone(clerk, on + timedelta(days=20), "Chờ")
            task.resume(clerk, on + timedelta(days=30))
        elif chance.random() < 0.3:
            task.cancel(leader, on + timedelta(days=25), "Thôi")
    office.session.flush()


def histories(office: Office) -> list[History]:
    lines = lines_of(office.session, Task.organisation_id == office.organisation.id)
    return [History(task.board_id, lines[task.id]) for task in office.tasks]


def test_the_flow_of_every_day_is_what_the_history_says_of_it(there: Office) -> None:
    live(there, seed=3)
    days = [BEGUN + timedelta(days=n) for n in range(130)]
    for board in (None, *(board.id for board in there.boards.values())):
        found = cumulative_flow(histories(there), days, board)
        for day, counts in list(zip(days, found, strict=True))[::5]:
            then = tasks_as_of(there.session, there.organisation, 2026, day)
            official = Counter(task.state for task in then if board in (None, task.board_id))
            assert +counts == official, (day, board)


def test_a_task_is_nowhere_before_it_came() -> None:
    history = History(1, [Line(date(2026, 3, 2)), Line(date(2026, 3, 9), "drafting")])
    days = [date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 8), date(2026, 3, 9)]
    assert [dict(+one) for one in cumulative_flow([history], days)] == [
        {}, {"planned": 1}, {"planned": 1}, {"drafting": 1}
    ]  # fmt: skip


def test_of_two_lines_the_one_that_was_written_last_holds() -> None:
    drafted, sent = Line(date(2026, 3, 9), "drafting"), Line(date(2026, 3, 5), "submitted")
    assert [one.state for one in stretches(History(1, [drafted, sent]))] == ["submitted", "submitted"]
    assert [one.state for one in stretches(History(1, [sent, drafted]))] == ["submitted", "drafting"]


def test_what_a_board_co_operates_on_counts_whoever_led_it() -> None:
    history = History(1, [Line(date(2026, 3, 2), "drafting")], is_asked_for=True)
    assert cumulative_flow([history], [date(2026, 3, 2)], board=7)[0]["drafting"] == 1


def test_weeks_end_on_sundays_and_the_last_one_on_the_day() -> None:
    found = week_ends(2026, TODAY)
    assert (found[0], found[-2:]) == (date(2026, 1, 4), [date(2026, 5, 10), TODAY])
    assert week_ends(2025, TODAY)[-1] == date(2025, 12, 31)
    assert len(week_ends(2023, TODAY)) == 53  # both its first and its last day are Sundays
    assert week_ends(2027, TODAY) == []


def test_what_fell_due_is_what_the_reports_say(office: Office) -> None:
    live(office, seed=5)
    then = tasks_as_of(office.session, office.organisation, 2026, date(2026, 12, 31))
    reported = by_month(office.organisation, MONTHS[-1], then, date(2026, 12, 31))
    found = due_by_month(MONTHS, office.tasks)
    assert [sum(one.due.values()) for one in found] == [one["due"] for one in reported]
    assert sum(sum(one.due.values()) for one in found) > 5


def test_months_that_end_early_count_so(office: Office) -> None:
    months = [period_of(24, "month", 2026, nth) for nth in range(1, 13)]
    found = due_by_month(months, office.tasks)
    assert found[1].due["submit"] == 0  # 27 February is March's
    assert found[2].due["submit"] == 1


def test_a_bar_s_parts_are_its_whole() -> None:
    counts = {"total": 9, "done": 2, "in_term": 1, "due_soon": 1, "overdue": 3}
    assert parts_of(counts) == {"done": 2, "in_term": 2, "overdue": 3, "rest": 2}


def test_a_long_name_keeps_both_its_ends() -> None:
    name = "Ban Dân chủ, Giám sát và Phản biện xã hội thành phố Mẫu"
    found = short(name, 40)
    assert (found[:15], found[-13:], len(found) <= 40) == ("Ban Dân chủ, Gi", "thành phố Mẫu", True)
    assert short("Văn phòng") == "Văn phòng"
