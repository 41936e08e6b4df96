"""A Word table → a grid with its merges resolved (w:gridSpan, w:vMerge, ECMA-376 part 1, 17.4)."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.formats.word_numbering import Numbering
from planner.reading.formats.word_text import SKIPPED, paragraph_text
from planner.reading.notes import Note

ROWS, COLUMNS = 20_000, 64  # Word itself stops at 63 columns


def grid_of(table: Any, name: Note, numbering: Numbering) -> Grid:
    """The table's rows; a row that was deleted with changes tracked is left out."""
    grid = Grid(name=name)
    for row in _children(table, qn("w:tr")):
        if _deleted(row):
            continue
        above = grid.rows[-1] if grid.rows else GridRow([])
        place = Note(N_("Bảng %(table)d, dòng %(row)d"), table=name.values["number"], row=len(grid.rows) + 1)
        grid.rows.append(_row(row, above, place, numbering))
        if len(grid.rows) > ROWS:
            raise Refusal(N_("Bảng có hơn %(most)d dòng nên không được đọc."), most=ROWS)
    return grid


def _row(row: Any, above: GridRow, place: str, numbering: Numbering) -> GridRow:
    cells: list[str] = [""] * _skipped(row)
    joined: set[int] = set()
    for cell in _children(row, qn("w:tc")):
        width = max(1, min(_number(cell, "w:gridSpan"), COLUMNS - len(cells)))
        text = cell_text(cell, numbering)
        if _continues(cell):
            joined.update(range(len(cells), len(cells) + width))
            text = text or above.cell(len(cells))
        cells += [text] * width
        if len(cells) >= COLUMNS:
            break
    return GridRow(cells, place, frozenset(joined))


def cell_text(cell: Any, numbering: Numbering) -> str:
    """The cell's paragraphs as lines; a table inside the cell is read on its own."""
    return "\n".join(filter(None, (paragraph_text(p, numbering) for p in _children(cell, qn("w:p")))))


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Children of a kind, also those wrapped in content controls or marked as inserted."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in SKIPPED and child.tag not in _BOUNDS:
            yield from _children(child, tag)


_BOUNDS = {qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:p"), qn("w:tblPr"), qn("w:tblGrid"), qn("w:trPr")}


def _deleted(row: Any) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None


def _skipped(row: Any) -> int:
    """Grid columns that the row leaves out at its start (w:gridBefore)."""
    found = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    return min(_value(found), COLUMNS) if found is not None else 0


def _number(cell: Any, name: str) -> int:
    found = cell.find(f"{qn('w:tcPr')}/{qn(name)}")
    return _value(found) if found is not None else 1


def _value(element: Any) -> int:
    value = element.get(qn("w:val")) or ""
    return int(value) if value.isdecimal() and len(value) < 5 else 1


def _continues(cell: Any) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"
