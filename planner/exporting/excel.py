"""A plan as an Excel workbook (.xlsx): one sheet, ready to print on A4 lying on its side."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from planner.exporting.layout import COLUMNS, MARGIN
from planner.exporting.sheet import PlanSheet

_FONT = "Times New Roman"
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_SHADE = PatternFill("solid", fgColor="F2EEE6")
_LETTER = 1.9  # millimetres of a digit, which Excel counts widths in
_HALF = 4  # columns of the left half of the heading


def excel_workbook(sheet: PlanSheet) -> bytes:
    """The workbook's bytes. Every cell is text: what begins with =, +, - or @ is no formula."""
    book = Workbook()
    page: Any = book.active
    page.title = "Kế hoạch"
    header = _head(page, sheet)
    for number, entry in enumerate(sheet.entries, header + 1):
        if isinstance(entry, str):
            _across(page, number, entry, 1, len(COLUMNS), Font(name=_FONT, size=11, bold=True), "left", box=True)
        else:
            _row(page, number, entry.cells)
    _set_up(page, header)
    book.properties.title = sheet.title
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _head(page: Any, sheet: PlanSheet) -> int:
    """Writes everything down to the header; gives the header's row, from 1."""
    heading, bold, plain = sheet.heading, Font(name=_FONT, size=12, bold=True), Font(name=_FONT, size=12)
    top = max(len(heading.left), len(heading.right))
    for texts, first, last in ((heading.left, 1, _HALF), (heading.right, _HALF + 1, len(COLUMNS))):
        for n, text in enumerate(texts, 1):
            _across(page, n, text, first, last, bold if n < 3 else plain)
    line = top + 1
    for text, font in [*((text, Font(name=_FONT, size=14, bold=True)) for text in heading.title),
                       *((text, Font(name=_FONT, size=12, italic=True)) for text in heading.notes)]:  # fmt: skip
        line += 1
        _across(page, line, text, 1, len(COLUMNS), font)
    header = line + 2
    for n, column in enumerate(COLUMNS, 1):
        cell = _text(page.cell(header, n), column.header)
        cell.font, cell.fill, cell.border = Font(name=_FONT, size=11, bold=True), _SHADE, _BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return header


def _across(
    page: Any, row: int, text: str, first: int, last: int, font: Font, side: str = "center", box: bool = False
) -> None:  # fmt: skip
    """A text over several columns of a row."""
    page.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
    cell = _text(page.cell(row, first), text)
    cell.font, cell.alignment = font, Alignment(horizontal=side, vertical="center", wrap_text=True)
    for n in range(first, last + 1) if box else ():
        page.cell(row, n).border = _BOX


def _row(page: Any, number: int, cells: tuple[str, ...]) -> None:
    for n, (column, text) in enumerate(zip(COLUMNS, cells, strict=True), 1):
        cell = _text(page.cell(number, n), text)
        cell.font, cell.border, cell.alignment = _BODY, _BOX, _CENTRED if column.centred else _LEFT


_BODY = Font(name=_FONT, size=11)
_CENTRED = Alignment(horizontal="center", vertical="top", wrap_text=True)
_LEFT = Alignment(vertical="top", wrap_text=True)


def _text(cell: Any, text: str) -> Any:
    """Sets a cell to text, whatever it looks like; it stays text when somebody edits it."""
    cell.value = text
    if text:
        cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text[:1] in tuple("=+-@")
    return cell


def _set_up(page: Any, header: int) -> None:
    """A4 lying on its side, as wide as the page, the header on every page and in sight while one scrolls."""
    for letter, column in zip(_letters(), COLUMNS, strict=True):
        page.column_dimensions[letter].width = column.width / _LETTER
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{header}:{header}"
    page.freeze_panes = page.cell(header + 1, 1)
    inches = MARGIN / 25.4
    page.page_margins.left = page.page_margins.right = inches
    page.page_margins.top = page.page_margins.bottom = 2 * inches
    page.oddHeader.center.text = "&P"


def _letters() -> Iterator[str]:
    return (get_column_letter(n) for n in range(1, len(COLUMNS) + 1))
