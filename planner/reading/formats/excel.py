"""Excel workbooks (.xlsx): every visible sheet as a grid, with real dates and figures in words."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.archive import DAMAGE, open_archive, refuse_entities
from planner.reading.formats.blocks import Block, Grid, GridRow
from planner.reading.formats.cell_values import day_text, number_text
from planner.reading.formats.excel_layout import COLUMNS, ROWS, layout_of
from planner.reading.notes import Note
from planner.reading.progress import counted
from planner.text import clean

_SHEETS = 60
_BLANK_ROWS = 1_000  # so many empty rows in a row end a sheet: what follows is a stray cell


def read_excel(content: bytes) -> list[Block]:
    """One grid a visible sheet, hidden rows left out. Raises Refusal for a damaged or outsized workbook."""
    archive = open_archive(content)
    refuse_entities(archive)
    try:
        # read_only: one far cell costs nothing; merges and hidden rows come from the sheet's own XML.
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"][:_SHEETS]
        return [_grid(sheet, archive) for sheet in sheets]
    except DAMAGE as error:
        raise Refusal(N_("Tệp Excel bị hỏng, không đọc được. Xin mở bằng Excel, lưu lại rồi tải lên.")) from error


def _grid(sheet: Any, archive: ZipFile) -> Grid:
    layout = layout_of(archive, sheet._worksheet_path)  # openpyxl has no public name for it
    sheet.reset_dimensions()  # the written dimension is often wrong
    grid = Grid(name=Note(N_("Trang tính “%(sheet)s”"), sheet=sheet.title))
    for number, cells in counted(_rows(sheet), "lines"):
        if number in layout.hidden:
            continue
        texts, joined = layout.merged(number, cells)
        place = Note(N_("Trang tính “%(sheet)s”, dòng %(row)d"), sheet=sheet.title, row=number)
        grid.rows.append(GridRow(texts, place, joined))
    return grid


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    blank = 0
    for number, row in enumerate(sheet.iter_rows(max_row=ROWS, max_col=COLUMNS), start=1):
        texts = [cell_text(cell) for cell in row]
        blank = 0 if any(texts) else blank + 1
        if blank > _BLANK_ROWS:
            return
        yield number, texts


def cell_text(cell: Any) -> str:
    """A cell's value as a person sees it: dates day first, months without a day as months, whole numbers whole."""
    value = cell.value
    if isinstance(value, datetime | date):
        return day_text(value, cell.number_format or "")
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float):
        return number_text(value)
    return clean(str(value))
