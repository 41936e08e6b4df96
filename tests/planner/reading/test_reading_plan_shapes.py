"""Shapes in which offices draw their plans: each a small table, and its rows as a clerk reads them."""

import pytest
from documents import simple_word, tabbed

from planner.errors import Refusal
from planner.reading import PlanDraft, read_document
from planner.reading.by_cells import _ASKED

HEADER = ("STT", "Nội dung", "Đơn vị thực hiện", "Thời gian")
MONTHS = [f"T{n}" for n in range(1, 13)]


def read(*rows: tuple[str, ...], title: str = "KẾ HOẠCH CÔNG TÁC NĂM 2026") -> PlanDraft:
    return read_document(tabbed(*rows, title=title).encode(), "a.txt")


def said(plan: PlanDraft) -> list[tuple[str, ...]]:
    return [(row.number, row.title, row.board, row.submit_text, row.execute_text) for row in plan.rows]


def crosses(*months: int) -> list[str]:
    return ["x" if n in months else "" for n in range(1, 13)]


# Rows of the document, an arrow, and the rows that it gives: number, title, board, submit, execute.
SHAPES = {
    "the time first and the number in the middle": """
        Thời gian | STT | Nội dung | Bộ phận
        Quý II | 1 | Họp | Ban A
        Tháng 2 | 2 | Thi | Ban B
        →
        1 | Họp | Ban A |  | Quý II
        2 | Thi | Ban B |  | Tháng 2
    """,
    "those who work are headed by thực hiện": """
        STT | Nội dung | Thời gian | Thực hiện
        1 | Họp | Quý I | Ban A
        2 | Thi | Quý II | Ban B
        →
        1 | Họp | Ban A |  | Quý I
        2 | Thi | Ban B |  | Quý II
    """,
    "twelve months with crosses": """
        TT | Nội dung | Đơn vị | T1 | T2 | T3 | T4 | T5 | T6 | T7 | T8 | T9 | T10 | T11 | T12
        1 | Họp | Ban A |  |  | x |  |  |  |  |  | x |  |  |
        2 | Thi | Ban B |  |  |  |  | x |  |  |  |  |  |  |
        →
        1 | Họp | Ban A |  | Tháng 3, 9
        2 | Thi | Ban B |  | Tháng 5
    """,
    "years with crosses": """
        TT | Nội dung | Đơn vị | Năm 2026 | Năm 2027
        1 | Họp | Ban A |  | ×
        2 | Thi | Ban B | x |
        →
        1 | Họp | Ban A |  | Năm 2027
        2 | Thi | Ban B |  | Năm 2026
    """,
    "both times in one cell": """
        STT | Nội dung | Đơn vị thực hiện | Thời gian
        1 | Họp | Ban A | Trình: Tháng 3; thực hiện: Tháng 5
        2 | Thi | Ban B | Quý I
        →
        1 | Họp | Ban A | Tháng 3 | Tháng 5
        2 | Thi | Ban B |  | Quý I
    """,
    "parts below a row without a time take its board": """
        STT | Nội dung | Đơn vị thực hiện | Thời gian
        1 | Hội thi | Ban A |
        a) | Cấp xã |  | Tháng 3
        b) | Cấp tỉnh |  | Tháng 5
        →
        a | Cấp xã | Ban A |  | Tháng 3
        b | Cấp tỉnh | Ban A |  | Tháng 5
    """,
    "parts below a dated row without anything of their own are its details": """
        STT | Nội dung | Đơn vị thực hiện | Thời gian
        1 | Hội thi | Ban A | Quý I
        a | Chuẩn bị |  |
        2 | Họp | Ban B | Quý II
        →
        1 | Hội thi a Chuẩn bị | Ban A |  | Quý I
        2 | Họp | Ban B |  | Quý II
    """,
    "boards as the heads of sections": """
        STT | Nội dung | Thời gian
        I | Văn phòng |
        1 | Họp | Quý I
        II | Ban A |
        2 | Thi | Quý II
        →
        1 | Họp | Văn phòng |  | Quý I
        2 | Thi | Ban A |  | Quý II
    """,
    "dashes for nothing, dittos for the same": """
        STT | Nội dung | Đơn vị thực hiện | Thời gian
        1 | Họp | Ban A | Tháng 3
        2 | Thi | // | -
        (3) | Đi | " | nt
        →
        1 | Họp | Ban A |  | Tháng 3
        2 | Thi | Ban A |  |
        3 | Đi | Ban A |  |
    """,
    "two bodies to whom a paper goes": """
        TT | Nội dung | Cơ quan tham mưu | Trình Ban Thường vụ | Trình Ban Chấp hành
        1 | Nghị quyết | Ban A | Tháng 1 | Tháng 2
        2 | Quy chế | Ban B | Tháng 3 | -
        →
        1 | Nghị quyết | Ban A | Tháng 1 | Tháng 2
        2 | Quy chế | Ban B | Tháng 3 |
    """,
    "figures and Roman quarters under their word": """
        TT | Nội dung | Đơn vị | Tháng trình | Quý thực hiện
        1 | Họp | Ban A | 5 | II
        2 | Thi | Ban B | 6, 9 | III, IV
        →
        1 | Họp | Ban A | Tháng 5 | Quý II
        2 | Thi | Ban B | Tháng 6, 9 | Quý III, IV
    """,
    "numbers that stand in the title": """
        Nội dung | Đơn vị | Thời gian
        1. Họp | Ban A | Quý I
        2) Thi | Ban B | Quý II
        →
        1 | Họp | Ban A |  | Quý I
        2 | Thi | Ban B |  | Quý II
    """,
    "cells that ran together, in rows that are one cell short": """
        STT | Nội dung | Bộ phận | Trình | Thực hiện
        1 | Họp dân | Ban A | Tháng 1 | Tháng 2
        2 | Thi vẽ Ban A | Tháng 3 | Tháng 4
        3 | Đi thăm | Ban B Tháng 5 | Tháng 6
        4 Treo cờ | Ban B | Tháng 7 | Tháng 8
        →
        1 | Họp dân | Ban A | Tháng 1 | Tháng 2
        2 | Thi vẽ | Ban A | Tháng 3 | Tháng 4
        3 | Đi thăm | Ban B | Tháng 5 | Tháng 6
        4 | Treo cờ | Ban B | Tháng 7 | Tháng 8
    """,
    "totals and signatures at the end": """
        STT | Nội dung | Đơn vị thực hiện | Thời gian
        1 | Họp | Ban A | Quý I
         | Tổng cộng |  |
         |  |  | Xã Thử, ngày 05 tháng 01 năm 2026
        Người lập |  |  | CHỦ TỊCH
         |  |  | Ký tên
        →
        1 | Họp | Ban A |  | Quý I
    """,
    "a star that heads rows, and brackets that go on with one": """
        STT | Nội dung | Đơn vị thực hiện | Thời gian
        1 | Họp | Ban A | Quý I
         | (dự kiến 16 đội) |  |
        * | Phong trào |  |
        2 | Thi | Ban A | Quý II
        →
        1 | Họp (dự kiến 16 đội) | Ban A |  | Quý I
        2 | Thi | Ban A |  | Quý II
    """,
    "one column of those who lead and those who help": """
        STT | Nội dung | Phụ trách/Phối hợp | Thời gian
        1 | Họp | Ban A/Ban B | Quý I
        2 | Thi | Ban C | Quý II
        →
        1 | Họp | Ban A |  | Quý I
        2 | Thi | Ban C |  | Quý II
    """,
    "a total that the end of a page cuts": """
        STT | Nội dung | Đơn vị thực hiện | Thời gian
        1 | Họp | Ban A | Quý I
         | Tổng cộng: 01 đề án, |  |
         | nghị quyết |  |
        →
        1 | Họp | Ban A |  | Quý I
    """,
    "months that are bare figures": f"""
        TT | Nội dung | Đơn vị | {" | ".join(map(str, range(1, 13)))}
        1 | Tập huấn | Ban A |  |  | x |  |  |  | x |  |  |  |  |
        2 | Thi | Ban B |  |  |  |  | x |  |  |  |  |  |  |
        →
        1 | Tập huấn | Ban A |  | Tháng 3, 7
        2 | Thi | Ban B |  | Tháng 5
    """,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_read_as_a_clerk_reads_it(shape: str) -> None:
    rows, _, expected = SHAPES[shape].partition("→")
    assert said(read(*cells_of(rows))) == cells_of(expected)


def cells_of(text: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]


def test_a_title_without_a_number_under_the_header_is_a_section() -> None:
    header = ("STT", "Nội dung", "Đơn vị", "Thời gian")
    rows = [("", "Công tác tuyên truyền", "", ""), ("1", "Họp", "Ban A", "Quý I"), ("2", "Thi", "Ban B", "Quý II")]
    plan = read_document(simple_word(header, *rows), "a.docx")
    assert [row.section for row in plan.rows] == ["Công tác tuyên truyền"] * 2


def test_a_section_whose_title_reaches_over_the_row_has_no_body_and_no_time() -> None:
    rows = [
        ("I", *["GIÁM SÁT"] * 3),
        ("1", "Họp", "Ban A", "Quý I"),
        ("II", *["PHẢN BIỆN"] * 3),
        ("1", "Thi", "Ban B", "Quý II"),
    ]
    plan = read_document(simple_word(HEADER, *rows), "a.docx")
    assert [(row.title, row.section) for row in plan.rows] == [("Họp", "I. GIÁM SÁT"), ("Thi", "II. PHẢN BIỆN")]


def test_notes_and_products_stay_with_their_row() -> None:
    header = ("STT", "Nội dung", "Đơn vị", "Lãnh đạo phụ trách", "Thời gian", "Sản phẩm", "Kinh phí", "Ghi chú")
    plan = read(header, ("1", "Họp", "Ban A", "Đ/c Phó Chủ tịch", "Quý I", "Báo cáo", "5 triệu", "Tháng 9 xong"))
    assert said(plan) == [("1", "Họp", "Ban A", "", "Quý I")]
    cells = plan.rows[0].cells
    assert cells["product"] == "Báo cáo"
    assert cells["note"] == "Lãnh đạo phụ trách: Đ/c Phó Chủ tịch\nKinh phí: 5 triệu\nGhi chú: Tháng 9 xong"


def test_a_time_that_only_a_note_tells_is_taken_and_asked_about() -> None:
    plan = read((*HEADER, "Ghi chú"), ("1", "Họp", "Ban A", "", "Tháng 5"), ("2", "Thi", "Ban A", "", "Chờ hướng dẫn"))
    assert [row.execute_text for row in plan.rows] == ["Tháng 5", ""]
    assert [str(row.questions[0]) for row in plan.rows] == [
        "Thời gian chỉ ghi ở ghi chú: “Tháng 5”. Có phải thời gian thực hiện không?",
        "Dòng này chưa có thời gian.",
    ]


def test_words_in_a_marked_month_are_asked_about() -> None:
    rows = [("1", "Họp", "Ban A", "", "hai lớp", *[""] * 10), ("2", "Thi", "Ban B", *crosses(7))]
    plan = read(("TT", "Nội dung", "Đơn vị", *MONTHS), *rows)
    assert [len(row.questions) for row in plan.rows] == [1, 0]
    assert "Ở cột Tháng 2 ghi “hai lớp”" in plan.rows[0].questions[0]


def test_a_plan_without_boards_is_asked_about_once() -> None:
    plan = read(("STT", "Nội dung", "Thời gian"), ("1", "Họp", "Quý I"), ("2", "Thi", "Quý II"))
    assert [row.questions for row in plan.rows] == [[], []]
    assert "Bảng không có cột bộ phận tham mưu (2 dòng): mỗi việc thuộc bộ phận nào?" in plan.questions


@pytest.mark.parametrize(
    "rows",
    [
        [("STT", "Họ và tên", "Chức vụ", "Ngày sinh", "Đơn vị"), ("1", "A", "Trưởng ban", "01/02/1980", "Ban A")],
        [
            ("STT", "Nội dung", "Đơn vị tính", "Tháng 1", "Tháng 2", "Tháng 3"),
            ("1", "Thu quỹ", "đồng", "10", "20", "30"),
        ],
        [("STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu nội dung"), ("1", "2/KH", "05/01/2026", "Về việc thử")],
        [("STT", "Họ và tên", "Chức vụ", "Ngày tiếp", "Địa điểm"), ("1", "A", "Chủ tịch", "15/01/2026", "Trụ sở")],
        [("STT", "Nội dung chi", "Số lượng", "Thành tiền"), ("1", "Nước", "5", "100.000")],
    ],
)
def test_tables_about_something_else_are_no_plan(rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(Refusal):
        read(*rows, rows[-1])


def test_a_list_of_people_behind_the_plan_does_not_go_on_with_it() -> None:
    content = tabbed(HEADER, ("1", "Họp", "Ban A", "Quý I"), ("2", "Thi", "Ban A", "Quý II"))
    people = tabbed(
        ("STT", "Họ và tên", "Chức vụ", "Ghi chú"), ("1", "A", "B", ""), ("2", "C", "D", ""), title="DANH SÁCH"
    )
    plan = read_document(f"{content}\n\n\n\n\n{people}".encode(), "a.txt")
    assert [row.title for row in plan.rows] == ["Họp", "Thi"]


def test_letters_with_rows_numbered_anew_are_sections() -> None:
    rows = [("I", "Đảng", "", ""), ("a", "Tổ chức", "", ""), ("1", "Họp", "Ban A", "Quý I"), ("b", "Kiểm tra", "", "")]
    plan = read(HEADER, *rows, ("1", "Thi", "Ban A", "Quý II"), ("II", "Đoàn", "", ""), ("1", "Đi", "Ban B", "Quý II"))
    assert [row.section for row in plan.rows] == ["I. Đảng › a. Tổ chức", "I. Đảng › b. Kiểm tra", "II. Đoàn"]


def test_sections_of_a_flattened_table_may_be_one_cell() -> None:
    rows = [
        HEADER,
        ("I. TUYÊN TRUYỀN",),
        ("1", "Họp", "Ban A", "Quý I"),
        ("2", "Thi", "Ban B", "Quý II"),
        ("II. TỔ CHỨC",),
    ]
    text = "\n".join("\n".join(f"\t{cell}" for cell in row) + "\n" for row in [*rows, ("3", "Đi", "Ban A", "Quý III")])
    plan = read_document(f"KẾ HOẠCH NĂM 2026\n{text}".encode(), "a.txt")
    assert [row.section for row in plan.rows] == ["I. TUYÊN TRUYỀN", "I. TUYÊN TRUYỀN", "II. TỔ CHỨC"]


def test_columns_without_a_header_are_guessed_and_asked_about_once() -> None:
    plan = read(("1", "Kế hoạch họp", "Ban A", "Văn phòng", "Quý I"), ("2", "Kế hoạch thi", "Ban B", "", "Quý II"))
    assert [(row.board, row.cooperating, row.questions) for row in plan.rows] == [
        ("Ban A", ["Văn phòng"], []),
        ("Ban B", [], []),
    ]
    assert any("không có dòng tiêu đề" in question for question in plan.questions)


def test_a_paper_that_comes_after_its_work_is_asked_about() -> None:
    header = ("STT", "Nội dung", "Đơn vị", "Trình", "Thực hiện")
    plan = read(header, ("1", "Họp", "Ban A", "Tháng 8", "Tháng 7"), ("2", "Thi", "Ban A", "Tháng 8", "Quý III"))
    assert [row.questions for row in plan.rows] == [
        ["Trình (Tháng 8) sau khi đã thực hiện (Tháng 7): thời gian nào đúng?"],
        [],
    ]


def test_cells_that_ran_together_are_asked_about_where_it_is_not_certain() -> None:
    header = ("STT", "Nội dung", "Bộ phận", "Trình", "Thực hiện")
    plan = read(header, ("1", "Thi vẽ Ban B", "Tháng 3", "Tháng 4"), ("2", "Họp dân", "Ban A", "Tháng 5 Tháng 6"))
    assert said(plan) == [
        ("1", "Thi vẽ Ban B", "", "Tháng 3", "Tháng 4"),
        ("2", "Họp dân", "Ban A", "Tháng 5", "Tháng 6"),
    ]
    assert "có thể đã dính vào nhau: “Thi vẽ Ban B”" in plan.rows[0].questions[-1]
    assert "Hai thời gian viết liền trong một ô: “Tháng 5 Tháng 6”" in plan.rows[1].questions[-1]


def test_a_time_in_the_place_of_a_body_is_asked_about() -> None:
    plan = read(HEADER, ("1", "Họp", "Tháng 3", "Ban A"), ("2", "Thi", "Ban B", "Quý I"), ("3", "Đi", "Ban B", "Quý I"))
    assert "Ô bộ phận ghi “Tháng 3”" in " ".join(plan.rows[0].questions)


def test_a_second_body_that_gets_the_paper_and_a_second_time_are_asked_about() -> None:
    two = read(
        ("TT", "Nội dung", "Cơ quan tham mưu", "Trình BTV", "Trình BCH"), ("1", "Nghị quyết", "Ban A", "T1", "T2")
    )
    assert [note.message for note in two.questions if "BCH" in note] == [_ASKED["execute"]]
    head = ("TT", "Nội dung", "Đơn vị thực hiện", "Thời gian thực hiện", "Thời gian tổ chức")
    more = read(head, ("1", "Họp", "Ban A", "Tháng 3", "Tháng 4"), ("2", "Thi", "Ban A", "Tháng 5", "Tháng 6"))
    assert [note.message for note in more.questions if "tổ chức" in note] == [_ASKED["note"]]
