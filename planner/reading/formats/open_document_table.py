"""An OpenDocument table → a grid: merges resolved, repeated cells and rows written out, hidden rows left out."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from planner.language import N_
from planner.reading.formats.blocks import Block, Grid
from planner.reading.formats.cell_values import day_text, number_text
from planner.reading.formats.left_out import left_out
from planner.reading.formats.open_document_names import OFFICE, TABLE, TEXT
from planner.reading.formats.open_document_numbers import Numbers
from planner.reading.formats.open_document_text import text_of
from planner.reading.formats.spans import COLUMNS, ROWS, Cell, SpanGrid, count, too_many_rows
from planner.reading.notes import Note

_SHEET_ROWS = 2_000_000
_GROUPS = {f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")}


def grid_of(table: Any, number: int, is_sheet: bool, numbers: Numbers) -> list[Block]:
    """The table's rows, and what is asked about those that a sheet hides. Raises Refusal when there are too many."""
    name = table.get(f"{TABLE}name") or str(number)
    grid = Grid(name=Note(N_("Trang tính “%(sheet)s”"), sheet=name) if is_sheet else _table_name(number))
    spans, n = SpanGrid(grid, hidden_columns=_hidden_columns(table) if is_sheet else frozenset()), 0
    for row in _rows(table):
        cells = list(_cells(row, numbers))
        repeated = count(row.get(f"{TABLE}number-rows-repeated"), _SHEET_ROWS)
        is_hidden = row.get(f"{TABLE}visibility") in ("collapse", "filter")
        # A sheet ends with a million repetitions of an empty row: one stands for all
        stand_in = is_hidden or not any(cell.text for cell in cells)
        if not stand_in and repeated > ROWS:
            raise too_many_rows()
        for _ in range(1 if stand_in else repeated):
            n += 1
            spans.add(cells, _place(name, number, n, is_sheet), is_hidden)
        n += repeated - 1 if stand_in else 0
    return [grid, *(left_out(name, spans.hidden, len(spans.left_out)) if is_sheet else [])]


def _hidden_columns(table: Any) -> frozenset[int]:
    """The columns from 0 that the sheet hides; those of groups follow in order (9.1.6, 19.749)."""
    hidden: set[int] = set()
    at = 0
    for column in table.iter(f"{TABLE}table-column"):
        repeated = count(column.get(f"{TABLE}number-columns-repeated"), COLUMNS)
        if column.get(f"{TABLE}visibility") in ("collapse", "filter"):
            hidden.update(range(at, min(at + repeated, COLUMNS)))
        at += repeated
    return frozenset(hidden)


def _table_name(number: int) -> Note:
    return Note(N_("Bảng %(number)d"), number=number)


def _place(name: str, number: int, row: int, is_sheet: bool) -> Note:
    if is_sheet:
        return Note(N_("Trang tính “%(sheet)s”, dòng %(row)d"), sheet=name, row=row)
    return Note(N_("Bảng %(table)d, dòng %(row)d"), table=number, row=row)


def _rows(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)


def _cells(row: Any, numbers: Numbers) -> Iterator[Cell]:
    """The row's cells without the covered ones, whose places the merged cell's spans fill."""
    left = COLUMNS
    for cell in row.iterfind(f"{TABLE}table-cell"):
        across = count(cell.get(f"{TABLE}number-columns-spanned"), COLUMNS)
        down = count(cell.get(f"{TABLE}number-rows-spanned"), ROWS)
        repeated = min(count(cell.get(f"{TABLE}number-columns-repeated"), COLUMNS), left)
        left -= repeated
        yield from [Cell(_cell_text(cell, numbers), across, down)] * repeated


def _cell_text(cell: Any, numbers: Numbers) -> str:
    """The cell's value where it has one, or else its paragraphs as lines; a nested table is read on its own."""
    shown = "\n".join(filter(None, (numbers.label(p) + text_of(p) for p in _paragraphs(cell))))
    kind = cell.get(f"{OFFICE}value-type")
    try:
        if kind == "float":
            return number_text(float(cell.get(f"{OFFICE}value")))
        if kind == "date":
            day = date.fromisoformat(cell.get(f"{OFFICE}date-value")[:10])
            return day_text(day, "m" if _shows_month(shown, day) else "d")
    except (ValueError, TypeError, OverflowError):
        pass  # a value that is none: what the page shows is left
    return "" if kind == "boolean" else shown


def _paragraphs(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield child
        elif child.tag in (f"{TEXT}list", f"{TEXT}list-item", f"{TEXT}list-header", f"{TEXT}section"):
            yield from _paragraphs(child)


def _shows_month(shown: str, day: date) -> bool:
    """Whether a date is shown as month and year only ("05/2026", "Tháng 5 năm 2026")."""
    figures = [int(figure) for figure in re.findall(r"\d{1,4}", shown)]
    whole = figures in ([day.month, day.year], [day.year, day.month])
    return whole or (day.day == 1 and figures == [day.month, day.year % 100])
