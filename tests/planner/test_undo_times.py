"""A move of time is undone like any other; a request that it decided waits again, and nobody is told wrongly."""

from datetime import date, timedelta

import pytest
from office import TODAY, Office

from planner.as_of import as_of
from planner.errors import NotAllowed, Refusal
from planner.issuing.review import reviewed
from planner.mail_choices import AT_ONCE
from planner.models import Change, Concern, Task, TimeRequest, work_calendar
from planner.reviewing import approve_time, begin, take_back
from planner.sheets.happenings import moved
from planner.telling import post_concerns
from planner.telling.looking import look_through, memberships
from planner.undone import still_standing
from planner.wishes import Wish

JULY = Wish.of_month(2026, 7)


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())


def ask(office: Office, number: str = "2", kind: str = "execute", wish: Wish = JULY) -> TimeRequest:
    request = office.task(number).ask_time(kind, wish, office.actor("head"), TODAY, "Chờ hướng dẫn")
    office.session.flush()
    return request


def approve(office: Office, request: TimeRequest, key: str = "secretariat") -> Change:
    request.task.approve_time(request, office.actor(key), TODAY, work_calendar(office.session))
    office.session.flush()
    return request.task.changes[-1]


def text_of(task: Task, kind: str = "execute") -> str:
    milestone = task.milestone(kind)
    assert milestone is not None
    return milestone.text


@pytest.mark.parametrize("key", ["secretariat", "leader"])
def test_who_approved_takes_it_back_and_the_request_waits_again(office: Office, key: str) -> None:
    request = ask(office)
    task = request.task
    before = task.milestone("execute").facts()  # type: ignore[union-attr]
    approve(office, request, key)
    version = task.version
    task.undo(office.actor(key), TODAY)
    office.session.commit()
    assert task.milestone("execute").facts() == before  # type: ignore[union-attr]
    assert (request.state, request.decided_by, request.decided_at) == ("waiting", "", None)
    assert task.time_request("execute") is request
    assert [change.verb for change in task.changes[-3:]] == ["move_month", "take_back_period", "reconsider_time"]
    assert [change.verb for change in still_standing(task.changes)][-2:] == ["ask_time", "reconsider_time"]
    assert task.version == version + 2
    [then] = as_of([task], task.changes, TODAY)
    assert then.dates.execute and then.dates.execute.deadline == date(2026, 5, 29)
    assert not moved([then], task.changes)
    approve(office, request, key)
    assert text_of(task) == "Tháng 7/2026"


def test_a_refusal_is_taken_back_too(office: Office) -> None:
    request, leader = ask(office), office.actor("leader")
    request.task.refuse_time(request, leader, TODAY, "Không lùi được")
    office.session.flush()
    assert not request.task.may_undo(office.actor("secretariat"), TODAY)
    request.task.undo(leader, TODAY)
    assert (request.state, request.why, request.task.changes[-1].verb) == ("waiting", "", "reconsider_time")


def test_the_secretariats_own_move_is_undone_while_a_request_waits_on(office: Office) -> None:
    request, clerk = ask(office), office.actor("secretariat")
    task = request.task
    task.move_to_month("execute", 2026, 9, clerk, TODAY, "Theo chỉ đạo", work_calendar(office.session))
    office.session.flush()
    task.undo(clerk, TODAY)
    assert (text_of(task), request.is_waiting, request.was_overtaken) == ("Tháng 5", True, False)


def test_two_that_were_approved_at_once_go_back_one_by_one(office: Office) -> None:
    task = office.task("4")
    kinds = [milestone.kind for milestone in task.milestones]
    assert kinds == ["submit", "execute"]
    lines = [approve(office, ask(office, "4", kind)) for kind in kinds]
    for line in lines:
        task.take_back_time(line, office.actor("secretariat"), TODAY)
    office.session.commit()
    assert [task.time_request(kind) is not None for kind in kinds] == [True, True]
    assert not any(milestone.was_moved for milestone in task.milestones)


def test_another_request_made_since_stands_in_the_way(office: Office) -> None:
    request, clerk = ask(office), office.actor("secretariat")
    line, task = approve(office, request), request.task
    other = ask(office, wish=Wish.of_month(2026, 8))
    with pytest.raises(NotAllowed, match="đề nghị đổi thời gian mới"):
        task.undo(clerk, TODAY)
    with pytest.raises(Refusal, match="đề nghị khác đang chờ"):
        task.take_back_time(line, clerk, TODAY)
    task.withdraw_time(other, office.actor("head"), TODAY)
    task.take_back_time(line, clerk, TODAY)
    assert (request.state, other.state, text_of(task)) == ("waiting", "withdrawn", "Tháng 5")
    task.withdraw_time(request, office.actor("head"), TODAY)
    assert request.state == "withdrawn"


def test_what_was_moved_or_done_since_stays(office: Office) -> None:
    request, clerk = ask(office), office.actor("secretariat")
    line, task = approve(office, request), request.task
    task.move_to_month("execute", 2026, 9, clerk, TODAY, "Lý do", work_calendar(office.session))
    with pytest.raises(NotAllowed, match="thay đổi khác"):
        task.take_back_time(line, clerk, TODAY)
    assert request.state == "approved"


@pytest.mark.parametrize("key", ["leader", "head", "member", "viewer", "admin", "outsider"])
def test_nobody_takes_back_what_another_decided(office: Office, key: str) -> None:
    line = approve(office, request := ask(office))
    assert not request.task.may_take_back_time(line, office.actor(key), TODAY)
    with pytest.raises(NotAllowed):
        request.task.take_back_time(line, office.actor(key), TODAY)
    assert request.state == "approved"


def test_a_decision_of_another_day_stays(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    approve(office, request := ask(office))
    tomorrow = TODAY + timedelta(days=1)
    monkeypatch.setenv("BANGVIEC_TODAY", tomorrow.isoformat())
    with pytest.raises(NotAllowed, match="trong ngày"):
        request.task.undo(office.actor("secretariat"), tomorrow)


def test_who_asked_is_told_that_it_waits_again_and_nobody_that_it_moved(office: Office) -> None:
    session, request = office.session, ask(office)
    look_through(session, office.organisation, TODAY, roles := memberships(session, office.organisation))
    approve(office, request)
    look_through(session, office.organisation, TODAY, roles)
    request.task.undo(office.actor("secretariat"), TODAY)
    look_through(session, office.organisation, TODAY, roles)
    told = {(one.person_id, one.why) for one in session.query(Concern) if one.why != "time_asked"}
    assert told == {(office.people["head"].id, "time_waits_again")}


def test_who_asked_is_told_that_what_was_refused_waits_again(office: Office) -> None:
    session, request, leader = office.session, ask(office), office.actor("leader")
    roles = memberships(session, office.organisation)
    request.task.refuse_time(request, leader, TODAY, "Không lùi được")
    look_through(session, office.organisation, TODAY, roles)
    request.task.undo(leader, TODAY)
    look_through(session, office.organisation, TODAY, roles)
    told = {(one.person_id, one.why) for one in session.query(Concern) if one.why != "time_asked"}
    assert told == {(office.people["head"].id, "time_waits_again")}


def test_who_had_a_mail_of_the_move_hears_that_it_went_back(office: Office) -> None:
    session, request = office.session, ask(office)
    office.people["head"].mail_choice = AT_ONCE
    approve(office, request)
    post_concerns(session, office.organisation, TODAY)
    request.task.undo(office.actor("secretariat"), TODAY)
    roles = memberships(session, office.organisation)
    look_through(session, office.organisation, TODAY, roles)
    told = [one.why for one in session.query(Concern).order_by(Concern.id) if one.person_id == office.people["head"].id]
    assert told == ["time_granted", "moved", "time_waits_again"]
    task = request.task
    assert not moved(as_of([task], task.changes, TODAY), task.changes)


def test_a_refusal_that_was_mailed_and_taken_back_is_no_decision_of_the_day(office: Office) -> None:
    session, late, leader = office.session, office.task("4"), office.actor("leader")
    request = ask(office, "4")
    office.people["head"].mail_choice = AT_ONCE
    late.refuse_time(request, leader, TODAY, "Không lùi được")
    session.flush()
    post_concerns(session, office.organisation, TODAY)
    assert [one.kind for item in reviewed(session, office.organisation, TODAY) for one in item.decisions] == ["refused"]
    late.undo(leader, TODAY)
    session.flush()
    assert not [one for item in reviewed(session, office.organisation, TODAY) for one in item.decisions]
    look_through(session, office.organisation, TODAY, memberships(session, office.organisation))
    assert session.query(Concern).filter_by(why="time_waits_again").count() == 1


def test_what_an_open_session_decided_is_taken_back_there(office: Office) -> None:
    late, clerk = date(2026, 6, 15), office.actor("secretariat")
    request = ask(office, wish=Wish.of_month(2026, 8))
    review = begin(office.session, office.organisation, [request.task], clerk, late)
    line = approve_time(review.items[0], clerk, TODAY)
    with pytest.raises(NotAllowed, match="phiên rà soát"):
        request.task.undo(clerk, TODAY)
    assert not request.task.may_undo(clerk, TODAY)
    take_back(line, clerk, TODAY)
    assert (request.state, text_of(request.task)) == ("waiting", "Tháng 5")
