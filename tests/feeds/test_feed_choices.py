"""What a subscriber chose: which milestones, in which form, which alarms, with or without what is done."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar, Todo
from office import TODAY, Office
from sqlalchemy.orm import Session

import feeds
from planner.administration import rename_board
from planner.errors import Refusal
from planner.feed_choices import ALARM_DAYS, FORMS, MILESTONES, Choices
from planner.models import work_calendar

Build = Callable[..., bytes]
PERIODS, TODOS = Choices(form="periods"), Choices(form="todos")


@pytest.fixture
def build(office: Office, session: Session) -> Build:
    """The bytes of everything in some manner."""

    def built(choices: Choices = PERIODS, scope: str = "all", language: str = "vi") -> bytes:
        session.flush()
        return feeds.build(session, office.organisation, scope, language, choices)

    return built


def by_summary(parsed: dict) -> dict[str, dict]:
    return {e["summary"]: e for e in parsed["events"]}


def todos(content: bytes) -> dict[str, Todo]:
    return {str(todo["SUMMARY"]): todo for todo in Calendar.from_ical(content).walk("VTODO")}


@pytest.mark.parametrize(("milestones", "count"), [("both", 14), ("submit", 7), ("execute", 7)])
def test_submissions_executions_or_both(build: Build, parse, milestones: str, count: int) -> None:
    found = parse(build(Choices(milestones=milestones)))["events"]
    assert len(found) == count
    words = {"submit": {"Trình"}, "execute": {"Thực hiện"}, "both": {"Trình", "Thực hiện"}}
    assert {event["summary"].partition(":")[0] for event in found} == words[milestones]


def test_a_period_reaches_from_its_first_day_to_its_last(build: Build, parse) -> None:
    found = by_summary(parse(build()))
    month = found["Thực hiện: Hội nghị tiếp xúc cử tri trước kỳ họp thường lệ giữa năm"]
    assert (month["start"], month["end"]) == ("2026-05-01", "2026-06-01")  # the end is exclusive
    open_end = found["Thực hiện: Tuyên truyền kỷ niệm ngày thành lập Mặt trận"]
    assert (open_end["start"], open_end["end"]) == ("2026-08-01", "2026-08-02")
    before = found["Thực hiện: Góp ý dự thảo nghị quyết của Hội đồng nhân dân tỉnh"]
    assert (before["start"], before["end"]) == ("2026-05-15", "2026-05-16")


def test_alarms_of_a_period_count_back_from_its_deadline(build: Build, parse) -> None:
    found = by_summary(parse(build()))["Thực hiện: Hội nghị tiếp xúc cử tri trước kỳ họp thường lệ giữa năm"]
    hours = [alarm["seconds"] / 3600 for alarm in found["alarms"]]
    assert hours == [(28 - 7) * 24 + 8, (28 - 1) * 24 + 8]  # the deadline is Friday 29 May, day 28 after the first


@pytest.mark.parametrize(
    ("days", "hours"), [((), []), ((1,), [-16]), ((7, 3, 1, 0), [-160, -64, -16, 8])]
)  # fmt: skip
def test_alarms_as_the_person_chose(build: Build, parse, days: tuple[int, ...], hours: list[int]) -> None:
    for event in parse(build(Choices(alarms=days)))["events"]:
        assert [alarm["seconds"] / 3600 for alarm in event["alarms"]] == hours


def test_what_is_done_is_marked_or_left_out(build: Build, office: Office) -> None:
    task, head = office.task("1"), office.actor("head_pt")
    task.begin_drafting(head, TODAY)
    task.submit(head, TODAY, "12/TTr-BPT", date(2026, 2, 20))
    mark = "SUMMARY:✔ Trình: ".encode()
    assert mark in build(Choices())
    without = build(Choices(with_done=False))
    assert mark not in without
    assert without.count(b"BEGIN:VEVENT") == 13


def test_what_was_cancelled_stays_even_where_the_done_is_left_out(build: Build, office: Office) -> None:
    office.task("2").cancel(office.actor("secretariat"), TODAY, "Không tổ chức")
    assert b"STATUS:CANCELLED" in build(Choices(with_done=False))


def test_a_to_do_says_how_far_it_is(build: Build, office: Office) -> None:
    head = office.actor("head_pt")
    title = "Hướng dẫn tổ chức Ngày hội Đại đoàn kết toàn dân tộc"

    def progress() -> list[Any]:
        found = todos(build(TODOS))[f"Trình: {title}"]
        done = found.get("COMPLETED")
        return [str(found["STATUS"]), int(found["PERCENT-COMPLETE"]), done.to_ical() if done else None]

    assert progress() == ["NEEDS-ACTION", 0, None]
    office.task("1").begin_drafting(head, TODAY)
    assert progress() == ["IN-PROCESS", 50, None]
    office.task("1").submit(head, TODAY, "12/TTr-BPT", date(2026, 2, 20))
    found = todos(build(TODOS))[f"✔ Trình: {title}"]
    assert (str(found["STATUS"]), int(found["PERCENT-COMPLETE"])) == ("COMPLETED", 100)
    assert found["COMPLETED"].to_ical() == b"20260220T100000Z"  # the same day from UTC-10 to UTC+13
    office.task("2").cancel(office.actor("secretariat"), TODAY, "Không tổ chức")
    cancelled = todos(build(TODOS))["Hủy: Thực hiện: Hội nghị tiếp xúc cử tri trước kỳ họp thường lệ giữa năm"]
    assert str(cancelled["STATUS"]) == "CANCELLED"


def test_a_to_do_is_due_on_the_deadline_and_begins_before_it(build: Build) -> None:
    found = todos(build(TODOS))
    assert len(found) == 14
    first = found["Trình: Hướng dẫn tổ chức Ngày hội Đại đoàn kết toàn dân tộc"]
    assert (first["DTSTART"].dt, first["DUE"].dt) == (date(2026, 2, 1), date(2026, 2, 27))
    open_end = found["Thực hiện: Tuyên truyền kỷ niệm ngày thành lập Mặt trận"]
    assert (open_end["DTSTART"].dt, "DUE" in open_end) == (date(2026, 8, 1), False)
    before = found["Thực hiện: Góp ý dự thảo nghị quyết của Hội đồng nhân dân tỉnh"]
    assert ("DTSTART" in before, before["DUE"].dt) == (False, date(2026, 5, 15))
    related = {str(alarm["TRIGGER"].params.get("RELATED")) for alarm in before.walk("VALARM")}
    assert related == {"END"}  # there is no start to count from
    assert "TRANSP" not in first


def test_every_board_has_its_colour_for_ever(build: Build, office: Office, parse) -> None:
    found = parse(build())["events"]
    colours = {e["properties"]["categories"]["values"][0]: e["properties"]["color"]["values"][0] for e in found}
    assert len(set(colours.values())) == len(colours) == 3
    board = office.boards["pt"]
    board.name = "Ban mang tên khác"
    of_board = build(scope=f"board:{board.id}").decode()
    assert f"\r\nCOLOR:{colours['Ban Phong trào']}\r\nREFRESH" in of_board  # the calendar's own too


def test_a_new_name_of_a_board_is_a_new_revision_of_its_events(build: Build, office: Office, parse) -> None:
    before = parse(build())["events"][0]
    rename_board(office.boards["pt"], "Ban Phong trào, dân tộc", office.actor("admin"), TODAY)
    after = parse(build())["events"][0]
    assert after["sequence"] == before["sequence"] + 1
    assert after["properties"]["last-modified"]["values"] >= before["properties"]["last-modified"]["values"]


def test_what_changed_and_why_stands_in_the_description(
    build: Build, office: Office, session: Session, parse
) -> None:
    task, by, calendar = office.task("8"), office.actor("secretariat"), work_calendar(session)
    task.move_to_month("execute", 2026, 10, by, TODAY, "Chờ giảng viên", calendar)
    task.postpone(by, TODAY, "Chờ kinh phí")
    task.resume(by, TODAY)
    task.hand_over(office.boards["tctg"], by, TODAY, "Phân công lại")
    found = by_summary(parse(build(Choices())))
    execute = found["Thực hiện: Tập huấn công tác Mặt trận cho cán bộ cơ sở"]["description"].split("\n")
    submit = found["Trình: Tập huấn công tác Mặt trận cho cán bộ cơ sở"]["description"].split("\n")
    moved = "11/05/2026: Tháng 9 → Tháng 10/2026 (hạn 30/10/2026). Lý do: Chờ giảng viên"
    shared = [
        "11/05/2026: Chưa triển khai → Tạm hoãn. Lý do: Chờ kinh phí",
        "11/05/2026: Ban Phong trào → Ban Tổ chức - Tuyên giáo. Lý do: Phân công lại",
    ]
    assert execute[-3:] == [moved, *shared]
    assert submit[-2:] == shared
    assert moved not in submit


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_second_build_is_byte_equal(build: Build, form: str, language: str) -> None:
    assert build(Choices(form=form), language=language) == build(Choices(form=form), language=language)


def test_each_content_has_one_key() -> None:
    combinations = [
        Choices(milestones, form, alarms, with_done)
        for milestones in MILESTONES
        for form in FORMS
        for alarms in ((), (1,), (7, 1), ALARM_DAYS)
        for with_done in (True, False)
    ]
    assert len({choices.key("board:7") for choices in combinations}) == len(combinations)
    assert Choices().key("all") == "all"
    assert Choices("submit", "todos", (1,), False).key("board:7") == "board:7;submit;todos;alarms=1;undone"


@pytest.mark.parametrize("wrong", [{"milestones": "x"}, {"form": ""}, {"alarms": (2,)}, {"alarms": (1, 7)}])
def test_what_is_not_on_the_lists_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        Choices(**wrong)
