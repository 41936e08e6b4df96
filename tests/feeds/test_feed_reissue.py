"""A plan that is issued again takes work out of calendars: what it no longer gives is cancelled there."""

from datetime import date

from icalendar import Calendar
from issued import ROWS, SECOND_DAY, accept_all, again, issue_again, issue_first, replaced
from sqlalchemy.orm import Session

import feeds
from planner.actor import COMMAND
from planner.models import Plan
from planner.reissuing.applying import reissue
from planner.reissuing.comparing import compare


def events(session: Session, plan: Plan, scope: str = "all") -> dict[str, tuple[str, date]]:
    content = feeds.build(session, plan.organisation, scope)
    found = Calendar.from_ical(content).walk("VEVENT")
    return {str(one["SUMMARY"]): (str(one["STATUS"]), one["DTSTART"].dt) for one in found}


def test_a_time_and_a_row_that_the_new_issue_leaves_out(session: Session) -> None:
    plan = issue_first(session)
    before = events(session, plan)
    rows = [row for row in replaced(ROWS, "1", execute="") if row[0] != "2"]
    issue_again(session, plan, rows)
    session.expire_all()
    after = events(session, plan)
    gone = {title: event for title, event in after.items() if event[0] == "CANCELLED"}
    first, second = ROWS[0][1], ROWS[1][1]
    assert {title.partition(": ")[0] for title in gone} == {"Không còn trong kế hoạch", "Hủy"}
    for mark, title in (("Không còn trong kế hoạch", first), ("Hủy", second)):
        assert gone[f"{mark}: Thực hiện: {title}"][1] == before[f"Thực hiện: {title}"][1]


def test_a_board_that_the_new_issue_no_longer_names_among_the_co_operating(session: Session) -> None:
    plan = issue_first(session)
    for words in (["Ban Dân chủ", "Hội Nông dân xã"], ["Hội Nông dân xã"]):
        new = again(ROWS, name=str(words))
        new.rows[0].cooperating = words
        reissue(session, plan, new, accept_all(compare(plan, new)), COMMAND, SECOND_DAY, None)
        session.flush()
        session.expire_all()
        board = plan.organisation.board_named("Ban Dân chủ")
        assert board is not None
        statuses = {status for status, _day in events(session, plan, f"cooperating:{board.id}").values()}
        assert statuses == ({"CONFIRMED"} if len(words) == 2 else {"CANCELLED"})


def test_another_title_of_the_plan_is_a_new_revision_of_every_event_and_the_same_title_of_none(
    session: Session,
) -> None:
    plan = issue_first(session)

    def revisions() -> dict[str, int]:
        found = Calendar.from_ical(feeds.build(session, plan.organisation, "all")).walk("VEVENT")
        return {str(one["UID"]): int(one["SEQUENCE"]) for one in found}

    first = revisions()
    issue_again(session, plan, [*ROWS, ("6", "Đại hội thi đua", "Ban Phong trào", "", "Tháng 8")])
    second = revisions()
    assert {uid: second[uid] for uid in first} == first
    retitled = again([*ROWS, ("6", "Đại hội thi đua", "Ban Phong trào", "", "Tháng 9")], name="lan-ba.docx")
    retitled.title = "Chương trình công tác năm 2026 (sửa đổi)"
    reissue(session, plan, retitled, accept_all(compare(plan, retitled)), COMMAND, SECOND_DAY, None)
    session.flush()
    session.expire_all()
    third = revisions()
    assert all(third[uid] > second[uid] for uid in second)
