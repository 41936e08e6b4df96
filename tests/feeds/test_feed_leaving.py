"""What leaves a feed stays in it as cancelled for a year, so that every program takes it away."""

from collections.abc import Callable
from datetime import date

import pytest
from icalendar import Calendar, Component
from office import TODAY, Office
from sqlalchemy.orm import Session

import feeds
from planner.cooperating import link_name, unlink_name
from planner.feed_choices import Choices
from planner.models import Cooperation, Task, work_calendar

Read = Callable[..., dict[str, Component]]
TITLE = "Hội nghị tiếp xúc cử tri trước kỳ họp thường lệ giữa năm"


@pytest.fixture
def read(office: Office, session: Session) -> Read:
    """The components of a scope by UID."""

    def reading(scope: str, choices: Choices | None = None, language: str = "vi") -> dict[str, Component]:
        session.flush()
        content = feeds.build(session, office.organisation, scope, language, choices or Choices())
        assert Calendar.from_ical(content).to_ical(sorted=False) == content
        return {str(one["UID"]): one for one in Calendar.from_ical(content).subcomponents}

    return reading


def uid(task: Task, kind: str = "execute") -> str:
    return f"milestone-{task.milestone(kind).id}@{task.organisation.key}"  # type: ignore[union-attr]


def board(office: Office, key: str, kind: str = "board") -> str:
    return f"{kind}:{office.boards[key].id}"


def said(component: Component) -> tuple[str, str]:
    return str(component["SUMMARY"]), str(component["STATUS"])


def test_a_task_handed_to_another_board_is_cancelled_in_the_old_one_s_feed(office: Office, read: Read) -> None:
    task = office.task("2")
    before = read(board(office, "dcpl"))[uid(task)]
    task.hand_over(office.boards["pt"], office.actor("secretariat"), TODAY, "Phân công lại")
    old, new = read(board(office, "dcpl"))[uid(task)], read(board(office, "pt"))[uid(task)]
    assert said(old) == (f"Đã chuyển: Thực hiện: {TITLE}", "CANCELLED")
    assert said(new) == (f"Thực hiện: {TITLE}", "CONFIRMED")
    assert old["SEQUENCE"] == new["SEQUENCE"] == before["SEQUENCE"] + 1
    assert old["DTSTART"].dt == before["DTSTART"].dt
    assert (len(old.walk("VALARM")), len(new.walk("VALARM"))) == (0, 2)
    lines = str(old["DESCRIPTION"]).split("\n")
    assert lines[0].startswith("Việc này không còn thuộc lịch đang xem")
    assert lines[-1] == "11/05/2026: Ban Dân chủ - Pháp luật → Ban Phong trào. Lý do: Phân công lại"
    assert said(read("all")[uid(task)]) == said(new)
    assert uid(task) not in read(board(office, "tctg"))


def test_it_is_as_before_when_it_comes_back(office: Office, read: Read) -> None:
    task, by = office.task("2"), office.actor("secretariat")
    for to in ("pt", "dcpl"):
        task.hand_over(office.boards[to], by, TODAY, "Phân công lại")
    assert said(read(board(office, "dcpl"))[uid(task)]) == (f"Thực hiện: {TITLE}", "CONFIRMED")
    assert said(read(board(office, "pt"))[uid(task)])[1] == "CANCELLED"


@pytest.mark.parametrize("leave", ["to another", "to nobody", "to another board"])
def test_what_is_no_longer_mine_is_cancelled_in_my_feed(office: Office, read: Read, leave: str) -> None:
    task, by, member = office.task("2"), office.actor("secretariat"), office.people["member"]
    mine = f"person:{member.id}"
    assert uid(task) not in read(mine)
    task.assign(member, by, TODAY)
    assert said(read(mine)[uid(task)])[1] == "CONFIRMED"
    if leave == "to another board":
        task.hand_over(office.boards["pt"], by, TODAY, "Phân công lại")
    else:
        task.assign(office.people["head"] if leave == "to another" else None, by, TODAY)
    assert said(read(mine)[uid(task)]) == (f"Đã chuyển: Thực hiện: {TITLE}", "CANCELLED")


def test_a_head_s_own_feed_takes_leave_of_what_the_board_gave_away(office: Office, read: Read) -> None:
    task = office.task("2")
    task.hand_over(office.boards["pt"], office.actor("secretariat"), TODAY, "Phân công lại")
    assert said(read(f"person:{office.people['head'].id}")[uid(task)])[1] == "CANCELLED"


@pytest.mark.parametrize("leave", ["ended", "leads"])
def test_work_on_which_a_board_no_longer_cooperates(office: Office, read: Read, leave: str) -> None:
    task, by, other = office.task("2"), office.actor("secretariat"), office.boards["pt"]
    task.cooperate_with(other, by, TODAY)
    assert said(read(board(office, "pt", "cooperating"))[uid(task)])[1] == "CONFIRMED"
    if leave == "ended":
        task.end_cooperation(other, by, TODAY)
    else:
        task.hand_over(other, by, TODAY, "Phân công lại")
    found = read(board(office, "pt", "cooperating"))[uid(task)]
    assert said(found) == (f"Thôi phối hợp: Thực hiện: {TITLE}", "CANCELLED")


def test_a_name_that_is_no_longer_the_board_s(office: Office, session: Session, read: Read) -> None:
    task, by, other = office.task("2"), office.actor("secretariat"), office.boards["pt"]
    task.cooperations.append(Cooperation(name="Ban PT"))
    session.flush()
    link_name(session, office.organisation, "Ban PT", other, by, TODAY)
    assert said(read(board(office, "pt", "cooperating"))[uid(task)])[1] == "CONFIRMED"
    unlink_name(session, office.organisation, "Ban PT", other, by, TODAY)
    assert said(read(board(office, "pt", "cooperating"))[uid(task)])[1] == "CANCELLED"


def test_a_time_that_the_plan_gives_no_longer_is_cancelled_on_its_day(
    office: Office, session: Session, read: Read
) -> None:
    task, by, calendar = office.task("2"), office.actor("secretariat"), work_calendar(session)
    before = read("all")[uid(task)]
    task.revise_period("execute", "Chưa xác định", None, by, TODAY, "Bản ban hành lại", calendar)
    found = read("all")[uid(task)]
    assert said(found) == (f"Không còn trong kế hoạch: Thực hiện: {TITLE}", "CANCELLED")
    assert (found["DTSTART"].dt, found["SEQUENCE"]) == (before["DTSTART"].dt, before["SEQUENCE"] + 1)
    assert found.walk("VALARM") == []
    task.move_to_month("execute", 2026, 7, by, TODAY, "Ấn định lại", calendar)
    found = read("all")[uid(task)]
    assert (*said(found), found["DTSTART"].dt) == (f"Thực hiện: {TITLE}", "CONFIRMED", date(2026, 7, 31))
    task.undate("execute", by, TODAY, "Chờ lịch họp", calendar)
    assert uid(task) not in read("all")  # it goes on without a date


def test_to_dos_take_leave_too(office: Office, read: Read) -> None:
    task = office.task("2")
    task.hand_over(office.boards["pt"], office.actor("secretariat"), TODAY, "Phân công lại")
    found = read(board(office, "dcpl"), Choices(form="todos"))[uid(task)]
    assert said(found)[1] == "CANCELLED"
    assert "PERCENT-COMPLETE" not in found


def test_it_stays_for_a_year_of_changes_and_not_of_days(
    office: Office, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    task, by = office.task("2"), office.actor("secretariat")
    task.hand_over(office.boards["pt"], by, TODAY, "Phân công lại")
    monkeypatch.setenv("BANGVIEC_TODAY", "2027-10-01")
    assert uid(task) in read(board(office, "dcpl"))
    monkeypatch.setenv("BANGVIEC_TODAY", "2026-11-01")
    office.task("1").begin_drafting(by, TODAY)
    assert uid(task) in read(board(office, "dcpl"))
    monkeypatch.setenv("BANGVIEC_TODAY", "2028-10-01")
    office.task("1").postpone(by, TODAY, "Chờ hướng dẫn")
    assert uid(task) not in read(board(office, "dcpl"))


def test_made_together_or_alone_it_is_the_same(office: Office, session: Session) -> None:
    task, by = office.task("2"), office.actor("secretariat")
    task.cooperate_with(office.boards["tctg"], by, TODAY)
    task.end_cooperation(office.boards["tctg"], by, TODAY)
    task.hand_over(office.boards["pt"], by, TODAY, "Phân công lại")
    session.flush()
    made = {one.key: one.content for one in feeds.make_stale(session, office.organisation, TODAY)}
    assert len(made) == 4
    assert made == {key: feeds.build(session, office.organisation, key) for key in made}
