"""What a board co-operates on, as its printed digest says it."""

from datetime import date
from typing import Any

import pytest
from office import BOARDS, Office
from sqlalchemy.orm import Session

import printing
from planner.models import work_calendar
from planner.reporting import period_of
from planner.sheets.digest import digest_sheet


@pytest.fixture
def of_board(office: Office, session: Session) -> dict[str, Any]:
    """A board's digest for May 2026; it co-operates on two tasks of another board, one of them late."""
    by, board = office.actor("secretariat"), office.boards["pt"]
    for number in ("4", "2"):
        office.task(number).cooperate_with(board, by, date(2026, 2, 2))
    office.task("2").begin_executing(by, date(2026, 5, 4))
    office.task("2").extend("execute", date(2026, 6, 12), by, date(2026, 5, 8), "Kỳ họp lùi", work_calendar(session))
    session.flush()
    return digest_sheet(
        session,
        office.organisation,
        period=period_of(0, "month", 2026, 5),
        board=board,
        number=15,
        issued_on=date(2026, 6, 1),
    )


def test_it_stands_last_with_its_lead_and_apart_from_the_figures(of_board: dict[str, Any], pages: Any) -> None:
    text = " ".join(pages(printing.render("digest", of_board)))
    _, said = text.split("IV. NHIỆM VỤ PHỐI HỢP: 02 NHIỆM VỤ")
    assert f"Do bộ phận khác chủ trì, {BOARDS['pt']} phối hợp thực hiện; không tính vào số liệu ở trên." in said
    assert "TT Nhiệm vụ Chủ trì Mốc Hạn Trạng thái" in said
    assert "31/03/2026 Chưa triển khai (quá hạn 61 ngày)" in said
    assert "12/06/2026 Đang thực hiện" in said
    assert said.index("31/03/2026") < said.index("12/06/2026") < said.index("Trên đây là báo cáo")


def test_a_digest_that_was_issued_before_is_printed_as_it_was(of_board: dict[str, Any], pages: Any) -> None:
    del of_board["cooperating"]
    assert "PHỐI HỢP" not in " ".join(pages(printing.render("digest", of_board)))
