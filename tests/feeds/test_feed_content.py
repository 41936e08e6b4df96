"""What stands in a feed: every dated milestone on its day, as another program reads it."""

import re
from functools import partial

import pytest
from databases import selects
from icalendar import Calendar
from office import BOARDS, NAME, TODAY, Office
from sqlalchemy import Engine
from sqlalchemy.orm import Session

import feeds
from planner.errors import Refusal


def by_summary(parsed: dict) -> dict[str, dict]:
    return {e["summary"]: e for e in parsed["events"]}


def test_every_dated_milestone_is_an_all_day_event_on_its_deadline(office: Office, session: Session, parse) -> None:
    found = parse(feeds.build(session, office.organisation, "all"))["events"]
    expected = {(m.id, m.shown_on.isoformat()) for t in office.tasks for m in t.milestones if m.shown_on}
    assert {(int(re.findall(r"\d+", e["uid"])[0]), e["start"]) for e in found} == expected
    assert len(found) == len(expected) == 14
    assert all(e["allDay"] and e["days"] == 1 for e in found)
    first = by_summary({"events": found})["Trình: Hướng dẫn tổ chức Ngày hội Đại đoàn kết toàn dân tộc"]
    assert (first["start"], first["end"]) == ("2026-02-27", "2026-02-28")  # the last working day of February


def test_an_open_ended_milestone_stands_on_its_first_day_and_an_undated_one_nowhere(
    office: Office, session: Session, parse
) -> None:
    found = by_summary(parse(feeds.build(session, office.organisation, "all")))
    assert found["Thực hiện: Tuyên truyền kỷ niệm ngày thành lập Mặt trận"]["start"] == "2026-08-01"
    assert not [s for s in found if "Thăm hỏi" in s]
    assert not [s for s in found if s.startswith("Thực hiện: Giám sát")]


def test_before_a_day_is_the_day_before_it(office: Office, session: Session, parse) -> None:
    found = by_summary(parse(feeds.build(session, office.organisation, "all")))
    assert found["Thực hiện: Góp ý dự thảo nghị quyết của Hội đồng nhân dân tỉnh"]["start"] == "2026-05-15"


def test_an_event_says_what_the_document_said(office: Office, session: Session, parse) -> None:
    found = by_summary(parse(feeds.build(session, office.organisation, "all")))
    said = found["Trình: Hội nghị Ủy ban MTTQ tỉnh (lần 2/2)"]
    for fact in (
        "Kế hoạch: Chương trình công tác năm 2026",
        "Số thứ tự trong kế hoạch: 6",
        "Bộ phận tham mưu: Ban Phong trào",
        "Trình (theo văn bản): Tháng 5,11",
        "Thực hiện (theo văn bản): Tháng 6,12",
        "Trạng thái: Chưa triển khai",
    ):
        assert fact in said["description"].split("\n")
    properties = said["properties"]
    assert properties["categories"]["values"] == [BOARDS["pt"]]
    assert properties["url"]["values"] == [f"http://127.0.0.1:8080/tasks/{office.task('6', 2).id}"]
    assert properties["transp"]["values"] == ["TRANSPARENT"]
    assert properties["status"]["values"] == ["CONFIRMED"]


def test_alarms_ring_at_eight_in_the_morning_a_week_and_a_day_before(office: Office, session: Session, parse) -> None:
    for found in parse(feeds.build(session, office.organisation, "all"))["events"]:
        hours = [alarm["seconds"] / 3600 for alarm in found["alarms"]]
        assert hours == [-7 * 24 + 8, -24 + 8]
        assert {alarm["action"]["values"][0] for alarm in found["alarms"]} == {"DISPLAY"}
        assert [alarm["description"]["values"][0] for alarm in found["alarms"]] == ["Còn 7 ngày", "Còn 1 ngày"]


def test_the_calendar_names_itself_and_says_how_often_to_ask(office: Office, session: Session, parse) -> None:
    properties = parse(feeds.build(session, office.organisation, "all"))["properties"]
    said = {name: p["values"][0] for name, p in properties.items()}
    assert said["name"] == said["x-wr-calname"] == f"Bảng việc – {NAME}"
    assert (said["version"], said["calscale"], said["method"]) == ("2.0", "GREGORIAN", "PUBLISH")
    assert said["x-wr-timezone"] == "Asia/Ho_Chi_Minh"
    assert said["refresh-interval"] == said["x-published-ttl"] == "PT1H"
    assert properties["refresh-interval"]["type"] == "duration"


def test_a_board_has_its_own_tasks_and_a_head_those_of_the_board(office: Office, session: Session, parse) -> None:
    board = parse(feeds.build(session, office.organisation, f"board:{office.boards['dcpl'].id}"))["events"]
    head = parse(feeds.build(session, office.organisation, f"person:{office.people['head'].id}"))["events"]
    assert [e["uid"] for e in board] == [e["uid"] for e in head]
    assert {e["properties"]["categories"]["values"][0] for e in board} == {BOARDS["dcpl"]}
    assert len(board) == 3


def test_a_member_sees_what_is_assigned_to_them_wherever_it_is(office: Office, session: Session, parse) -> None:
    member = office.people["member"]
    key = f"person:{member.id}"
    assert parse(feeds.build(session, office.organisation, key))["events"] == []
    office.task("1").assign(member, office.actor("secretariat"), office.plan.imported_on)
    session.flush()
    assert len(parse(feeds.build(session, office.organisation, key))["events"]) == 2


@pytest.mark.parametrize("key", ["board:999", "board:x", "person:0", "person:99999999999999999999", "every", ""])
def test_a_scope_that_is_not_there_is_refused(office: Office, session: Session, key: str) -> None:
    with pytest.raises(Refusal):
        feeds.build(session, office.organisation, key)


def test_boards_and_people_of_another_organisation_have_no_calendar_here(office: Office, session: Session) -> None:
    neighbour = office.people["outsider"].memberships[0].organisation
    with pytest.raises(feeds.NoSuchScope):
        feeds.build(session, neighbour, f"board:{office.boards['pt'].id}")
    with pytest.raises(feeds.NoSuchScope):
        feeds.build(session, office.organisation, f"person:{office.people['outsider'].id}")


def test_english_words_come_from_the_catalogue_but_titles_stay(office: Office, session: Session) -> None:
    content = feeds.build(session, office.organisation, "all", "en").decode()
    assert "X-BANGVIEC-SCOPE:all en" in content
    assert content.count("BEGIN:VEVENT") == 14
    office.task("2").cancel(office.actor("secretariat"), TODAY, "Không tổ chức")
    found = Calendar.from_ical(feeds.build(session, office.organisation, "all", "en")).walk("VEVENT")
    titles = {str(event["SUMMARY"]) for event in found}
    assert {f"Submit: {office.task('1').title}", f"Cancelled: Execute: {office.task('2').title}"} <= titles
    assert {title.partition(": ")[0] for title in titles} == {"Submit", "Execute", "Cancelled"}


def test_the_number_of_queries_does_not_grow_with_the_tasks(office: Office, session: Session, engine: Engine) -> None:
    counts = []
    for key in ("all", f"board:{office.boards['tctg'].id}"):
        session.expire_all()
        _ = office.organisation.id
        counts.append(selects(engine, partial(feeds.build, session, office.organisation, key)))
    # the revision, stamps, renamings, what left, tasks, milestones, reasons, co-operation; and the board's name
    assert counts == [8, 9]


def test_a_board_and_an_organisation_may_have_commas_in_their_names(office: Office, session: Session, parse) -> None:
    office.boards["pt"].name = "Ban Phong trào, Dân tộc; Tôn giáo \\N"
    office.organisation.name = "Ủy ban MTTQ xã A, B; C"
    session.flush()
    content = feeds.build(session, office.organisation, "all")
    parsed = parse(content)
    # NAME is a TEXT (RFC 7986, section 5.1) and so escaped; ical.js and icalendar do not know it and leave it as it is.
    assert "NAME:Bảng việc – Ủy ban MTTQ xã A\\, B\\; C\r\n".encode() in content
    assert parsed["events"][0]["properties"]["categories"]["values"] == ["Ban Phong trào, Dân tộc; Tôn giáo \\N"]
