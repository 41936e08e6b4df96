"""Builders of small plan documents, all of them made up, in the forms that offices send."""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
from docx.document import Document
from docx.table import Table

PLANS = Path(__file__).parents[4] / "shared" / "plans"

TITLE = ("KẾ HOẠCH", "THỰC HIỆN CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026")
ATTACHED = "(kèm theo Chương trình số 7 /CTr-MTTQ, ngày 09/01/2026 của Ủy ban MTTQ xã Thử Nghiệm)"
HEADER = ("Số TT", "NỘI DUNG CÔNG VIỆC", "BỘ PHẬN\nTHAM MƯU", "THỜI GIAN", "THỜI GIAN")
SUB_HEADER = ("Số TT", "NỘI DUNG CÔNG VIỆC", "BỘ PHẬN\nTHAM MƯU", "Trình", "Thực hiện")

Row = Sequence[str]
ROWS: list[Row] = [
    (
        "1",
        "Kế hoạch tổ chức hội nghị tổng kết phong trào thi đua",
        "Ban\nTuyên giáo - Phong trào",
        "Tháng 01",
        "Tháng 3",
    ),
    ("2", "Kế hoạch tập huấn nghiệp vụ công tác Mặt trận", "Ban\nTổ chức - Văn phòng", "Tháng 02", "Theo kế hoạch"),
    ("3", "Hội nghị Ủy ban lần thứ 4, thứ 5", "Ban\nTổ chức- Văn phòng", "Tháng 5,11", "Tháng 6,12"),
    ("4", "Kế hoạch kiểm tra công tác Mặt trận", "Ban\nTổ chức – Văn phòng", "Tháng 9", "Tháng 10-11"),
    ("5", "Chương trình giám sát năm 2027", "Ban\nTuyên giáo - Phong trào", "Tháng 11", "Năm 2027"),
    ("6", "Hội thi cán bộ giỏi", "Ban\nTổ chức - Văn phòng", "Tháng 4", "Từ tháng 8"),
]
NUMBERS = [row[0] for row in ROWS]


def bytes_of(document: Document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def fill(table: Table, rows: Sequence[Row]) -> Table:
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            lines = text.split("\n")
            cell.text = lines[0]
            for line in lines[1:]:
                cell.add_paragraph(line)
    return table


def plan_table(document: Document, rows: Sequence[Row] = ROWS) -> Table:
    """The usual table: a header of two rows, "Thời gian" over "Trình" and "Thực hiện"."""
    table = fill(document.add_table(rows=0, cols=5), [HEADER, SUB_HEADER])
    for column in range(3):
        table.cell(0, column).merge(table.cell(1, column)).text = HEADER[column]
    table.cell(0, 3).merge(table.cell(0, 4)).text = "THỜI GIAN"
    return fill(table, rows)


def headed() -> Document:
    document = docx.Document()
    for text in (*TITLE, ATTACHED):
        document.add_paragraph(text)
    return document


def word_plan(rows: Sequence[Row] = ROWS) -> bytes:
    document = headed()
    plan_table(document, rows)
    return bytes_of(document)


def simple_word(*rows: Row, title: str = "KẾ HOẠCH CÔNG TÁC NĂM 2026") -> bytes:
    """A one-row header as the first of `rows`."""
    document = docx.Document()
    document.add_paragraph(title)
    fill(document.add_table(rows=0, cols=len(rows[0])), rows)
    return bytes_of(document)


def bytes_of_book(book: openpyxl.Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def workbook(rows: Sequence[Row] = ROWS, above: Sequence[Row] = ()) -> openpyxl.Workbook:
    """The usual table on one sheet; `above` are rows before its title."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Kế hoạch"
    for row in above:
        sheet.append(list(row))
    first = len(above) + 1
    for row in ([" ".join(TITLE)], [ATTACHED], [], [*HEADER[:4], None], [None, None, None, "Trình", "Thực hiện"]):
        sheet.append(row)
    for area in ("A0:E0", "A1:E1", "A3:A4", "B3:B4", "C3:C4", "D3:E3"):
        sheet.merge_cells(re.sub(r"\d", lambda found: str(first + int(found[0])), area))
    for row in rows:
        sheet.append(list(row))
    return book


def flattened(rows: Sequence[Row] = ROWS) -> str:
    """One cell a line, each behind a tab; a cell of two lines has a blank one between them; a blank line parts rows."""
    lines = [*("\n\n".join(TITLE), ATTACHED)]
    header = [["Số TT", "NỘI DUNG CÔNG VIỆC", "BỘ PHẬN\nTHAM MƯU", "THỜI GIAN"], ["", "", "", "Trình", "Thực hiện"]]
    for row in [*header, *rows]:
        lines += ["\t" + cell.replace("\n", "\n\n") for cell in row] + [""]
    return "\n".join(lines)


def tabbed(*rows: Row, title: str = "KẾ HOẠCH CÔNG TÁC NĂM 2026") -> str:
    return "\n".join([title, "", *("\t".join(cell.replace("\n", " ") for cell in row) for row in rows)])
