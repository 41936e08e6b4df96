"""Tables whose headers are words that nobody knows: a clerk reads the cells, and asks."""

import pytest
from documents import simple_word

from planner.errors import Refusal
from planner.reading import read_document
from planner.reading.columns import column_of

ROWS = (
    ("1", "Rà soát danh sách hộ nghèo trên địa bàn", "Ban Phong trào", "Quý I", "05"),
    ("2", "Thăm hỏi gia đình chính sách tại khu dân cư", "Văn phòng", "15/7", "10"),
    ("3", "Tổ chức ngày hội đại đoàn kết", "Ban Phong trào", "Tháng 11", "02"),
)


def test_columns_of_unknown_names_are_told_by_their_cells_and_asked_about() -> None:
    plan = read_document(simple_word(("Hồi", "Diễn giải", "Gánh vác", "Chừng", "Cỡ"), *ROWS), "a.docx")
    first = plan.rows[0]
    assert (first.number, first.title, first.board, first.execute_text) == ("1", *ROWS[0][1:4])
    assert first.extras == {"Cỡ": "05"}
    asked = " ".join(map(str, plan.questions))
    assert all(f"“{name}”" in asked for name in ("Diễn giải", "Gánh vác", "Chừng"))


def test_a_table_needs_no_numbers_where_its_times_are_such() -> None:
    rows = (("Thời gian", "Nội dung"), ("Tháng 3", "Họp dân"), ("Quý II", "Thi"))
    plan = read_document(simple_word(*rows), "a.docx")
    assert [(row.number, row.title, row.execute_text) for row in plan.rows] == [
        ("", "Họp dân", "Tháng 3"),
        ("", "Thi", "Quý II"),
    ]


def test_a_number_that_the_document_does_not_give_is_not_made_up() -> None:
    rows = (
        ("Nội dung", "Chủ trì", "Thời gian"),
        ("- Họp dân", "Ban A", "Tháng 3"),
        ("2. Thi", "Ban B", "Quý II"),
    )
    plan = read_document(simple_word(*rows), "a.docx")
    assert [(row.number, row.title) for row in plan.rows] == [("", "Họp dân"), ("2", "Thi")]
    assert [row["number"] for row in plan.as_json()["rows"]] == [None, "2"]


@pytest.mark.parametrize(
    "header",
    [
        ("TT", "Số, ký hiệu", "Trích yếu", "Ngày ban hành", "Trang"),
        ("TT", "Họ và tên", "Quê quán", "Ngày sinh", "Điểm"),
    ],
)
def test_lists_of_papers_and_people_are_no_plan(header: tuple[str, ...]) -> None:
    rows = [(number, title, board, f"{number}/3/2020", score) for number, title, board, _, score in ROWS]
    with pytest.raises(Refusal):
        read_document(simple_word(header, *rows), "a.docx")


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Mã công việc", "number"),
        ("Hạng mục", "title"),
        ("Phòng, ban", "board"),
        ("Lực lượng thực hiện", "board"),
        ("Phân công nhiệm vụ", "board"),
        ("Phối kết hợp", "cooperating"),
        ("Khởi công", "start"),
        ("Ngày đến hạn", "finish"),
        ("Cơ quan phê duyệt", "note"),
        ("Số người tham dự", "note"),
    ],
)
def test_more_wordings_of_offices(header: str, role: str) -> None:
    column = column_of([header])
    assert column is not None and column.role == role


def test_how_much_is_done_is_no_time() -> None:
    assert column_of(["% hoàn thành"]) is None
    assert column_of(["Tỷ lệ hoàn thành"]) is None
