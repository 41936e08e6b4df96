"""Workbooks of the old kind (.xls), written by another library than the one that reads them."""

import random
from datetime import date
from io import BytesIO

import pytest
import xlwt
from documents import ATTACHED, HEADER, NUMBERS, ROWS, TITLE
from effort import no_explosion

from planner.errors import Refusal
from planner.reading import PlanDraft, read_document

FIRST = 4  # row of the body, from 0


def usual(book: xlwt.Workbook, name: str = "Kế hoạch") -> xlwt.Worksheet:
    """The usual table: two rows of header with their merges, the board of the first rows merged."""
    sheet = book.add_sheet(name, cell_overwrite_ok=True)
    sheet.write_merge(0, 0, 0, 4, " ".join(TITLE))
    sheet.write_merge(1, 1, 0, 4, ATTACHED)
    for column in range(3):
        sheet.write_merge(2, 3, column, column, HEADER[column])
    sheet.write_merge(2, 2, 3, 4, "THỜI GIAN")
    sheet.write(3, 3, "Trình")
    sheet.write(3, 4, "Thực hiện")
    for n, row in enumerate(ROWS, start=FIRST):
        sheet.write(n, 0, float(row[0]))
        for column, text in enumerate(row[1:], start=1):
            sheet.write(n, column, text)
    return sheet


def bytes_of_old(book: xlwt.Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(book: xlwt.Workbook, name: str = "ke-hoach.xls") -> PlanDraft:
    return read_document(bytes_of_old(book), name)


@pytest.fixture
def book() -> xlwt.Workbook:
    return xlwt.Workbook()


def test_an_old_workbook_gives_the_rows_and_the_heading(book: xlwt.Workbook) -> None:
    usual(book)
    plan = read(book)
    assert [(row.number, row.title) for row in plan.rows] == [(row[0], row[1]) for row in ROWS]
    assert (plan.title, plan.number, plan.date) == (" ".join(TITLE), "7/CTr-MTTQ", date(2026, 1, 9))
    assert plan.rows[0].source == "Trang tính “Kế hoạch”, dòng 5"
    assert len(plan.rows[2].occurrences) == 2


def test_its_kind_is_told_by_its_bytes(book: xlwt.Workbook) -> None:
    usual(book)
    assert [row.number for row in read(book, "ke-hoach.doc").rows] == NUMBERS


def test_real_dates_are_read_as_they_are_shown(book: xlwt.Workbook) -> None:
    sheet = usual(book)
    for column, day, shown in ((3, date(2026, 4, 3), "dd/mm/yyyy"), (4, date(2026, 5, 1), "mm/yyyy")):
        style = xlwt.XFStyle()
        style.num_format_str = shown
        sheet.write(FIRST, column, day, style)
    row = read(book).rows[0]
    assert (row.submit_text, row.execute_text) == ("03/04/2026", "Tháng 5/2026")


def test_a_board_merged_over_rows_belongs_to_each(book: xlwt.Workbook) -> None:
    usual(book).merge(FIRST, FIRST + 2, 2, 2)
    assert [row.board for row in read(book).rows[:3]] == ["Ban Tuyên giáo - Phong trào"] * 3


def test_hidden_rows_and_hidden_sheets_are_left_out(book: xlwt.Workbook) -> None:
    usual(book).row(FIRST + 1).hidden = True
    usual(book, "Bản nháp").visibility = 1
    assert [row.number for row in read(book).rows] == ["1", "3", "4", "5", "6"]


def test_the_plan_is_found_among_other_sheets(book: xlwt.Workbook) -> None:
    other = book.add_sheet("Thống kê")
    for column, text in enumerate(("Đơn vị", "Năm", "Tổng số")):
        other.write(0, column, text)
    usual(book)
    assert [row.number for row in read(book).rows] == NUMBERS


def test_a_far_cell_and_a_merge_over_the_whole_sheet_cost_nothing(book: xlwt.Workbook) -> None:
    sheet = usual(book)
    sheet.write(65535, 255, "x")
    sheet.merged_ranges.append((FIRST, 65534, 10, 200))
    content = bytes_of_old(book)
    with no_explosion():
        assert [row.number for row in read_document(content, "a.xls").rows] == NUMBERS


def test_a_broken_old_workbook_is_refused_in_words(book: xlwt.Workbook) -> None:
    usual(book)
    content = bytes_of_old(book)
    for broken in (content[:3000], content[:600] + b"\xff" * 900 + content[1500:]):
        with pytest.raises(Refusal, match="Tệp Excel bị hỏng"):
            read_document(broken, "a.xls")


def test_wrong_bytes_give_a_plan_or_a_sentence(book: xlwt.Workbook) -> None:
    usual(book)
    sound, chance = bytes_of_old(book), random.Random(5)
    for _ in range(60):
        content = bytearray(sound)
        content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            assert read_document(bytes(content), "a.xls").rows
        except Refusal as refusal:
            assert str(refusal)
