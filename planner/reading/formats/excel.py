"""Excel workbooks (.xlsx, .xlsm): every visible sheet as a grid, with real dates and figures in words."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import openpyxl
from lxml.etree import LxmlError

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.archive import DAMAGE, open_archive, refuse_entities
from planner.reading.formats.blocks import Block
from planner.reading.formats.cell_values import day_text, number_text
from planner.reading.formats.excel_layout import COLUMNS, ROWS
from planner.reading.formats.excel_xml import layout_of
from planner.reading.formats.left_out import hidden_sheet
from planner.reading.formats.sheet import sheet_blocks
from planner.text import clean

_SHEETS = 60
# Strict files (ISO/IEC 29500) say the same under other names, which openpyxl does not know
_STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


def read_excel(content: bytes) -> list[Block]:
    """One grid a visible sheet; what is hidden is left out and asked about.

    Raises Refusal for a damaged or outsized workbook.
    """
    archive = open_archive(content)
    refuse_entities(archive)
    try:
        content = _usual(archive, content)
        archive = ZipFile(BytesIO(content))
        # read_only: one far cell costs nothing; merges and hidden rows come from the sheet's own XML.
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
        return [block for sheet in book.worksheets[:_SHEETS] for block in _blocks(sheet, archive)]
    except (LxmlError, *DAMAGE) as error:
        raise Refusal(N_("Tệp Excel bị hỏng, không đọc được. Xin mở bằng Excel, lưu lại rồi tải lên.")) from error


def _usual(archive: ZipFile, content: bytes) -> bytes:
    """A strict workbook written in the usual names; any other as it is."""
    if not any(_STRICT[0][0] in archive.read(name) for name in archive.namelist() if name.endswith("workbook.xml")):
        return content
    usual = BytesIO()
    with ZipFile(usual, "w", ZIP_STORED) as out:
        for name in archive.namelist():
            data = archive.read(name)
            for strict, other in _STRICT:
                data = data.replace(strict, other)
            out.writestr(name, data)
    return usual.getvalue()


def _blocks(sheet: Any, archive: ZipFile) -> list[Block]:
    name = clean(sheet.title)
    if sheet.sheet_state != "visible":
        return [hidden_sheet(name)]
    layout = layout_of(archive, sheet._worksheet_path)  # openpyxl has no public name for it
    sheet.reset_dimensions()  # the written dimension is often wrong
    return sheet_blocks(name, _rows(sheet), layout)


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(sheet.iter_rows(max_row=ROWS), start=1):
        yield number, [cell_text(cell) for cell in row[:COLUMNS]]


def cell_text(cell: Any) -> str:
    """A cell's value as a person sees it: dates day first, months without a day as months, whole numbers whole."""
    value = cell.value
    if isinstance(value, datetime | date):
        return day_text(value, cell.number_format or "")
    if isinstance(value, bool) or value is None:
        return "x" if value else ""  # a ticked box
    if isinstance(value, int | float):
        return number_text(value, cell.number_format or "")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return clean(str(value))
