"""A plan as an Excel workbook (.xlsx): one sheet, ready to print on A4 lying on its side."""

from collections.abc import Sequence
from io import BytesIO
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from planner.exporting.layout import MARGIN, WrittenColumn
from planner.exporting.sheet import PlanSheet

_FONT = "Times New Roman"
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_SHADE = PatternFill("solid", fgColor="F2EEE6")
_LETTER = 1.9  # millimetres of a digit, which Excel counts widths in
_LEADING = 1.2  # of a line to the size of its letters
_MEAN = 0.14  # millimetres of a mean letter to a point of its size, a little more than it takes


def excel_workbook(sheet: PlanSheet) -> bytes:
    """The workbook's bytes. Every cell is text: what begins with =, +, - or @ is no formula."""
    book = Workbook()
    page: Any = book.active
    page.title = "Kế hoạch"
    header = _head(page, sheet)
    for number, entry in enumerate(sheet.entries, header + 1):
        if isinstance(entry, str):
            _across(page, number, entry, sheet.columns, (1, len(sheet.columns)), _SECTION, "left", box=True)
        else:
            _row(page, number, entry.cells, sheet.columns)
    _set_up(page, header, sheet.columns)
    book.properties.title = sheet.title
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _head(page: Any, sheet: PlanSheet) -> int:
    """Writes everything down to the header; gives the header's row, from 1."""
    heading, columns = sheet.heading, sheet.columns
    half, last = _half(columns), len(columns)
    for texts, places in ((heading.left, (1, half)), (heading.right, (half + 1, last))):
        for n, text in enumerate(texts, 1):
            font = _LETTERHEAD if text in heading.bold else _NOTE if texts is heading.right else _PLAIN
            _across(page, n, text, columns, places, font)
    line = max(len(heading.left), len(heading.right)) + 1
    for text, font in [*((text, _TITLE) for text in heading.title), *((text, _NOTE) for text in heading.notes)]:
        line += 1
        _across(page, line, text, columns, (1, last), font)
    header = line + 2
    for n, column in enumerate(columns, 1):
        cell = _text(page.cell(header, n), column.header)
        cell.font, cell.fill, cell.border = _SECTION, _SHADE, _BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    page.row_dimensions[header].height = max(_height(column.header, column.width - 3, _SECTION) for column in columns)
    return header


def _half(columns: Sequence[WrittenColumn]) -> int:
    """How many columns make the left half of the page, as near as they come."""
    widths = [column.width for column in columns]
    return min(range(1, len(widths)), key=lambda n: abs(sum(widths[:n]) - sum(widths[n:])))


def _across(
    page: Any, row: int, text: str, columns: Sequence[WrittenColumn], places: tuple[int, int], font: Font,
    side: str = "center", box: bool = False,
) -> None:  # fmt: skip
    """A text over several columns of a row."""
    first, last = places
    page.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
    cell = _text(page.cell(row, first), text)
    cell.font, cell.alignment = font, Alignment(horizontal=side, vertical="center", wrap_text=True)
    for n in range(first, last + 1) if box else ():
        page.cell(row, n).border = _BOX
    height = _height(text, sum(column.width for column in columns[first - 1 : last]), font)
    page.row_dimensions[row].height = max(page.row_dimensions[row].height or 0, height)


def _height(text: str, width: float, font: Font) -> float:
    """The points that a text needs in a cell of some millimetres: not every program looks for them by itself."""
    letters = max(1, int((width - 2) / (_MEAN * font.size)))
    lines = sum(len(wrap(line, letters)) or 1 for line in text.split("\n"))
    return lines * font.size * _LEADING


def _row(page: Any, number: int, cells: tuple[str, ...], columns: Sequence[WrittenColumn]) -> None:
    for n, (column, text) in enumerate(zip(columns, cells, strict=True), 1):
        cell = _text(page.cell(number, n), text)
        cell.font, cell.border, cell.alignment = _BODY, _BOX, _CENTRED if column.centred else _LEFT
    fit = (_height(text, column.width, _BODY) for column, text in zip(columns, cells, strict=True))
    page.row_dimensions[number].height = max(fit)


_BODY, _SECTION = Font(name=_FONT, size=11), Font(name=_FONT, size=11, bold=True)
_PLAIN, _LETTERHEAD = Font(name=_FONT, size=12), Font(name=_FONT, size=12, bold=True)
_TITLE, _NOTE = Font(name=_FONT, size=14, bold=True), Font(name=_FONT, size=12, italic=True)
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


def _set_up(page: Any, header: int, columns: Sequence[WrittenColumn]) -> None:
    """A4 lying on its side, as wide as the page, the header on every page and in sight while one scrolls."""
    for n, column in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(n)].width = column.width / _LETTER
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{header}:{header}"
    page.freeze_panes = page.cell(header + 1, 1)
    inches = MARGIN / 25.4
    page.page_margins.left = page.page_margins.right = inches
    page.page_margins.top = page.page_margins.bottom = 2 * inches
    page.HeaderFooter.differentFirst = True
    page.oddHeader.center.text = "&P"
