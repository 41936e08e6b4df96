"""The minutes of an overdue review: what was late when the day began, and what its lines of history decided."""

from datetime import date

import pytest
from office import TODAY, Office
from sqlalchemy import select

from planner.clock import on_day
from planner.errors import NotAllowed, Refusal
from planner.issuing import issue_minutes, refresh, release, write_remarks
from planner.issuing.review import DECIDED, reviewed
from planner.models import Mail, work_calendar
from planner.reminding import remind_now
from planner.sheets.minutes import DECISIONS

NEXT = date(2026, 5, 12)


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())


def told(office: Office, day: date = TODAY) -> dict[str, list[tuple[str, str, str]]]:
    """What the review decided, by the number of the row."""
    office.session.flush()
    items = reviewed(office.session, office.organisation, day)
    return {item.task.number: [(one.kind, one.to, one.why) for one in item.decisions] for item in items}


def test_what_was_late_when_the_day_began_is_reviewed(there: Office) -> None:
    found = {item.task.number: item for item in reviewed(there.session, there.organisation, TODAY)}
    assert sorted(found) == ["1", "4"]
    first = found["1"]
    assert (first.milestone, first.deadline, first.days) == ("submit", date(2026, 2, 27), 73)
    assert (first.board, first.decisions) == ("Ban Phong trào", ())


def test_each_line_of_the_day_is_a_decision_with_its_reason(there: Office) -> None:
    clerk, session = there.actor("secretariat"), there.session
    letter = remind_now(session, there.organisation, there.boards["dcpl"], [there.task("4")], clerk, TODAY)
    there.task("4").note("Báo cáo trước ngày 20/5", there.actor("leader"), TODAY)
    there.task("1").extend("submit", date(2026, 6, 1), clerk, TODAY, "Chờ kinh phí", work_calendar(session))
    there.task("1").hand_over(there.boards["tctg"], clerk, TODAY, "Phân công lại")
    assert told(there) == {
        "4": [("reminded", letter.data["code"], ""), ("noted", "", "Báo cáo trước ngày 20/5")],
        "1": [("extended", "2026-06-01", "Chờ kinh phí"), ("handed_over", "Ban Tổ chức - Tuyên giáo", "Phân công lại")],
    }
    by_number = {item.task.number: item for item in reviewed(session, there.organisation, TODAY)}
    assert (by_number["1"].board, by_number["1"].deadline) == ("Ban Phong trào", date(2026, 2, 27))


def test_what_was_dropped_put_off_or_left_undated_is_told_too(there: Office) -> None:
    clerk, session = there.actor("secretariat"), there.session
    there.task("4").cancel(clerk, TODAY, "Trùng nội dung")
    there.task("1").undate("submit", clerk, TODAY, "Chờ văn bản cấp trên", work_calendar(session))
    there.task("1").postpone(clerk, TODAY, "Chờ kinh phí", date(2026, 9, 1))
    assert told(there) == {
        "4": [("dropped", "", "Trùng nội dung")],
        "1": [("undated", "", "Chờ văn bản cấp trên"), ("postponed", "2026-09-01", "Chờ kinh phí")],
    }


def test_a_paper_handed_in_at_the_review_is_a_decision_though_it_counts_for_an_earlier_day(there: Office) -> None:
    clerk = there.actor("secretariat")
    there.task("4").begin_drafting(clerk, TODAY)
    there.task("4").submit(clerk, TODAY, "15/TTr", date(2026, 5, 8))
    assert told(there)["4"] == [("done", "2026-05-08", "")]


def test_other_days_decide_nothing(there: Office) -> None:
    clerk, session = there.actor("secretariat"), there.session
    with on_day(date(2026, 5, 10)):
        there.task("4").note("Hôm trước", clerk, date(2026, 5, 10))
        session.flush()
    with on_day(NEXT):
        there.task("4").note("Hôm sau", clerk, NEXT)
        session.flush()
    assert told(there) == {"4": [], "1": []}
    assert told(there, NEXT)["4"] == [("noted", "", "Hôm sau")]


def test_a_task_settled_on_the_day_before_is_not_late_any_more(there: Office) -> None:
    with on_day(date(2026, 5, 10)):
        there.task("4").cancel(there.actor("secretariat"), date(2026, 5, 10), "Thôi")
        there.session.flush()
    assert sorted(told(there)) == ["1"]


def test_every_decision_has_words_on_the_sheet() -> None:
    assert {kind for kind, _to in DECIDED.values()} == set(DECISIONS)


def test_minutes_wait_take_in_what_is_decided_later_and_go_to_the_boards_concerned(there: Office) -> None:
    session, clerk = there.session, there.actor("secretariat")
    minutes = issue_minutes(session, there.organisation, TODAY, clerk, TODAY)
    assert minutes is not None
    assert issue_minutes(session, there.organisation, TODAY, clerk, TODAY) is None
    assert (minutes.state, minutes.data["undecided"]) == ("draft", 2)
    there.task("4").note("Rà soát danh sách", clerk, TODAY)
    session.flush()
    with on_day(NEXT):
        refresh(session, minutes, clerk, NEXT)
        write_remarks(session, minutes, "Các ban nghiêm túc thực hiện.", clerk, NEXT)
        release(session, minutes, clerk, NEXT)
        session.commit()
    assert (minutes.data["undecided"], minutes.data["held_on"]) == (1, "2026-05-11")
    assert (minutes.data["code"], minutes.issued_on) == ("01/BB-MTTQ-BTT", NEXT)
    got = session.scalars(select(Mail.recipient).where(Mail.document_id == minutes.id))
    assert sorted(got) == sorted(there.people[who].email for who in ("head", "head_pt", "leader", "secretariat"))


def test_minutes_of_nothing_or_of_tomorrow_are_refused(office: Office) -> None:
    clerk, session = office.actor("secretariat"), office.session
    with pytest.raises(Refusal, match="chưa đến"):
        issue_minutes(session, office.organisation, NEXT, clerk, TODAY)
    with pytest.raises(Refusal, match="không có nhiệm vụ quá hạn"):
        issue_minutes(session, office.organisation, date(2026, 1, 12), clerk, TODAY)
    with pytest.raises(NotAllowed):
        issue_minutes(session, office.organisation, TODAY, office.actor("leader"), TODAY)


@pytest.mark.parametrize(("who", "may"), [("secretariat", True), ("leader", True), ("head", False), ("viewer", False)])
def test_who_may_note_an_opinion(office: Office, who: str, may: bool) -> None:
    task = office.task("4")
    version = task.version
    if may:
        task.note("Ý kiến", office.actor(who), TODAY)
        assert (task.version, task.state) == (version + 1, "planned")
        with pytest.raises(Refusal, match="nhập ý kiến"):
            task.note(" \n", office.actor(who), TODAY)
    else:
        with pytest.raises(NotAllowed):
            task.note("Ý kiến", office.actor(who), TODAY)
