"""Columns under headers that no vocabulary knows, and tables of which only the lines are left."""

from io import BytesIO

import openpyxl
import pytest
from documents import tabbed

from planner.reading import PlanDraft, read_document
from planner.reading.columns import column_of

TITLE = "KẾ HOẠCH CÔNG TÁC NĂM 2026"
ROWS = [
    ("1", "Kiểm tra hồ sơ của các tổ hòa giải ở cơ sở", "Ban Dân chủ", "Tháng 4"),
    ("2", "Tổ chức hội nghị tổng kết phong trào thi đua", "Văn phòng", "Quý IV"),
    ("3", "Thăm hỏi các gia đình chính sách trên địa bàn", "Ban Phong trào", "Tháng 7"),
]


def read(*header: str) -> PlanDraft:
    return read_document(f"{TITLE}\n\n{tabbed(list(header), *map(list, ROWS))}".encode(), "a.txt")


def said(plan: PlanDraft) -> list[tuple[str, str, str, str]]:
    return [(row.number, row.title, row.board, row.execute_text) for row in plan.rows]


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        (("STT", "Nội dung", "Lực lượng", "Thời gian"), "Cột “Lực lượng” được hiểu là bộ phận tham mưu"),
        (("STT", "Nội dung", "Thành phần kiểm tra", "Thời gian"), "Cột “Thành phần kiểm tra” được hiểu là bộ phận"),
        (("STT", "Nội dung", "Ban thực hiện", "Độ chừng"), "Cột “Độ chừng” được hiểu là thời gian thực hiện"),
    ],
)
def test_a_column_of_an_unknown_header_is_what_its_cells_are_and_asked_about(
    header: tuple[str, ...], asked: str
) -> None:
    plan = read(*header)
    assert said(plan) == ROWS
    assert [question.startswith(asked) for question in plan.questions] == [True]


def test_bodies_of_two_unknown_headers_lead_and_help() -> None:
    rows = [[*row[:3], "Hội Phụ nữ", row[3]] for row in ROWS]
    text = tabbed(["STT", "Nội dung", "Bên gánh vác", "Bên cùng lo", "Thời gian"], *rows)
    plan = read_document(text.encode(), "a.txt")
    assert [(row.board, row.cooperating) for row in plan.rows] == [(row[2], ["Hội Phụ nữ"]) for row in ROWS]
    assert len(plan.questions) == 2


def test_known_headers_are_not_asked_about() -> None:
    assert read("STT", "Nội dung", "Chủ trì", "Thời gian").questions == []


def test_bodies_that_are_looked_at_do_not_do_the_work() -> None:
    plan = read("STT", "Nội dung", "Đơn vị được giám sát", "Thời gian")
    assert [row.board for row in plan.rows] == ["", "", ""]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Bộ phận được giao", "board"),
        ("Ai làm", "board"),
        ("Chỉ tiêu được giao", "note"),
        ("Đơn vị được giám sát", "note"),
        ("Thành phần phối hợp", "cooperating"),
        ("Thành phần tham dự", "note"),
        ("Hỗ trợ", "cooperating"),
        ("Phòng, đơn vị liên quan", "cooperating"),
        ("Khởi động", "start"),
        ("Dự kiến xong", "finish"),
        ("Thời điểm hoàn tất", "finish"),
    ],
)
def test_wordings_of_those_who_work(header: str, role: str) -> None:
    column = column_of([header])
    assert column and column.role == role


def test_rows_with_a_line_for_each_of_the_headers_are_a_table() -> None:
    header = ["STT", "Nội dung kiểm tra", "Thành phần kiểm tra", "Thời gian kiểm tra"]
    lines = [TITLE, "", *header, *(cell for row in ROWS for cell in row), "", "Nơi nhận:", "- Lưu: VT."]
    assert said(read_document("\n".join(lines).encode(), "a.txt")) == ROWS


def test_the_lines_of_a_letterhead_over_a_table_are_no_header() -> None:
    sheet = openpyxl.Workbook()
    page = sheet.active
    assert page is not None
    page.append(["", "ỦY BAN MTTQ VIỆT NAM", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    page.append(["", "CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026", "", "", ""])
    page.append(["TT", "Nội dung công việc", "Bộ phận tham mưu", "Trình", "Thực hiện"])
    for n in (1, 2, 3):
        page.append([n, f"Kế hoạch tổ chức hội nghị sơ kết lần {n}", "Ban Phong trào", f"Tháng {n}", f"Tháng {n + 3}"])
    content = BytesIO()
    sheet.save(content)
    draft = read_document(content.getvalue(), "ke-hoach.xlsx")
    assert [row.board for row in draft.rows] == ["Ban Phong trào"] * 3
    assert draft.title == "CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026"
