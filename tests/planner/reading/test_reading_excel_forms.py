"""Workbooks as people leave them: hidden parts, formats of figures, formulas, files of other programs."""

import zipfile
from collections.abc import Callable
from datetime import date, time
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from documents import NUMBERS, ROWS, bytes_of_book, workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from planner.reading import PlanDraft, read_document

STRICT = (
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)
FIRST = 6  # the sheet's row with the plan's first work


def read(book: openpyxl.Workbook) -> PlanDraft:
    return read_document(bytes_of_book(book), "ke-hoach.xlsx")


def rewritten(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    source, target = zipfile.ZipFile(BytesIO(content)), BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for member in source.infolist():
            out.writestr(member, change(source.read(member)))
    return target.getvalue()


def strict(data: bytes) -> bytes:
    for usual, other in STRICT:
        data = data.replace(usual, other)
    return data


def test_a_strict_workbook_is_read_as_any_other() -> None:
    content = bytes_of_book(workbook())
    here, there = read_document(content, "a.xlsx"), read_document(rewritten(content, strict), "a.xlsx")
    assert here.as_json() == there.as_json()


def test_a_workbook_with_macros_is_read() -> None:
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    content = rewritten(bytes_of_book(workbook()), lambda data: data.replace(kind, macros))
    assert [row.number for row in read_document(content, "a.xlsm").rows] == NUMBERS


def test_hidden_rows_columns_and_sheets_are_left_out_and_told() -> None:
    book = workbook()
    sheet = book.active
    for row in (FIRST + 1, FIRST + 2, 40):
        sheet.row_dimensions[row].hidden = True
    sheet["F5"], sheet["F6"] = "Ghi chú", "nội bộ"
    sheet.column_dimensions["F"].hidden = True
    sheet.column_dimensions["J"].hidden = True
    book.copy_worksheet(sheet).title = "Nháp"
    book["Nháp"].sheet_state = "veryHidden"
    plan = read(book)
    assert [row.number for row in plan.rows] == ["1", "4", "5", "6"]
    told = [question for question in plan.questions if "ẩn" in question]
    assert told == [
        "Trang tính “Kế hoạch” có 2 dòng bị ẩn hoặc bị lọc nên chưa được đọc. Những dòng này có thuộc kế hoạch không?",
        "Trang tính “Kế hoạch” có 1 cột bị ẩn nên chưa được đọc. Những cột này có thuộc kế hoạch không?",
        "Trang tính “Nháp” bị ẩn nên chưa được đọc. Trang này có thuộc kế hoạch không?",
    ]


def test_a_title_that_reaches_over_a_hidden_column_is_nothing_left_out() -> None:
    book = workbook()
    book.active.column_dimensions["F"].hidden = True
    book.active.unmerge_cells("A1:E1")
    book.active.merge_cells("A1:F1")
    assert not [question for question in read(book).questions if "ẩn" in question]


SHOWN: list[tuple[Any, str, str]] = [
    (date(2026, 3, 15), "dd/mm/yyyy", "15/03/2026"),
    (date(2026, 3, 15), "m/d/yyyy", "15/03/2026"),
    (date(2026, 3, 15), "[$-42A]dd mmmm yyyy", "15/03/2026"),
    (date(2026, 3, 1), "mm/yyyy", "Tháng 3/2026"),
    (date(2026, 3, 1), '[Red]"tháng dd "mm\\.yyyy', "Tháng 3/2026"),
    (date(2026, 1, 1), "yyyy", "Năm 2026"),
    (46096, "dd/mm/yyyy", "15/03/2026"),
    (5, '"Tháng "0', "Tháng 5"),
    (5.0, "00", "05"),
    (5.0, "General", "5"),
    (0.85, "0%", "85%"),
    (2.5, "0.00", "2,5"),
    (True, "General", "x"),
    (False, "General", ""),
    (time(8, 30), "h:mm", "08:30"),
    (CellRichText("Quý ", TextBlock(InlineFont(b=True), "II")), "General", "Quý II"),
]


@pytest.mark.parametrize(("value", "number_format", "shown"), SHOWN)
def test_a_value_is_read_as_its_format_shows_it(value: Any, number_format: str, shown: str) -> None:
    book = workbook()
    cell = book.active.cell(FIRST, 5)
    cell.value = value
    cell.number_format = number_format
    assert read(book).rows[0].execute_text == shown


def test_a_formula_with_its_result_is_read_and_one_without_is_asked_about() -> None:
    book = workbook()
    for n in range(len(ROWS)):
        book.active.cell(FIRST + n, 1).value = f"=ROW()-{FIRST - 1}"
    content = bytes_of_book(book)
    without = read_document(content, "a.xlsx")
    assert "Trang tính “Kế hoạch” có 6 ô công thức chưa lưu kết quả" in " ".join(without.questions)
    results = rewritten(
        content, lambda data: data.replace(b"</f><v></v>", b"</f><v>7</v>").replace(b"</f><v />", b"</f><v>7</v>")
    )
    plan = read_document(results, "a.xlsx")
    assert [row.number for row in plan.rows] == ["7"] * 6
    assert "công thức" not in " ".join(plan.questions)


def test_a_million_declared_rows_cost_nothing() -> None:
    def declared(data: bytes) -> bytes:
        data = data.replace(b'<dimension ref="A1:E11"', b'<dimension ref="A1:XFD1048576"')
        return data.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')

    assert [
        row.number for row in read_document(rewritten(bytes_of_book(workbook()), declared), "a.xlsx").rows
    ] == NUMBERS


def test_letters_of_old_fonts_in_cells_become_those_of_today() -> None:
    book = openpyxl.Workbook()
    for row in (
        ["KÕ ho¹ch c«ng t¸c n¨m 2026"],
        ["STT", "Néi dung c«ng viÖc", "§¬n vÞ thùc hiÖn", "Thêi gian"],
        [1, "Tæ chøc héi nghÞ tæng kÕt", "V¨n phßng", "Th¸ng 3"],
        [2, "Gi¸m s¸t, ph¶n biÖn x· héi", "Ban D©n chñ", "Quý II"],
    ):
        book.active.append(row)
    plan = read(book)
    assert plan.title == "Kế hoạch công tác năm 2026"
    assert [(row.title, row.board, row.execute_text) for row in plan.rows] == [
        ("Tổ chức hội nghị tổng kết", "Văn phòng", "Tháng 3"),
        ("Giám sát, phản biện xã hội", "Ban Dân chủ", "Quý II"),
    ]


def test_a_sheet_that_a_body_names_is_its_plan_where_no_column_names_bodies() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Báo cáo"
    book.active.append(["KẾ HOẠCH CÔNG TÁC NĂM 2026"])
    for name in ("Ban Tuyên giáo", "Văn phòng"):
        sheet = book.create_sheet(name)
        for row in (["TT", "Công việc", "Tháng"], [1, "Ra bản tin", 3], [2, "Kiểm kê", 12]):
            sheet.append(row)
    plan = read(book)
    assert [row.board for row in plan.rows] == ["Ban Tuyên giáo"] * 2 + ["Văn phòng"] * 2
    assert not [row.questions for row in plan.rows if row.questions]
