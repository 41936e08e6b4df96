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
from planner.reading.formats.excel_layout import COLUMNS, ROWS, Layout, layout_of
from planner.reading.notes import Note
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
    for number, cells in _rows(sheet):
        if number in layout.hidden:
            continue
        texts, joined = _merged(number, cells, layout)
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


def _merged(number: int, texts: list[str], layout: Layout) -> tuple[list[str], frozenset[int]]:
    """Puts the text of a merged area into each of its cells of this row."""
    joined: set[int] = set()
    for area in layout.areas_of(number):
        texts += [""] * (min(area.last_column, COLUMNS) - len(texts))
        if number == area.first_row:
            area.text = texts[area.first_column - 1] if area.first_column <= len(texts) else ""
        else:
            joined.update(range(area.first_column - 1, min(area.last_column, COLUMNS)))
        for column in range(area.first_column, min(area.last_column, COLUMNS) + 1):
            texts[column - 1] = area.text
    return texts, frozenset(joined)


def cell_text(cell: Any) -> str:
    """A cell's value as a person sees it: dates day first, months without a day as months, whole numbers whole."""
    value = cell.value
    if isinstance(value, datetime | date):
        return _day(value, cell.number_format or "")
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}".replace(".", ",")
    return clean(str(value))


def _day(value: date, number_format: str) -> str:
    if "d" not in number_format.lower().replace("[$-409]", ""):
        return f"Tháng {value.month}/{value.year}"
    return f"{value.day:02d}/{value.month:02d}/{value.year}"
