"""Reports of boards on PostgreSQL, whose JSON differs."""

from datetime import date

from office import BOARDS, make_office
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from planner.models import Target
from planner.reporting import period_of
from planner.sheets.annex import annex_sheet
from planner.sheets.digest import digest_sheet


def test_a_boards_report_and_the_annex_are_the_same_there(postgres: Engine) -> None:
    with Session(postgres) as session:
        office = make_office(session)
        by, board = office.actor("secretariat"), office.boards["pt"]
        office.task("1").hand_over(office.boards["dcpl"], by, date(2026, 3, 2), "Phân công lại")
        office.plan.targets.append(Target(position=0, text="Chỉ tiêu", due="trong quý II"))
        session.flush()
        quarter = period_of(0, "quarter", 2026, 1)
        data = digest_sheet(session, office.organisation, period=quarter, board=board, issued_on=date(2026, 4, 1))
        assert (data["counts"]["total"], [line["after"] for line in data["moved"]]) == (4, [BOARDS["dcpl"]])
        other = digest_sheet(
            session, office.organisation, period=quarter, board=office.boards["dcpl"], issued_on=date(2026, 4, 1)
        )
        assert [(line["before"], line["after"]) for line in other["moved"]] == [(BOARDS["pt"], BOARDS["dcpl"])]
        whole = digest_sheet(session, office.organisation, period=quarter, issued_on=date(2026, 4, 1))
        assert [target["day"] for target in whole["targets"]] == ["2026-06-30"]
        assert len(annex_sheet(session, office.plan, day=date(2026, 4, 1))["rows"]) == 9
