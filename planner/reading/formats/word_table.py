"""A Word table → a grid with its merges resolved (w:gridSpan, w:vMerge, w:hMerge; ECMA-376 part 1, 17.4)."""

from collections.abc import Iterator
from typing import Any

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.formats.word_names import is_on, number, val, w
from planner.reading.formats.word_text import SKIPPED, Words, is_placeholder
from planner.reading.notes import Note
from planner.reading.progress import counted

ROWS, COLUMNS = 20_000, 64  # Word itself stops at 63 columns
_ROW, _CELL, _PARAGRAPH = w("tr"), w("tc"), w("p")
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
    """The cell's paragraphs as lines; a table inside the cell is read on its own."""
    return "\n".join(filter(None, (words.of(paragraph, is_shown) for paragraph in _children(cell, _PARAGRAPH))))


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
