"""The verbs of a task: what they change, what they refuse, and the line of history that each leaves."""

from datetime import date, timedelta

import pytest
from office import TODAY, Office

from planner.errors import NotAllowed, Refusal, Stale
from planner.models import Task, work_calendar
from planner.workdays import WorkCalendar

CALENDAR = WorkCalendar()


def last(task: Task) -> tuple[str, dict[str, object], dict[str, object], str]:
    change = task.changes[-1]
    return change.verb, change.before, change.after, change.reason


def drafted(office: Office, number: str = "1") -> Task:
    task = office.task(number)
    task.begin_drafting(office.actor("head_pt"), TODAY)
    office.session.flush()
    return task


def submitted(office: Office) -> Task:
    task = drafted(office)
    task.submit(office.actor("head_pt"), TODAY, "12/TTr-PT", TODAY - timedelta(days=3))
    office.session.flush()
    return task


def test_beginning_to_draft_opens_the_submit_milestone_and_writes_history(office: Office) -> None:
    task = drafted(office)
    submit = task.milestone("submit")
    assert (task.state, task.version, submit and submit.opened_on) == ("drafting", 2, TODAY)
    assert last(task) == ("drafting", {"state": "planned"}, {"state": "drafting", "opened": "submit"}, "")
    assert task.changes[-1].person_id == office.people["head_pt"].id


def test_submitting_keeps_the_papers_number_and_its_own_date(office: Office) -> None:
    task = submitted(office)
    day = TODAY - timedelta(days=3)
    submit = task.milestone("submit")
    assert (task.state, task.paper_number, submit and submit.done_on) == ("submitted", "12/TTr-PT", day)
    assert task.changes[-1].on == day


@pytest.mark.parametrize(("number", "day"), [("  ", TODAY), ("12/TTr", TODAY + timedelta(days=1))])
def test_a_paper_without_number_or_from_the_future_is_refused_and_nothing_changes(
    office: Office, number: str, day: date
) -> None:  # fmt: skip
    task = drafted(office)
    with pytest.raises(Refusal):
        task.submit(office.actor("head_pt"), TODAY, number, day)
    assert (task.state, task.version, task.paper_number) == ("drafting", 2, "")


def test_a_returned_paper_opens_the_submit_milestone_again(office: Office) -> None:
    task = submitted(office)
    task.return_to_draft(office.actor("leader"), TODAY, "Bổ sung kinh phí")
    office.session.flush()
    submit = task.milestone("submit")
    assert (task.state, task.paper_number, submit and submit.done_on) == ("drafting", "", None)
    verb, before, _after, reason = last(task)
    assert (verb, before["paper_number"], reason) == ("return", "12/TTr-PT", "Bổ sung kinh phí")


def test_returning_needs_a_reason(office: Office) -> None:
    task = submitted(office)
    with pytest.raises(Refusal, match="lý do"):
        task.return_to_draft(office.actor("leader"), TODAY, " \n ")
    assert task.state == "submitted"


def test_the_whole_way_to_done_and_open_again(office: Office) -> None:
    task, head = submitted(office), office.actor("head_pt")
    task.approve(office.actor("leader"), TODAY)
    task.begin_executing(head, TODAY)
    task.complete(head, TODAY, "Đã tổ chức", TODAY - timedelta(days=1))
    execute = task.milestone("execute")
    assert (task.state, task.result, execute and execute.done_on) == ("done", "Đã tổ chức", TODAY - timedelta(days=1))
    task.reopen(office.actor("secretariat"), TODAY, "Thiếu báo cáo")
    assert (task.state, task.result, execute and execute.done_on) == ("executing", "", None)
    office.session.flush()
    assert [c.verb for c in task.changes][1:] == [
        "drafting", "submission", "approval", "execution", "completion", "reopening"
    ]  # fmt: skip


def test_approved_work_without_an_execute_milestone_is_closed(office: Office) -> None:
    task, head = office.task("3"), office.actor("head_tctg")
    task.begin_drafting(head, TODAY)
    task.submit(head, TODAY, "5/BC", TODAY)
    task.approve(office.actor("leader"), TODAY)
    with pytest.raises(Refusal):
        task.begin_executing(head, TODAY)
    task.close(head, TODAY)
    assert task.state == "done"


def test_held_work_comes_back_to_where_it_was(office: Office) -> None:
    task, secretariat = drafted(office), office.actor("secretariat")
    task.postpone(secretariat, TODAY, "Chờ hướng dẫn", TODAY + timedelta(days=10))
    assert (task.state, task.held_state, task.standing(TODAY)) == ("postponed", "drafting", None)
    task.resume(secretariat, TODAY)
    assert (task.state, task.held_state, task.held_until) == ("drafting", None, None)
    task.cancel(office.actor("leader"), TODAY, "Không còn phù hợp")
    task.restore(secretariat, TODAY)
    assert task.state == "drafting"


def test_postponing_into_the_past_is_refused(office: Office) -> None:
    with pytest.raises(Refusal):
        office.task("1").postpone(office.actor("secretariat"), TODAY, "Chờ", TODAY)


@pytest.mark.parametrize("who", ["viewer", "leader", "admin", "outsider", "head"])
def test_who_may_not_submit_is_told_so(office: Office, who: str) -> None:
    task = drafted(office)
    with pytest.raises(NotAllowed):
        task.submit(office.actor(who), TODAY, "12/TTr", TODAY)


def test_a_stale_page_is_refused_by_version_and_by_column(office: Office) -> None:
    task = drafted(office)
    for version, state in ((1, "drafting"), (2, "planned")):
        with pytest.raises(Stale):
            task.expect(version, state)
    task.expect(2, "drafting")


def test_moving_to_a_month_takes_the_whole_month_and_keeps_the_first_period(office: Office) -> None:
    task = office.task("1")
    task.move_to_month("execute", 2026, 5, office.actor("secretariat"), TODAY, "Dời lịch", CALENDAR)
    execute = task.milestone("execute")
    assert execute and execute.was_moved
    assert (execute.start, execute.finish, execute.deadline) == (date(2026, 5, 1), date(2026, 5, 31), date(2026, 5, 29))
    assert (execute.first_start, execute.first_finish, execute.first_text) == (
        date(2026, 4, 1), date(2026, 4, 30), "Tháng 4"
    )  # fmt: skip
    office.session.flush()
    verb, before, after, reason = last(task)
    assert (verb, reason) == ("move_month", "Dời lịch")
    assert (before["deadline"], after["deadline"]) == ("2026-04-29", "2026-05-29")


def test_only_the_secretariat_moves_time_and_never_of_a_done_milestone(office: Office) -> None:
    task = submitted(office)
    with pytest.raises(NotAllowed):
        task.move_to_month("execute", 2026, 5, office.actor("head_pt"), TODAY, "Dời", CALENDAR)
    with pytest.raises(Refusal, match="đã xong"):
        task.move_to_month("submit", 2026, 5, office.actor("secretariat"), TODAY, "Dời", CALENDAR)
    with pytest.raises(Refusal, match="lý do"):
        task.move_to_month("execute", 2026, 5, office.actor("secretariat"), TODAY, " ", CALENDAR)


def test_extending_sets_a_written_day_even_a_day_off(office: Office) -> None:
    task, sunday = office.task("2"), date(2026, 6, 7)
    task.extend("execute", sunday, office.actor("secretariat"), TODAY, "Xin gia hạn", work_calendar(office.session))
    execute = task.milestone("execute")
    assert execute and (execute.deadline, execute.start) == (sunday, date(2026, 5, 1))
    with pytest.raises(Refusal):
        task.extend("execute", TODAY, office.actor("secretariat"), TODAY, "Lùi", CALENDAR)


def test_handing_over_changes_the_board_and_leaves_nobody_assigned(office: Office) -> None:
    task = office.task("2")
    task.assign(office.people["member"], office.actor("head"), TODAY)
    task.hand_over(office.boards["pt"], office.actor("secretariat"), TODAY, "Đúng chức năng")
    assert (task.board, task.assignee) == (office.boards["pt"], None)
    office.session.flush()
    assert last(task)[1]["board"] == office.boards["dcpl"].name
    with pytest.raises(NotAllowed):
        task.hand_over(office.boards["dcpl"], office.actor("head_pt"), TODAY, "Trả")


def test_nobody_from_outside_is_assigned(office: Office) -> None:
    with pytest.raises(Refusal):
        office.task("2").assign(office.people["outsider"], office.actor("head"), TODAY)


def test_every_verb_raises_the_revision_by_which_kept_answers_are_told_stale(office: Office) -> None:
    office.session.refresh(office.organisation)
    before = office.organisation.revision
    drafted(office)
    office.session.refresh(office.organisation)
    assert office.organisation.revision > before


def test_postponed_work_that_was_cancelled_comes_back_to_its_column(office: Office) -> None:
    task, secretariat = office.task("1"), office.actor("secretariat")
    task.begin_drafting(office.actor("head_pt"), TODAY)
    task.postpone(secretariat, TODAY, "Chờ hướng dẫn", TODAY + timedelta(days=10))
    task.cancel(secretariat, TODAY, "Không còn cần thiết")
    assert (task.state, task.held_state, task.held_until) == ("cancelled", "drafting", None)
    task.restore(secretariat, TODAY)
    assert (task.state, task.held_state) == ("drafting", None)
