"""A Word table → a grid with its merges resolved (w:gridSpan, w:vMerge, w:hMerge; ECMA-376 part 1, 17.4)."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from planner.errors import Refusal
from planner.language import N_
from planner.reading.columns import is_number_header
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.formats.word_names import is_on, number, val, w
from planner.reading.formats.word_text import SKIPPED, Words, is_placeholder
from planner.reading.notes import Note
from planner.reading.progress import counted
from planner.text import line

ROWS, COLUMNS = 20_000, 64  # Word itself stops at 63 columns
_ROWS_OF_PLAN, _INNER_ROWS = 3, 12  # a table of fewer rows sets the page; one of more is read on its own
_ROW, _CELL, _PARAGRAPH, _TABLE = w("tr"), w("tc"), w("p"), w("tbl")
_BOUNDS = {w(name) for name in ("tbl", "tr", "tc", "p", "tblPr", "tblGrid", "trPr", "tblPrEx", "sdtPr")}


def grid_of(table: Any, name: Note, words: Words) -> Grid:
    """The table's rows; a row that was deleted with changes tracked, or hidden, is left out."""
    grid = Grid(name=name)
    for row in counted(_children(table, _ROW), "lines"):
        if is_on(row, "trPr/del") or is_on(row, "trPr/hidden"):
            continue
        above = grid.rows[-1] if grid.rows else GridRow([])
        place = Note(N_("Bảng %(table)d, dòng %(row)d"), table=name.values["number"], row=len(grid.rows) + 1)
        grid.rows.append(_row(row, above, place, words))
        if len(grid.rows) > ROWS:
            raise Refusal(N_("Bảng có hơn %(most)d dòng nên không được đọc."), most=ROWS)
    return grid


def _row(row: Any, above: GridRow, place: str, words: Words) -> GridRow:
    cells: list[str] = [""] * min(number(val(row, "trPr/gridBefore"), 0), COLUMNS)
    joined: set[int] = set()
    for cell in _children(row, _CELL):
        width = max(1, min(number(val(cell, "tcPr/gridSpan"), 1), COLUMNS - len(cells)))
        goes_on = _continues(cell, "vMerge")
        text = cell_text(cell, words, is_shown=not goes_on)
        if goes_on:
            joined.update(range(len(cells), len(cells) + width))
            text = text or above.cell(len(cells))
        elif _continues(cell, "hMerge") and cells:
            text = text or cells[-1]
        cells += [text] * width
        if len(cells) >= COLUMNS:
            break
    return GridRow(cells, place, frozenset(joined))


def cell_text(cell: Any, words: Words, is_shown: bool = True) -> str:
    """The cell's paragraphs as lines, and the rows of a table that only sets words in it; others are read apart."""
    parts = (_part(part, words, is_shown) for part in _in_cell(cell))
    return "\n".join(filter(None, parts))


def _part(part: Any, words: Words, is_shown: bool) -> str:
    if part.tag == _PARAGRAPH:
        return words.of(part, is_shown)
    rows = ([cell_text(cell, words) for cell in _children(row, _CELL)] for row in _children(part, _ROW))
    return "\n".join(line(" ".join(row)) for row in rows)


def _in_cell(cell: Any) -> Iterator[Any]:
    """Paragraphs and inner tables in order, also those wrapped or inserted."""
    for child in cell:
        if child.tag == _PARAGRAPH or (child.tag == _TABLE and is_inner(child)):
            yield child
        elif child.tag not in SKIPPED and child.tag not in _BOUNDS and not is_placeholder(child):
            yield from _in_cell(child)


def is_inner(table: Any) -> bool:
    """Whether a nested table only sets words in a cell of a plan: small, without a header that names numbers."""
    holder = next((each for each in table.iterancestors(_TABLE)), None)
    if holder is None or len(list(_children(holder, _ROW))) < _ROWS_OF_PLAN:
        return False
    rows = list(islice(_children(table, _ROW), _INNER_ROWS + 1))
    first = [_plain(cell) for row in rows[:2] for cell in _children(row, _CELL)]
    return len(rows) <= _INNER_ROWS and not any(is_number_header(text) for text in first)


def _plain(cell: Any) -> str:
    return "".join(text.text or "" for text in islice(cell.iter(w("t")), _INNER_ROWS))


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Children of a kind, also those wrapped in content controls or marked as inserted."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in SKIPPED and child.tag not in _BOUNDS and not is_placeholder(child):
            yield from _children(child, tag)


def _continues(cell: Any, merge: str) -> bool:
    """Whether a cell goes on with the one above (vMerge) or on its left (hMerge); without a value it does."""
    return val(cell, f"tcPr/{merge}") in ("", "continue")
