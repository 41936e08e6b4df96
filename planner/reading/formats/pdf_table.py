"""A table found by its lines → a grid with its merges resolved."""

from dataclasses import dataclass, field
from typing import Any

from planner.language import N_
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.formats.cut_codes import with_whole_codes
from planner.reading.formats.pdf_overflow import texts_of
from planner.reading.notes import Note

_NEAR = 2.0  # points


@dataclass
class PageGrid(Grid):
    """A table of a page: the heights at which its rows begin and the last one ends, and texts that cells cut off."""

    tops: list[float] = field(default_factory=list)
    bottom: float = 0.0
    cut: list[str] = field(default_factory=list)


def grid_of(table: Any, page: int, number: int) -> PageGrid:
    """The table's rows; a cell that reaches over others has its text in each of their places."""
    texts, cut = texts_of(table)
    lefts = sorted({cell[0] for cell in table.cells})
    tops = [row.bbox[1] for row in table.rows]
    full: list[list[str]] = [[""] * len(lefts) for _ in tops]
    joined: list[set[int]] = [set() for _ in tops]
    for r, row in enumerate(table.rows):
        for c, box in enumerate(row.cells):
            if box is not None:
                text = with_whole_codes(texts[r][c])
                _fill(full, joined, text, r, c, _reach(tops, r, box[3]), _reach(lefts, c, box[2]))
    name = Note(N_("Trang %(page)d, bảng %(number)d"), page=page, number=number)
    rows = [_row(full[r], joined[r], page, number, r) for r in range(len(tops))]
    return PageGrid(rows, name, tops, table.bbox[3], cut)


def _fill(
    full: list[list[str]], joined: list[set[int]], text: str, top: int, left: int, bottom: int, right: int
) -> None:
    for r in range(top, bottom):
        full[r][left:right] = [text] * (right - left)
        if r > top:
            joined[r].update(range(left, right))


def _reach(starts: list[float], first: int, end: float) -> int:
    """The number of the first row or column that begins where a cell ends, or later."""
    return next((n for n in range(first + 1, len(starts)) if starts[n] > end - _NEAR), len(starts))


def _row(cells: list[str], joined: set[int], page: int, table: int, row: int) -> GridRow:
    place = Note(N_("Trang %(page)d, bảng %(table)d, dòng %(row)d"), page=page, table=table, row=row + 1)
    return GridRow(cells, place, frozenset(joined))
