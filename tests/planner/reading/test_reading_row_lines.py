"""Text with a table's row a line: headings of sections between the rows, headers that lost their merges."""

import pytest
from documents import Row

from planner.reading import PlanDraft, read_document

HEADER = ("STT", "Nội dung công việc", "Bộ phận tham mưu", "Trình", "Thực hiện")
ROWS: list[Row] = [(str(n), f"Hội nghị lần {n}", "Văn phòng", f"Tháng {n}", f"Tháng {n + 1}") for n in range(1, 5)]


def tabbed(*rows: Row) -> str:
    return "\n".join(map("\t".join, rows))


def read(*parts: str) -> PlanDraft:
    return read_document("\n".join(("CHƯƠNG TRÌNH", "CÔNG TÁC NĂM 2026", "", *parts)).encode(), "viec.txt")


def sections(plan: PlanDraft) -> list[tuple[str, str | None]]:
    return [(row.number, row.section) for row in plan.rows]


def test_headings_without_tabs_between_the_rows_are_sections() -> None:
    plan = read(tabbed(HEADER), "I. TUYÊN TRUYỀN", tabbed(*ROWS[:2]), "II. Công tác cán bộ", tabbed(*ROWS[2:3]))
    assert sections(plan) == [("1", "I. TUYÊN TRUYỀN"), ("2", "I. TUYÊN TRUYỀN"), ("3", "II. Công tác cán bộ")]


def test_headings_may_stand_below_one_another_and_blank_lines_between() -> None:
    plan = read(tabbed(HEADER, ROWS[0]), "", "B. VIỆC KHÁC", "I. Kiểm tra", tabbed(ROWS[1]))
    assert sections(plan) == [("1", None), ("2", "B. VIỆC KHÁC › I. Kiểm tra")]


def test_a_heading_above_another_tables_header_is_none_of_its_rows() -> None:
    plan = read(tabbed(HEADER, *ROWS[:2]), "II. PHỤ LỤC KINH PHÍ", tabbed(("TT", "Khoản", "Số tiền"), ("1", "A", "5")))
    assert sections(plan) == [("1", None), ("2", None)]


def test_words_between_two_rows_are_no_heading() -> None:
    plan = read(tabbed(HEADER, *ROWS[:2]), "Các việc còn lại như sau:", tabbed(*ROWS[2:4]))
    assert [row.section for row in plan.rows] == [None] * 4


def test_letters_go_on_behind_b() -> None:
    """C and D may be Roman figures, too."""
    parts = [text for n, letter in enumerate("ABCD") for text in (f"{letter}. PHẦN {n}", tabbed(ROWS[n]))]
    plan = read(tabbed(HEADER), *parts)
    assert sections(plan) == [(str(n + 1), f"{letter}. PHẦN {n}") for n, letter in enumerate("ABCD")]


def marked(number: str, *months: int) -> Row:
    return (number, f"Hội nghị lần {number}", "Văn phòng", *("x" if n in months else "" for n in range(1, 13)))


def test_months_below_a_merged_cell_of_which_a_copy_left_the_first_place() -> None:
    top = ("STT", "Nội dung", "Bộ phận phụ trách", "Thời gian thực hiện (tháng)", *[""] * 11)
    figures = ("", "", "", *map(str, range(1, 13)))
    plan = read(tabbed(top, figures, marked("1", 1, 7), marked("2", 3), marked("3", 12)))
    assert [row.execute_text for row in plan.rows] == ["Tháng 1, 7", "Tháng 3", "Tháng 12"]


def test_weeks_below_months_that_lost_their_merges() -> None:
    top = ("STT", "Nội dung", "Bộ phận", "Tháng 3", "", "Tháng 4", "")
    weeks = ("", "", "", "Tuần 1", "Tuần 3", "Tuần 1", "Tuần 3")
    rows = [(str(n), f"Việc {n}", "Văn phòng", *("x" if n == m else "" for m in range(1, 5))) for n in range(1, 5)]
    times = [row.execute_text for row in read(tabbed(top, weeks, *rows)).rows]
    assert times == ["Tuần 1 tháng 3", "Tuần 3 tháng 3", "Tuần 1 tháng 4", "Tuần 3 tháng 4"]


TIMES = ("Tháng 2", "Tháng 3")


@pytest.mark.parametrize(
    ("top", "below"),
    [
        (("STT", "Nội dung", "Phân công", "Tiến độ"), ("", "", "Chủ trì", "Phối hợp", "Trình", "Thực hiện")),
        (("STT", "Nội dung", "Phân công", "", "Tiến độ", ""), ("", "", "Chủ trì", "Phối hợp", "Trình", "Thực hiện")),
        (("STT", "Nội dung", "Cơ quan", "Phối hợp", "Thời gian"), ("", "", "", "", "Trình", "Thực hiện")),
        (("STT", "Nội dung", "Cơ quan", "Trình", "Thực hiện"), ("", "", "Chủ trì", "Phối hợp", "", "")),
    ],
)
def test_a_header_that_lost_its_merges_names_the_columns_below(top: Row, below: Row) -> None:
    plan = read(tabbed(top, below, ("1", "Họp", "Ban A", "Sở B", *TIMES), ("2", "Thi", "Ban B", "Sở C", *TIMES)))
    assert [(row.board, row.cooperating) for row in plan.rows] == [("Ban A", ["Sở B"]), ("Ban B", ["Sở C"])]
    assert [(row.submit_text, row.execute_text) for row in plan.rows] == [TIMES, TIMES]


def test_a_first_row_with_a_blank_cell_is_no_part_of_the_header() -> None:
    header = ("TT", "Nội dung", "", "Đơn vị", "Thời gian")
    plan = read(tabbed(header, ("1", "Họp", "a", "", "Tháng 2"), ("2", "Thi", "b", "Ban B", "Tháng 3")))
    assert [(row.number, row.board) for row in plan.rows] == [("1", ""), ("2", "Ban B")]


def test_another_header_begins_another_table() -> None:
    other = ("STT", "Nội dung", "Mã", "Bộ phận", "Thời gian")
    plan = read(tabbed(HEADER, *ROWS[:2]), "", tabbed(other, ("1", "Họp", "b1", "Ban A", "Tháng 5")))
    assert [(row.number, row.board, row.execute_text) for row in plan.rows][2:] == [("1", "Ban A", "Tháng 5")]
    assert len(plan.rows) == 3
