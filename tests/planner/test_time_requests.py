"""A board asks for another time; the milestone stays until the secretariat or the Standing Board decides."""

from collections.abc import Callable
from datetime import date

import pytest
from office import TODAY, Office
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from planner.as_of import as_of
from planner.errors import NotAllowed, Refusal
from planner.mail_choices import AT_ONCE
from planner.models import Change, Concern, Task, TimeRequest, work_calendar
from planner.telling import post_concerns
from planner.telling.concerned import Cast, Event, concerned
from planner.telling.saying import line_of
from planner.wishes import Wish

JULY = Wish.of_month(2026, 7)


def asked(office: Office, wish: Wish = JULY, key: str = "head") -> tuple[Task, TimeRequest]:
    task = office.task("2")
    request = task.ask_time("execute", wish, office.actor(key), TODAY, "Chờ hướng dẫn của cấp trên")
    office.session.commit()
    return task, request


def approve(office: Office, task: Task, request: TimeRequest, key: str = "secretariat") -> None:
    task.approve_time(request, office.actor(key), TODAY, work_calendar(office.session))
    office.session.commit()


def test_asking_moves_nothing_and_says_so_in_the_history(office: Office) -> None:
    task, request = asked(office)
    milestone = task.milestone("execute")
    assert milestone and (milestone.text, milestone.deadline) == ("Tháng 5", date(2026, 5, 29))
    assert request.is_waiting
    assert task.time_request("execute") is request
    change = task.changes[-1]
    assert (change.verb, change.after["text"], change.reason) == ("ask_time", "Tháng 7/2026", request.reason)
    lines = office.session.scalars(select(Change).order_by(Change.id)).all()
    [then] = as_of([task], lines, TODAY)
    assert then.dates.execute and then.dates.execute.deadline == date(2026, 5, 29)


@pytest.mark.parametrize("key", ["secretariat", "leader"])
def test_who_decides_approves_and_both_names_stay(office: Office, key: str) -> None:
    task, request = asked(office, key="member")
    approve(office, task, request, key)
    milestone, change = task.milestone("execute"), task.changes[-1]
    assert milestone and (milestone.text, milestone.first_text) == ("Tháng 7/2026", "Tháng 5")
    assert (change.verb, change.reason) == ("move_month", "Chờ hướng dẫn của cấp trên")
    assert (change.actor_name, change.after["asked_by"]) == (office.people[key].name, office.people["member"].name)
    assert (request.state, request.decided_by) == ("approved", office.people[key].name)


@pytest.mark.parametrize("key", ["head_pt", "viewer", "leader", "secretariat", "admin", "outsider"])
def test_only_the_board_itself_asks(office: Office, key: str) -> None:
    with pytest.raises(NotAllowed):
        office.task("2").ask_time("execute", JULY, office.actor(key), TODAY, "Lý do")


@pytest.mark.parametrize("key", ["head", "member", "viewer", "admin", "outsider"])
def test_nobody_else_decides(office: Office, key: str) -> None:
    task, request = asked(office)
    with pytest.raises(NotAllowed):
        approve(office, task, request, key)
    with pytest.raises(NotAllowed):
        task.refuse_time(request, office.actor(key), TODAY, "Không")
    assert request.is_waiting


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        (JULY, " "),
        (Wish.of_month(2026, 5), "Đúng tháng đang ghi"),
        (Wish("extension", date(2026, 5, 20)), "Sớm hơn hạn"),
    ],
)
def test_what_makes_no_sense_is_not_asked(office: Office, wish: Wish, reason: str) -> None:
    with pytest.raises(Refusal):
        office.task("2").ask_time("execute", wish, office.actor("head"), TODAY, reason)


def test_one_request_at_a_time_waits(office: Office) -> None:
    task, request = asked(office)
    with pytest.raises(Refusal, match="đang chờ duyệt"):
        task.ask_time("execute", Wish("undating"), office.actor("member"), TODAY, "Lý do khác")
    with pytest.raises(NotAllowed):
        task.withdraw_time(request, office.actor("member"), TODAY)
    task.withdraw_time(request, office.actor("head"), TODAY)
    again = task.ask_time("execute", Wish("undating"), office.actor("member"), TODAY, "Lý do khác")
    approve(office, task, again)
    milestone = task.milestone("execute")
    assert milestone and milestone.is_undated
    assert milestone.first_deadline == date(2026, 5, 29)


def test_refusing_needs_a_reason_and_leaves_the_milestone(office: Office) -> None:
    task, request = asked(office, Wish("extension", date(2026, 6, 15)))
    with pytest.raises(Refusal, match="lý do"):
        task.refuse_time(request, office.actor("leader"), TODAY, "")
    task.refuse_time(request, office.actor("leader"), TODAY, "Việc không lùi được")
    milestone = task.milestone("execute")
    assert milestone and milestone.text == "Tháng 5"
    assert (request.state, request.why) == ("refused", "Việc không lùi được")
    with pytest.raises(Refusal, match="đã được giải quyết"):
        approve(office, task, request)


def test_what_became_impossible_meanwhile_stays_waiting(office: Office) -> None:
    """The milestone was done: approving refuses before anything is changed."""
    task, request = asked(office)
    task.begin_executing(office.actor("head"), TODAY)
    task.complete(office.actor("head"), TODAY, "Đã tổ chức")
    assert request.was_overtaken
    version = task.version
    with pytest.raises(Refusal, match="đã xong"):
        approve(office, task, request)
    assert (request.state, task.version) == ("waiting", version)


def test_a_move_since_then_is_seen(office: Office) -> None:
    task, request = asked(office)
    assert not request.was_overtaken
    task.move_to_month("execute", 2026, 6, office.actor("secretariat"), TODAY, "Lý do", work_calendar(office.session))
    assert request.was_overtaken
    approve(office, task, request)
    milestone = task.milestone("execute")
    assert milestone and milestone.text == "Tháng 7/2026"


def test_postgresql_holds_one_waiting_request_a_milestone(new_postgres: Callable[[], Engine]) -> None:
    from office import make_office

    engine = new_postgres()
    with Session(engine, expire_on_commit=False) as session:
        office = make_office(session)
        task, request = asked(office)
        task.withdraw_time(request, office.actor("head"), TODAY)
        _, second = asked(office, Wish("undating"))
        copied = ("organisation_id", "task_id", "milestone_id", "what", "reason", "asked_by", "asked_at", "text")
        session.add(TimeRequest(**{name: getattr(second, name) for name in copied}, state="waiting"))
        with pytest.raises(IntegrityError):
            session.commit()
        session.rollback()
        approve(office, task, second)
    engine.dispose()


def test_the_secretariat_hears_of_a_request_and_the_asker_of_the_decision() -> None:
    cast = Cast(heads={1: frozenset([10])}, leaders=frozenset([30]), secretariat=frozenset([40]))
    assert concerned(Event("ask_time", 1, by=20, asker=20), cast) == {40: "time_asked"}
    assert concerned(Event("refuse_time", 1, by=40, asker=20), cast) == {20: "time_refused"}
    assert concerned(Event("move_month", 1, by=40, asker=20), cast) == {20: "time_granted", 10: "moved"}
    without_office = Cast(leaders=frozenset([30]))
    assert concerned(Event("ask_time", 1, by=20, asker=20), without_office) == {30: "time_asked"}


def test_mails_tell_of_requests_while_they_wait(office: Office) -> None:
    """The second request was withdrawn before the mail was written, so nobody is asked to decide it."""
    _, request = asked(office)
    task = office.task("7")
    other = task.ask_time("execute", JULY, office.actor("head"), TODAY, "Lý do khác")
    task.withdraw_time(other, office.actor("head"), TODAY)
    office.people["secretariat"].mail_choice = AT_ONCE
    office.session.commit()
    post_concerns(office.session, office.organisation, TODAY)
    mailed = select(Concern).where(Concern.why == "time_asked", Concern.mail_id.is_not(None))
    told = office.session.scalars(mailed).all()
    assert [one.task_id for one in told] == [request.task_id]
    assert "đề nghị đổi thời gian Thực hiện: Tháng 5 → Tháng 7/2026" in line_of(told[0], "vi")
