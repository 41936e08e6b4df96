"""A board's digest tells what it co-operates on, apart from its own work and in none of its counts."""

from datetime import date
from typing import Any

from office import BOARDS, Office
from sqlalchemy.orm import Session

from planner.cooperating import link_name
from planner.issuing import scopes_without_report
from planner.reporting import period_of
from planner.sheets.digest import digest_sheet

MAY, JUNE = date(2026, 5, 11), date(2026, 6, 1)


def digest(office: Office, board: str | None, issued_on: date = JUNE) -> dict[str, Any]:
    office.session.commit()
    which = office.boards[board] if board else None
    return digest_sheet(
        office.session, office.organisation, period=period_of(0, "month", 2026, 5), board=which, issued_on=issued_on
    )


def cooperate(office: Office, number: str, board: str, on: date = MAY) -> None:
    office.task(number).cooperate_with(office.boards[board], office.actor("secretariat"), on)


def test_it_names_lead_state_and_deadline(office: Office) -> None:
    cooperate(office, "4", "pt")
    (line,) = digest(office, "pt")["cooperating"]
    assert (line["number"], line["board"], line["state"]) == ("4", BOARDS["dcpl"], "planned")
    assert (line["milestone"], line["deadline"], line["standing"], line["days"]) == (
        "submit", "2026-03-31", "overdue", 61,
    )  # fmt: skip


def test_it_changes_no_figure_and_no_other_list(office: Office) -> None:
    before = digest(office, "pt")
    cooperate(office, "4", "pt")
    after = digest(office, "pt")
    assert {key for key in after if after[key] != before[key]} == {"cooperating"}


def test_the_whole_organisation_s_digest_and_the_lead_s_have_no_such_list(office: Office) -> None:
    cooperate(office, "4", "pt")
    assert digest(office, None)["cooperating"] == digest(office, "dcpl")["cooperating"] == []


def test_done_work_stands_there_in_its_month_only_and_cancelled_work_never(office: Office) -> None:
    by = office.actor("secretariat")
    for number, on in (("2", date(2026, 5, 20)), ("7", date(2026, 4, 20))):
        cooperate(office, number, "pt", date(2026, 2, 2))
        office.task(number).begin_executing(by, on)
        office.task(number).complete(by, on, "Đã tổ chức", on)
    cooperate(office, "4", "pt")
    office.task("4").cancel(by, MAY, "Không tổ chức")
    assert [line["number"] for line in digest(office, "pt")["cooperating"]] == ["2"]


def test_a_digest_made_later_says_who_cooperated_then(office: Office) -> None:
    cooperate(office, "4", "pt")
    cooperate(office, "7", "pt")
    before = digest(office, "pt")["cooperating"]
    by, later = office.actor("secretariat"), date(2026, 6, 10)
    office.task("4").hand_over(office.boards["pt"], by, later, "Phân công lại")
    office.task("7").end_cooperation(office.boards["pt"], by, later)
    cooperate(office, "2", "pt", later)
    assert digest(office, "pt", date(2026, 8, 3))["cooperating"] == before


def test_what_is_linked_later_was_so_from_the_beginning(office: Office, session: Session) -> None:
    office.task("4").name_cooperators(["Ban PT"])
    session.commit()
    assert digest(office, "pt")["cooperating"] == []
    by = office.actor("secretariat")
    link_name(session, office.organisation, "Ban PT", office.boards["pt"], by, date(2026, 6, 10))
    assert [line["number"] for line in digest(office, "pt")["cooperating"]] == ["4"]


def test_a_board_that_only_cooperates_has_a_digest_if_somebody_heads_it(office: Office, session: Session) -> None:
    by = office.actor("secretariat")
    helper = office.organisation.add_board("Ban Kinh tế")
    session.flush()
    office.task("4").cooperate_with(helper, by, MAY)
    session.commit()
    assert helper not in scopes_without_report(session, office.organisation, period_of(0, "month", 2026, 5))
    office.people["viewer"].give_role("head", office.organisation, helper)
    session.commit()
    assert helper in scopes_without_report(session, office.organisation, period_of(0, "month", 2026, 5))
