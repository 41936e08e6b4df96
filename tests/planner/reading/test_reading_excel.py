"""Excel workbooks in the forms that offices send."""

import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from documents import NUMBERS, ROWS, TITLE, bytes_of_book, workbook
from effort import no_explosion

from planner.errors import Refusal
from planner.reading import PlanDraft, read_document


def read(book: openpyxl.Workbook) -> PlanDraft:
    return read_document(bytes_of_book(book), "ke-hoach.xlsx")


def test_a_sheet_with_merged_headers_gives_the_rows_and_the_heading() -> None:
    plan = read(workbook())
    assert [row.number for row in plan.rows] == NUMBERS
    assert (plan.title, plan.number, plan.date) == (" ".join(TITLE), "7/CTr-MTTQ", date(2026, 1, 9))
    assert (plan.rows[0].board, plan.rows[0].source) == ("Ban Tuyên giáo - Phong trào", "Trang tính “Kế hoạch”, dòng 6")
    assert len(plan.rows[2].occurrences) == 2


def test_numbers_typed_as_figures_are_whole() -> None:
    book = workbook([(n + 1.0, *row[1:]) for n, row in enumerate(ROWS)])  # type: ignore[misc]
    assert [row.number for row in read(book).rows] == NUMBERS


def test_real_dates_are_read_day_first_and_months_without_a_day_as_months() -> None:
    book = workbook()
    sheet = book.active
    sheet["D6"], sheet["E6"] = date(2026, 4, 3), date(2026, 5, 1)
    sheet["D6"].number_format, sheet["E6"].number_format = "dd/mm/yyyy", "mm/yyyy"
    row = read(book).rows[0]
    assert (row.submit_text, row.execute_text) == ("03/04/2026", "Tháng 5/2026")
    assert row.submit and str(row.submit.spans[0].finish) == "2026-04-03"


def test_a_board_merged_over_rows_belongs_to_each() -> None:
    book = workbook()
    book.active.merge_cells("C6:C8")
    assert [row.board for row in read(book).rows[:3]] == ["Ban Tuyên giáo - Phong trào"] * 3


def test_number_and_title_merged_over_two_times_are_one_row() -> None:
    book = workbook([ROWS[0], ("", "", "Ban\nTuyên giáo - Phong trào", "Tháng 7", "Tháng 8"), *ROWS[1:]])
    for area in ("A6:A7", "B6:B7"):
        book.active.merge_cells(area)
    rows = read(book).rows
    assert [row.number for row in rows] == NUMBERS
    assert (rows[0].submit_text, rows[0].execute_text) == ("Tháng 01; Tháng 7", "Tháng 3; Tháng 8")
    assert rows[0].board == "Ban Tuyên giáo - Phong trào"


def test_a_merged_section_row_is_the_section() -> None:
    book = workbook([("A. CÔNG TÁC TUYÊN TRUYỀN",), *ROWS])
    book.active.merge_cells("A6:E6")
    assert {row.section for row in read(book).rows} == {"A. CÔNG TÁC TUYÊN TRUYỀN"}


def test_hidden_rows_and_hidden_sheets_are_left_out() -> None:
    book = workbook()
    book.active.row_dimensions[7].hidden = True
    secret = book.copy_worksheet(book.active)
    secret.sheet_state = "hidden"
    assert [row.number for row in read(book).rows] == ["1", "3", "4", "5", "6"]


def test_the_plan_is_found_among_other_sheets() -> None:
    book = workbook()
    other = book.create_sheet("Thống kê", 0)
    for row in (("Đơn vị", "Năm", "Tổng số", "Tỷ lệ"), ("Hội A", 2025, 120, 45.5), ("Hội B", 2025, 90, 54.5)):
        other.append(row)
    plan = read(book)
    assert [row.number for row in plan.rows] == NUMBERS
    assert plan.number == "7/CTr-MTTQ"


def test_a_far_cell_and_a_merge_over_the_whole_sheet_cost_nothing() -> None:
    book = workbook()
    book.active["XFD1048576"] = "x"
    content = rewritten(
        bytes_of_book(book), b"<mergeCells", b'<mergeCells><mergeCell ref="G1:XFD900000"/></mergeCells><a'
    )
    content = rewritten(content, b"</mergeCells>", b"</a>", last=True)
    with no_explosion():
        assert [row.number for row in read_document(content, "a.xlsx").rows] == NUMBERS


def test_merges_that_overlap_without_end_are_refused() -> None:
    areas = b"".join(b'<mergeCell ref="G1:H19000"/>' for _ in range(5000))
    content = rewritten(bytes_of_book(workbook()), b"</mergeCells>", areas + b"</mergeCells>")
    with pytest.raises(Refusal, match="quá nhiều ô gộp"):
        read_document(content, "a.xlsx")


def test_formulas_without_a_kept_value_are_empty_not_code() -> None:
    book = workbook()
    book.active["A6"] = "=ROW()-5"
    row = read(book).rows[0]
    assert (row.number, row.title) == ("", ROWS[0][1])


def test_a_wrong_dimension_does_not_hide_rows() -> None:
    content = rewritten(bytes_of_book(workbook()), b'<dimension ref="A1:E11"', b'<dimension ref="A1:A1"')
    assert [row.number for row in read_document(content, "a.xlsx").rows] == NUMBERS


def test_a_document_type_with_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><worksheet'
    content = rewritten(bytes_of_book(workbook()), b"<worksheet", bomb)
    with pytest.raises(Refusal, match="DOCTYPE"):
        read_document(content, "a.xlsx")


def test_a_sheet_without_a_plan_says_what_is_missing() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Đơn vị", "Tổng số"])
    book.active.append(["Hội A", 3])
    with pytest.raises(Refusal, match="không bảng nào có các cột"):
        read(book)


def test_the_header_may_stand_below_a_long_letterhead() -> None:
    book = workbook(above=[("ỦY BAN MTTQ VIỆT NAM XÃ THỬ NGHIỆM",), *[("",)] * 30])
    assert [row.number for row in read(book).rows] == NUMBERS


def rewritten(content: bytes, old: bytes, new: bytes, last: bool = False) -> bytes:
    """The same archive with a piece of its first sheet replaced."""
    source, target = zipfile.ZipFile(BytesIO(content)), BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for member in source.infolist():
            data = source.read(member)
            if member.filename.endswith("sheet1.xml"):
                assert old in data
                data = new.join(data.rsplit(old, 1)) if last else data.replace(old, new, 1)
            out.writestr(member, data)
    return target.getvalue()
