"""Undo: a person's own last move is taken back, and everything is as it was before."""

from datetime import date, timedelta

import pytest
from office import TODAY, Office

from planner import clock
from planner.actor import Actor
from planner.counts import count, tasks_as_of
from planner.errors import NotAllowed
from planner.models import Change, Concern, Task
from planner.telling.looking import look_through, memberships
from planner.undone import still_standing

FACTS = ("state", "held_state", "held_until", "paper_number", "result", "board_id", "assignee_id", "rank")


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())


def facts(task: Task) -> list[object]:
    days = [(m.kind, m.start, m.finish, m.deadline, m.opened_on, m.done_on) for m in task.milestones]
    return [*(getattr(task, name) for name in FACTS), *days]


def bring(task: Task, state: str, by: Actor) -> None:
    """By way of the moves that lead there; states of held work from the column before."""
    steps = {
        "drafting": lambda: task.begin_drafting(by, TODAY),
        "submitted": lambda: task.submit(by, TODAY, "1/TTr", TODAY - timedelta(days=3)),
        "approved": lambda: task.approve(by, TODAY),
        "executing": lambda: task.begin_executing(by, TODAY),
        "done": lambda: task.complete(by, TODAY, "Xong", TODAY - timedelta(days=2)),
        "postponed": lambda: task.postpone(by, TODAY, "Chờ", TODAY + timedelta(days=9)),
        "cancelled": lambda: task.cancel(by, TODAY, "Bỏ"),
    }
    ways = {"postponed": ("drafting", "postponed"), "cancelled": ("drafting", "postponed", "cancelled")}
    columns = ("drafting", "submitted", "approved", "executing", "done")
    for step in ways.get(state) or columns[: columns.index(state) + 1 if state in columns else 0]:
        steps[step]()


MOVES = {
    "drafting": ("planned", lambda task, by: task.begin_drafting(by, TODAY)),
    "submission": ("drafting", lambda task, by: task.submit(by, TODAY, "9/TTr", TODAY - timedelta(days=1))),
    "approval": ("submitted", lambda task, by: task.approve(by, TODAY)),
    "return": ("submitted", lambda task, by: task.return_to_draft(by, TODAY, "Bổ sung")),
    "execution": ("approved", lambda task, by: task.begin_executing(by, TODAY)),
    "completion": ("executing", lambda task, by: task.complete(by, TODAY, "Đã xong", TODAY)),
    "reopening": ("done", lambda task, by: task.reopen(by, TODAY, "Thiếu")),
    "postponement": ("drafting", lambda task, by: task.postpone(by, TODAY, "Chờ", TODAY + timedelta(days=20))),
    "resumption": ("postponed", lambda task, by: task.resume(by, TODAY)),
    "cancellation": ("postponed", lambda task, by: task.cancel(by, TODAY, "Bỏ")),
    "restoration": ("cancelled", lambda task, by: task.restore(by, TODAY)),
}


@pytest.mark.parametrize("move", MOVES)
def test_every_move_is_taken_back_to_the_last_fact(office: Office, move: str) -> None:
    task, clerk = office.task("4"), office.actor("secretariat")
    state, make = MOVES[move]
    bring(task, state, clerk)
    before, version = facts(task), task.version
    days = [TODAY - timedelta(days=n) for n in range(5)] + [TODAY + timedelta(days=40)]
    counted = [count(tasks_as_of(office.session, office.organisation, 2026, day)) for day in days]
    make(task, clerk)
    office.session.flush()
    task.undo(clerk, TODAY)
    office.session.commit()
    assert facts(task) == before
    assert task.version == version + 2
    assert [count(tasks_as_of(office.session, office.organisation, 2026, day)) for day in days] == counted
    assert task.changes[-1].verb == "undo"
    assert still_standing(task.changes) == task.changes[:-2]


def test_a_step_before_is_taken_back_only_after_what_followed_it(office: Office) -> None:
    task, clerk = office.task("4"), office.actor("secretariat")
    bring(task, "submitted", clerk)
    office.session.flush()
    task.undo(clerk, TODAY)
    with pytest.raises(NotAllowed):
        task.undo(clerk, TODAY)
    assert task.state == "drafting"


@pytest.mark.parametrize("by", ["head", "leader", "viewer"])
def test_nobody_takes_back_what_somebody_else_did(office: Office, by: str) -> None:
    task = office.task("4")
    bring(task, "drafting", office.actor("secretariat"))
    office.session.flush()
    assert not task.may_undo(office.actor(by), TODAY)
    with pytest.raises(NotAllowed):
        task.undo(office.actor(by), TODAY)


def test_what_somebody_changed_since_is_not_taken_back(office: Office) -> None:
    task, head = office.task("4"), office.actor("head")
    bring(task, "drafting", head)
    task.assign(office.people["member"], office.actor("secretariat"), TODAY)
    office.session.flush()
    assert not task.may_undo(head, TODAY)


def test_what_is_said_of_a_task_does_not_stand_in_the_way(office: Office) -> None:
    task, head = office.task("4"), office.actor("head")
    bring(task, "drafting", head)
    task.note("Cần làm sớm", office.actor("leader"), TODAY)
    office.session.flush()
    task.undo(head, TODAY)
    assert task.state == "planned"


def test_a_move_of_another_day_stays(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    task, head = office.task("4"), office.actor("head")
    bring(task, "drafting", head)
    office.session.commit()
    tomorrow = TODAY + timedelta(days=1)
    monkeypatch.setenv("BANGVIEC_TODAY", tomorrow.isoformat())
    with pytest.raises(NotAllowed, match="trong ngày"):
        task.undo(head, tomorrow)


def test_who_lost_the_role_cannot_take_back(office: Office) -> None:
    task, head = office.task("4"), office.actor("head")
    bring(task, "drafting", head)
    office.session.flush()
    assert not task.may_undo(Actor("person", head.name, head.person_id), TODAY)


def test_nobody_is_told_of_what_was_taken_back(office: Office) -> None:
    session, task, head = office.session, office.task("4"), office.actor("head")
    roles = memberships(session, office.organisation)
    look_through(session, office.organisation, TODAY, roles)
    bring(task, "submitted", head)
    task.undo(head, TODAY)
    look_through(session, office.organisation, TODAY, roles)
    assert session.query(Concern).count() == 0
    task.submit(head, TODAY, "2/TTr", TODAY)
    look_through(session, office.organisation, TODAY, roles)
    assert session.query(Concern).count() > 0
    task.undo(head, TODAY)
    assert session.query(Concern).count() == 0


def test_a_flow_takes_nothing_back(office: Office) -> None:
    from planner.rolling import ROLL_OVER, open_due

    open_due(office.session, office.organisation, date(2026, 5, 11))
    office.session.flush()
    opened = next(task for task in office.tasks if task.state == "drafting")
    assert not opened.may_undo(ROLL_OVER, TODAY)
    assert isinstance(opened.changes[-1], Change)
    assert clock.today() == TODAY
