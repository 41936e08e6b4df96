"""Tables copied one cell a line of which only the order is left: no blank lines for empty cells, cells over lines."""

import pytest

from planner.reading import PlanDraft, read_document
from planner.reading.formats.fitted_rows import IN_DOUBT

TITLE = "KẾ HOẠCH CÔNG TÁC NĂM 2026\n\n"
BELOW = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. BAN THƯỜNG VỤ\n"
HEADER = "STT\nNội dung công việc\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời gian\n"
ROWS = [
    ("1", "Tập huấn cán bộ mới", "Ban Tổ chức", ["Văn phòng"], "Tháng 3"),
    ("2", "Thăm hỏi gia đình chính sách", "Ban Phong trào", [], "Quý II"),
    ("3", "Hội nghị tổng kết", "Văn phòng", ["Ban Tổ chức"], "Tháng 12"),
    ("4", "Kiểm tra ở cơ sở", "Ban Phong trào", ["Ban Tổ chức"], "Quý III"),
]


def read(text: str) -> PlanDraft:
    return read_document(f"{TITLE}{text}".encode(), "a.txt")


def said(plan: PlanDraft) -> list[tuple[str, str, str, list[str], str]]:
    return [(row.number, row.title, row.board, row.cooperating, row.execute_text) for row in plan.rows]


def lines_of(row: tuple[str, str, str, list[str], str]) -> list[str]:
    number, title, board, cooperating, time = row
    return [number, title, board, *cooperating, time]


def flat(rows: list[tuple[str, str, str, list[str], str]]) -> str:
    return "\n".join(line for row in rows for line in lines_of(row)) + "\n"


def test_empty_cells_that_are_left_out_shift_nothing() -> None:
    plan = read(HEADER + flat(ROWS) + BELOW)
    assert said(plan) == ROWS
    assert not plan.questions


def test_cells_of_several_lines_stay_whole() -> None:
    text = (
        flat(ROWS).replace("Tập huấn cán bộ mới", "Tập huấn\ncán bộ mới").replace("Ban Tổ chức\nV", "Ban\nTổ chức\nV")
    )
    assert said(read(HEADER + text + BELOW)) == ROWS


@pytest.mark.parametrize("heading", ["I. CÔNG TÁC CÁN BỘ", "I\nCông tác cán bộ"])
def test_headings_stand_between_rows_and_numbers_begin_anew(heading: str) -> None:
    again = [("1", *row[1:]) if row[0] == "3" else ("2", *row[1:]) if row[0] == "4" else row for row in ROWS]
    plan = read(f"{HEADER}{heading}\n{flat(again[:2])}II. KIỂM TRA\n{flat(again[2:])}{BELOW}")
    assert said(plan) == again
    sections = [(row.section or "").casefold() for row in plan.rows]
    assert sections == ["i. công tác cán bộ"] * 2 + ["ii. kiểm tra"] * 2


def test_pages_with_their_number_and_the_header_again_are_no_cells() -> None:
    plan = read(f"{HEADER}{flat(ROWS[:2])}- 2 -\n{HEADER}{flat(ROWS[2:])}{BELOW}")
    assert said(plan) == ROWS


def test_a_row_that_the_numbers_of_columns_stand_above() -> None:
    assert said(read(f"{HEADER}(1)\n(2)\n(3)\n(4)\n(5)\n{flat(ROWS)}{BELOW}")) == ROWS


def test_without_numbers_rows_begin_with_the_work() -> None:
    text = "".join("\n".join(lines_of(row)[1:]) + "\n" for row in ROWS)
    plan = read(HEADER.removeprefix("STT\n") + text + BELOW)
    assert [row[1:] for row in said(plan)] == [row[1:] for row in ROWS]


def test_a_header_of_two_rows_with_cells_left_out() -> None:
    header = "TT\nNội dung\nPhân công\nTiến độ\nChủ trì\nPhối hợp\nTrình\nThực hiện\n"
    text = "1\nXây dựng chương trình\nBan A\nBan B\nTháng 1\nTháng 2\n2\nSơ kết phong trào\nBan A\nTháng 6\nTháng 7\n"
    plan = read(header + text + "3\nTổng kết phong trào\nBan B\nBan A\nTháng 11\nTháng 12\n" + BELOW)
    assert [(row.board, row.cooperating, row.submit_text, row.execute_text) for row in plan.rows] == [
        ("Ban A", ["Ban B"], "Tháng 1", "Tháng 2"),
        ("Ban A", [], "Tháng 6", "Tháng 7"),
        ("Ban B", ["Ban A"], "Tháng 11", "Tháng 12"),
    ]


def test_months_that_head_rows_date_them() -> None:
    rows = "1\nTập huấn cán bộ\nBan A\nBan B\n2\nThăm hỏi các gia đình\nBan B\nBan A\n"
    header = HEADER.removesuffix("Thời gian\n")
    plan = read(f"{header}Tháng 01\n{rows}Tháng 02\n3\nHội nghị\nBan A\nBan B\n{BELOW}")
    assert [row.execute_text for row in plan.rows] == ["Tháng 01", "Tháng 01", "Tháng 02"]


def test_a_row_that_may_be_read_two_ways_is_asked_about() -> None:
    header = "STT\nNội dung công việc\nChủ trì\nThời gian trình\nThời gian thực hiện\n"
    full = "1\nTập huấn cán bộ mới\nBan A\nTháng 2\nTháng 3\n2\nThăm cơ sở\nBan B\nTháng 4\nTháng 5\n"
    plan = read(f"{header}{full}3\nHội nghị tổng kết\nBan A\nTháng 12\n{BELOW}")
    assert [[question == IN_DOUBT for question in row.questions] for row in plan.rows] == [[], [], [True]]
    assert [(row.submit_text, row.execute_text) for row in plan.rows[:2]] == [
        ("Tháng 2", "Tháng 3"),
        ("Tháng 4", "Tháng 5"),
    ]


def test_cells_that_begin_with_a_tab_are_placed_where_some_are_left_out() -> None:
    text = "".join(f"\t{line}\n" for row in ROWS for line in lines_of(row))
    names = "".join(f"\t{name}\n" for name in HEADER.strip().split("\n"))
    assert said(read(f"{names}{text}{BELOW}")) == ROWS


def test_a_plan_proposed_with_a_letter_keeps_its_own_number() -> None:
    above = "HỘI CHỮ THẬP ĐỎ XÃ\nSố: 09/KH-CTĐ\nMẫu, ngày 05 tháng 01 năm 2026\n"
    letter = "(Đính kèm Tờ trình số 04/TTr-CTĐ ngày 06/01/2026)\n"
    plan = read_document(f"{above}{TITLE.strip()}\n{letter}{HEADER}{flat(ROWS)}".encode(), "a.txt")
    assert plan.number == "09/KH-CTĐ"
