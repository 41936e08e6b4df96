"""Timetables whose cells say more than a mark, and what stands below such tables."""

import pytest
from documents import Row

from planner.reading import PlanDraft, read_document
from planner.reading.finer_marks import time_in_mark
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.formats.pdf_joining import joined
from planner.reading.formats.pdf_text import paragraphs_in

HEADER = ("TT", "Nội dung", "Bộ phận", "Quý I", "Quý II", "Quý III", "Quý IV")


def read(*rows: Row) -> PlanDraft:
    text = "\n".join(["KẾ HOẠCH NĂM 2026", "", *map("\t".join, (HEADER, *rows))])
    return read_document(text.encode(), "a.txt")


@pytest.mark.parametrize(
    ("text", "column", "time"),
    [
        ("Tháng 5", "Quý II", "Tháng 5"),
        ("T5", "Quý II", "T5"),
        ("Tháng 5", "Quý III", ""),
        ("15/4-20/4", "Quý II", "15/4-20/4"),
        ("20/6-20/7", "Quý II", ""),
        ("Trước 05/9", "Quý III", "Trước 05/9"),
        ("Ngày 15", "Tháng 3", "Ngày 15 tháng 3"),
        ("Cuối tháng", "Tháng 3", "Cuối tháng 3"),
        ("Đầu quý", "Quý IV", "Đầu quý IV"),
        ("Quý II", "Năm 2027", "Quý II năm 2027"),
        ("Tháng 5/2027", "Quý II", "Tháng 5/2027"),
        ("x", "Quý II", ""),
        ("2 cuộc", "Quý II", ""),
        ("Thường xuyên", "Quý II", ""),
    ],
)
def test_a_cell_may_say_a_time_within_its_columns(text: str, column: str, time: str) -> None:
    assert time_in_mark(text, column) == time


def test_such_times_are_read_beside_marks_without_a_question() -> None:
    rows = read(
        ("1", "Hội nghị", "Ban A", "", "Tháng 6", "x", ""),
        ("2", "Báo cáo", "Ban A", "x", "", "", "Tháng 12"),
        ("3", "Tập huấn", "Ban A", "", "Tháng 8", "", ""),
    ).rows
    assert [row.execute_text for row in rows] == ["Tháng 6; Quý III", "Quý I; Tháng 12", "Quý II"]
    assert [len(row.questions) for row in rows] == [0, 0, 1]


def test_who_signs_below_the_months_is_no_time_of_the_last_row() -> None:
    work = [(str(n), f"Hội nghị {n}", "Ban A", "", "x", "", "") for n in (1, 2)]
    signed = [("", "", "", "", "TM. BAN CHẤP HÀNH", "", ""), ("", "", "", "", "CHỦ TỊCH", "", "")]
    assert [row.execute_text for row in read(*work, *signed).rows] == ["Quý II", "Quý II"]


def test_recipients_in_the_column_of_numbers_are_no_rows() -> None:
    work = [(str(n), f"Hội nghị {n}", "Ban A", "", "x", "", "") for n in (1, 2)]
    below = [("Nơi nhận:", "", "", "TM. BAN A"), ("- Hội tỉnh;", "", "", "CHỦ TỊCH"), ("- Lưu VP.", "", "", "(đã ký)")]
    assert [row.number for row in read(*work, *below).rows] == ["1", "2"]


def grid(*rows: Row) -> Grid:
    return Grid([GridRow(list(row)) for row in rows])


def test_a_row_that_a_page_cut_with_its_words_on_the_next_one_is_whole() -> None:
    above = [("Lĩnh vực A", str(n), f"Việc {n}", "Tháng 3", "Ban A") for n in range(1, 4)]
    before, rest = ("Lĩnh vực A", "4", "", "Tháng 5", ""), ("", "", "Việc 4", "", "Ban B")
    [whole] = joined([[grid(*above, before)], [grid(rest, ("", "5", "Việc 5", "Tháng 6", "Ban B"))]])
    assert isinstance(whole, Grid)
    assert whole.rows[3].cells == ["Lĩnh vực A", "4", "Việc 4", "Tháng 5", "Ban B"]
    assert len(whole.rows) == 5


def test_a_year_alone_on_its_line_is_no_page_number() -> None:
    texts = [piece.text for piece in paragraphs_in(["KẾ HOẠCH CÔNG TÁC NĂM", "2026", "12", "- 3 -"], page=1)]
    assert " ".join(texts) == "KẾ HOẠCH CÔNG TÁC NĂM 2026"
