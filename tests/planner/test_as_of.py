"""Counts as of a past day come from dated facts and history, not from what is so today."""

from datetime import date, timedelta

from office import TODAY, Office

from planner import clock
from planner.counts import count, count_by_board, tasks_as_of
from planner.models import Task
from planner.workdays import WorkCalendar

END_OF_MAY = date(2026, 5, 31)


def state_then(office: Office, task: Task, day: date) -> tuple[str, str | None]:
    office.session.flush()
    found = next(t for t in tasks_as_of(office.session, office.organisation, 2026, day) if t.task is task)
    return found.state, found.standing.kind if found.standing else None


def test_a_paper_dated_in_may_and_recorded_in_june_counts_for_may(office: Office) -> None:
    task, head, june = office.task("1"), office.actor("head_pt"), date(2026, 6, 3)
    task.begin_drafting(head, date(2026, 2, 2))
    with clock.on_day(june):
        task.submit(head, june, "9/TTr", date(2026, 5, 29))
    assert state_then(office, task, END_OF_MAY)[0] == "submitted"
    assert state_then(office, task, date(2026, 5, 28))[0] == "drafting"
    assert state_then(office, task, date(2026, 2, 1)) == ("planned", "in_term")


def test_a_return_after_the_day_does_not_change_what_was_so(office: Office) -> None:
    task, head = office.task("1"), office.actor("head_pt")
    task.begin_drafting(head, date(2026, 2, 2))
    task.submit(head, date(2026, 2, 20), "9/TTr", date(2026, 2, 20))
    task.return_to_draft(office.actor("leader"), date(2026, 3, 5), "Bổ sung")
    assert state_then(office, task, date(2026, 2, 28)) == ("submitted", "not_due")
    assert state_then(office, task, date(2026, 3, 5)) == ("drafting", "overdue")


def test_a_period_moved_later_still_counts_with_the_deadline_of_the_day(office: Office) -> None:
    task = office.task("2")
    task.begin_executing(office.actor("head"), date(2026, 5, 4))
    task.move_to_month(
        "execute", 2026, 7, office.actor("secretariat"), date(2026, 6, 10), "Dời lịch", WorkCalendar()
    )  # fmt: skip
    assert state_then(office, task, END_OF_MAY) == ("executing", "overdue")
    assert state_then(office, task, date(2026, 6, 10)) == ("executing", "not_due")


def test_a_task_counts_for_the_board_that_had_it(office: Office) -> None:
    task = office.task("2")
    task.hand_over(office.boards["pt"], office.actor("secretariat"), date(2026, 6, 2), "Đúng chức năng")
    office.session.flush()
    may = count_by_board(tasks_as_of(office.session, office.organisation, 2026, END_OF_MAY))
    june = count_by_board(tasks_as_of(office.session, office.organisation, 2026, date(2026, 6, 2)))
    names = office.boards["dcpl"].name, office.boards["pt"].name
    assert [may[n].total - june[n].total for n in names] == [1, -1]


def test_today_as_of_is_today_as_it_is(office: Office) -> None:
    head = office.actor("head_pt")
    task = office.task("8")
    task.begin_drafting(head, TODAY)
    task.submit(head, TODAY, "1/TTr", TODAY - timedelta(days=1))
    office.task("4").cancel(office.actor("leader"), TODAY, "Thôi")
    office.session.flush()
    then = {t.task.id: (t.state, t.standing) for t in tasks_as_of(office.session, office.organisation, 2026, TODAY)}
    assert then == {t.id: (t.state, t.standing(TODAY)) for t in office.tasks}


def test_counts_add_up(office: Office) -> None:
    counts = count(tasks_as_of(office.session, office.organisation, 2026, TODAY))
    by_board = count_by_board(tasks_as_of(office.session, office.organisation, 2026, TODAY))
    assert counts.total == len(office.tasks) == sum(c.total for c in by_board.values())
    assert counts.as_json()["overdue"] == counts["overdue"] > 0
