"""Excel workbooks of the old kind (.xls, BIFF): every visible sheet as a grid, like those of .xlsx."""

import struct
from collections.abc import Iterator
from io import StringIO
from typing import Any

import xlrd

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.archive import DAMAGE
from planner.reading.formats.blocks import Block
from planner.reading.formats.cell_values import day_text, number_text
from planner.reading.formats.excel_layout import COLUMNS, ROWS, Area, Layout
from planner.reading.formats.left_out import hidden_sheet
from planner.reading.formats.sheet import sheet_blocks
from planner.text import clean

_SHEETS = 60
_EMPTY = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
_ERRORS = (xlrd.XLRDError, xlrd.compdoc.CompDocError, struct.error, *DAMAGE)


def read_old_excel(content: bytes) -> list[Block]:
    """One grid a visible sheet; what is hidden is left out and asked about.

    Raises Refusal for a damaged or protected workbook.
    """
    try:
        # formatting_info tells merged areas, hidden rows and how dates are shown; ragged rows cost what they hold.
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, logfile=StringIO(), use_mmap=False
        )
        return [block for sheet in book.sheets()[:_SHEETS] for block in _blocks(sheet, book)]
    except _ERRORS as error:
        if "encrypted" in str(error):
            raise Refusal(N_("Tệp có mật khẩu. Xin bỏ mật khẩu rồi tải lên.")) from error
        raise Refusal(N_("Tệp Excel bị hỏng, không đọc được. Xin mở bằng Excel, lưu lại rồi tải lên.")) from error


def _blocks(sheet: Any, book: Any) -> list[Block]:
    name = clean(sheet.name)
    return [hidden_sheet(name)] if sheet.visibility else sheet_blocks(name, _rows(sheet, book), _layout(sheet))


def _layout(sheet: Any) -> Layout:
    beyond = range(ROWS, sheet.nrows)
    layout = Layout({number + 1 for number, info in sheet.rowinfo_map.items() if info.hidden})
    layout.is_longer = any(kind not in _EMPTY for row in beyond for kind in sheet.row_types(row))
    for first_row, end_row, first_column, end_column in sheet.merged_cells:
        layout.add(Area(first_row + 1, end_row, first_column + 1, end_column))
    for column, info in sheet.colinfo_map.items():
        if info.hidden:
            layout.hide_columns(column + 1, column + 1)
    return layout


def _rows(sheet: Any, book: Any) -> Iterator[tuple[int, list[str]]]:
    for number in range(min(sheet.nrows, ROWS)):
        yield number + 1, [_text(cell, book) for cell in sheet.row_slice(number, 0, COLUMNS)]


def _text(cell: Any, book: Any) -> str:
    if cell.ctype in (xlrd.XL_CELL_DATE, xlrd.XL_CELL_NUMBER):
        shown = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
        if cell.ctype == xlrd.XL_CELL_NUMBER:
            return number_text(cell.value, shown)
        return day_text(xlrd.xldate_as_datetime(cell.value, book.datemode), shown)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "x" if cell.value else ""
    return clean(cell.value) if cell.ctype == xlrd.XL_CELL_TEXT else ""
