"""Products, costs and notes of a row: read by their headers, kept word for word, compared with those of a new issue."""

import pytest
from issued import ROWS, SECOND_DAY, accept_all, again, issue_first, row_named
from sqlalchemy import update
from sqlalchemy.orm import Session

from planner.actor import COMMAND
from planner.models import Plan, PlanRow
from planner.reading import draft_from_json, draft_to_json, read_document
from planner.reissuing.applying import reissue
from planner.reissuing.comparing import Difference, compare

TABLE = """TT\tNội dung công việc\tKinh phí\tBộ phận tham mưu\tThời gian thực hiện\tSản phẩm\tGhi chú
1\tHội nghị báo cáo viên\t12.000.000 đồng\tBan Tuyên giáo\tTháng 3\tKế hoạch;  báo cáo\t
2\tThăm hộ nghèo\t-\tBan Phong trào\tTháng 4\tnt\tTheo hướng dẫn
3\tHội nghị tổng kết\t\tVăn phòng\tTháng 12\t\t
"""


def test_they_are_read_by_their_headers_and_kept_with_the_draft() -> None:
    draft = read_document(f"KẾ HOẠCH CÔNG TÁC NĂM 2026\n\n{TABLE}".encode(), "ke-hoach.txt")
    for one in (draft, draft_from_json(draft_to_json(draft))):
        assert [row.extras for row in one.rows] == [
            {"Kinh phí": "12.000.000 đồng", "Sản phẩm": "Kế hoạch;  báo cáo"},
            {"Kinh phí": "-", "Sản phẩm": "Kế hoạch;  báo cáo", "Ghi chú": "Theo hướng dẫn"},
            {},
        ]


@pytest.fixture
def plan(session: Session) -> Plan:
    return issue_first(session)


def compared(plan: Plan, **extras: str) -> Difference:
    """The second row against the same with these beside it, applied."""
    new = again(ROWS, name=str(extras))
    new.rows[1].extras = extras
    return next(one for one in compare(plan, new).differences if one.new is new.rows[1])


def apply(session: Session, plan: Plan, **extras: str) -> None:
    new = again(ROWS, name=str(extras))
    new.rows[1].extras = extras
    reissue(session, plan, new, accept_all(compare(plan, new)), COMMAND, SECOND_DAY, None)
    session.flush()
    session.expire_all()


def test_another_cost_is_a_change_and_another_header_is_none(session: Session, plan: Plan) -> None:
    before = row_named(plan, "Hội nghị tiếp xúc")
    apply(session, plan, **{"Kinh phí": "1,5 triệu đồng"})
    row = row_named(plan, "Hội nghị tiếp xúc")
    assert (row.extras, row.replaces, before.extras) == ({"Kinh phí": "1,5 triệu đồng"}, before, {})
    assert compared(plan, **{"Dự toán": "1,5  Triệu đồng"}).kind == "same"
    apply(session, plan, **{"Sản phẩm": "Thư", "Kinh phí": "1,5 triệu đồng"})
    [facet] = compared(plan, **{"Sản phẩm": "Thư", "Kinh phí": "15 triệu đồng"}).facets
    assert (facet.field, facet.matters) == ("extras", True)
    assert (facet.old, facet.new) == ("Kinh phí: 1,5 triệu đồng", "Kinh phí: 15 triệu đồng")
    row = row_named(plan, "Hội nghị tiếp xúc")
    words = [change.after["words"] for change in row.tasks[0].changes if change.verb == "revise"]
    assert words == [{"extras": "Kinh phí: 1,5 triệu đồng"}, {"extras": "Sản phẩm: Thư"}]


def test_what_was_imported_before_they_were_kept_takes_them_over_without_asking(session: Session, plan: Plan) -> None:
    session.execute(update(PlanRow).values(extras=None))
    session.expire_all()
    assert compared(plan, **{"Sản phẩm": "Báo cáo"}).is_reworded
    apply(session, plan, **{"Sản phẩm": "Báo cáo"})
    assert row_named(plan, "Hội nghị tiếp xúc").extras == {"Sản phẩm": "Báo cáo"}
