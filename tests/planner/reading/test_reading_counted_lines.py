"""Tables copied as one cell a line, where headings stand between the rows and empty cells are blank lines."""

import pytest

from planner.reading import PlanDraft, read_document

ABOVE = "KẾ HOẠCH CÔNG TÁC NĂM 2026\n\nCác việc như sau:\n"
HEADER = "STT\nNội dung công việc\nChủ trì\nPhối hợp\nThời gian thực hiện\n"
FIRST = "1\nTập huấn cán bộ\nBan A\nBan B\nTháng 3\n2\nThăm cơ sở\nBan A\n\nQuý II\n"
SECOND = "3\nHội nghị tổng kết\nVăn phòng\n\nTháng 12\n"
BELOW = "\nNơi nhận:\n- Ban A;\n- Lưu: VT.\n"
FOUND = [
    ("1", "Tập huấn cán bộ", "Ban A", ["Ban B"], "Tháng 3"),
    ("2", "Thăm cơ sở", "Ban A", [], "Quý II"),
    ("3", "Hội nghị tổng kết", "Văn phòng", [], "Tháng 12"),
]


def read(text: str) -> PlanDraft:
    return read_document(text.encode(), "a.txt")


def said(plan: PlanDraft) -> list[tuple[str, str, str, list[str], str]]:
    return [(row.number, row.title, row.board, row.cooperating, row.execute_text) for row in plan.rows]


def test_headings_and_blank_cells_keep_every_row_in_step() -> None:
    plan = read(f"{ABOVE}{HEADER}I. CÔNG TÁC CÁN BỘ\n{FIRST}II. TỔNG KẾT\n{SECOND}{BELOW}")
    assert said(plan) == FOUND
    assert [row.section for row in plan.rows] == ["I. CÔNG TÁC CÁN BỘ", "I. CÔNG TÁC CÁN BỘ", "II. TỔNG KẾT"]
    assert not plan.questions


def test_blank_cells_alone_are_counted_too() -> None:
    assert said(read(f"{ABOVE}{HEADER}{FIRST}{SECOND}{BELOW}")) == FOUND


def test_numbers_begin_anew_below_a_heading() -> None:
    plan = read(f"{ABOVE}{HEADER}I. CÁN BỘ\n{FIRST}II. TỔNG KẾT\n{SECOND.replace('3', '1', 1)}")
    assert [row.number for row in plan.rows] == ["1", "2", "1"]


def test_a_header_of_two_rows_stands_over_them() -> None:
    header = "Số TT\nNội dung công việc\nBộ phận tham mưu\nThời gian\nTrình\nThực hiện\n"
    rows = "I. CÁN BỘ\n1\nTập huấn\nBan A\nTháng 2\nTháng 3\nII. TỔNG KẾT\n2\nHội nghị\nBan B\n\nTháng 12\n"
    plan = read(f"{ABOVE}{header}{rows}{BELOW}")
    assert [(row.board, row.submit_text, row.execute_text) for row in plan.rows] == [
        ("Ban A", "Tháng 2", "Tháng 3"),
        ("Ban B", "", "Tháng 12"),
    ]


@pytest.mark.parametrize("broken", ["Hội nghị tổng kết\ncả năm", "Hội nghị tổng kết\n\ncả năm\n"])
def test_a_row_out_of_step_is_read_by_what_its_lines_look_like(broken: str) -> None:
    rows = f"{FIRST}{SECOND.replace('Hội nghị tổng kết', broken)}4\nHọp\nBan A\n\nQuý IV\n"
    found = said(read(f"{ABOVE}{HEADER}I. CÁN BỘ\n{rows}"))
    assert [row[1] for row in found] == ["Tập huấn cán bộ", "Thăm cơ sở", "Hội nghị tổng kết cả năm", "Họp"]
    assert [row[2:] for row in found[2:]] == [("Văn phòng", [], "Tháng 12"), ("Ban A", [], "Quý IV")]


@pytest.mark.parametrize("blanks", [True, False])
def test_rows_past_the_thousandth_are_rows(blanks: bool) -> None:
    rows = [[str(n), f"Họp lần {n}", "Ban Tổ chức", "" if n % 3 else "Văn phòng", "Tháng 5"] for n in range(1, 1_003)]
    head = ["KẾ HOẠCH NĂM 2026", "", "STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"]
    lines = head + [cell for row in rows for cell in row if cell or blanks]
    plan = read("\n".join(lines))
    assert [row.number for row in plan.rows] == [row[0] for row in rows]
