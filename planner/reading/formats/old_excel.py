"""Excel workbooks of the old kind (.xls, BIFF): every visible sheet as a grid, like those of .xlsx."""

import struct
from collections.abc import Iterator
from io import StringIO
from typing import Any

import xlrd

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.archive import DAMAGE
from planner.reading.formats.blocks import Block, Grid, GridRow
from planner.reading.formats.cell_values import day_text, number_text
from planner.reading.formats.excel_layout import COLUMNS, ROWS, Area, Layout
from planner.reading.notes import Note
from planner.text import clean

_SHEETS = 60
_BLANK_ROWS = 1_000  # so many empty rows in a row end a sheet: what follows is a stray cell
_ERRORS = (xlrd.XLRDError, xlrd.compdoc.CompDocError, struct.error, *DAMAGE)


def read_old_excel(content: bytes) -> list[Block]:
    """One grid a visible sheet, hidden rows left out. Raises Refusal for a damaged or protected workbook."""
    try:
        # formatting_info tells merged areas, hidden rows and how dates are shown; ragged rows cost what they hold.
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, logfile=StringIO(), use_mmap=False
        )
        sheets = [sheet for sheet in book.sheets() if sheet.visibility == 0][:_SHEETS]
        return [_grid(sheet, book) for sheet in sheets]
    except _ERRORS as error:
        if "encrypted" in str(error):
            raise Refusal(N_("Tệp có mật khẩu. Xin bỏ mật khẩu rồi tải lên.")) from error
        raise Refusal(N_("Tệp Excel bị hỏng, không đọc được. Xin mở bằng Excel, lưu lại rồi tải lên.")) from error


def _grid(sheet: Any, book: Any) -> Grid:
    layout = _layout(sheet)
    grid = Grid(name=Note(N_("Trang tính “%(sheet)s”"), sheet=clean(sheet.name)))
    for number, cells in _rows(sheet, book):
        texts, joined = layout.merged(number, cells)
        if number in layout.hidden:
            continue
        place = Note(N_("Trang tính “%(sheet)s”, dòng %(row)d"), sheet=clean(sheet.name), row=number)
        grid.rows.append(GridRow(texts, place, joined))
    return grid


def _layout(sheet: Any) -> Layout:
    layout = Layout({number + 1 for number, info in sheet.rowinfo_map.items() if info.hidden})
    for first_row, end_row, first_column, end_column in sheet.merged_cells:
        layout.add(Area(first_row + 1, end_row, first_column + 1, end_column))
    return layout


def _rows(sheet: Any, book: Any) -> Iterator[tuple[int, list[str]]]:
    blank = 0
    for number in range(min(sheet.nrows, ROWS)):
        texts = [_text(cell, book) for cell in sheet.row_slice(number, 0, COLUMNS)]
        blank = 0 if any(texts) else blank + 1
        if blank > _BLANK_ROWS:
            return
        yield number + 1, texts


def _text(cell: Any, book: Any) -> str:
    if cell.ctype == xlrd.XL_CELL_DATE:
        shown = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
        return day_text(xlrd.xldate_as_datetime(cell.value, book.datemode), shown)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return number_text(cell.value)
    return clean(cell.value) if cell.ctype == xlrd.XL_CELL_TEXT else ""
