"""Tables that stand one below the other in one grid, each with a header of its own: a sheet, a file of values."""

import re
from itertools import pairwise

from planner.reading.columns import is_number_header
from planner.reading.formats.blocks import Block, Grid, GridRow
from planner.text import fold

_ORDINAL = re.compile(r"\d{1,4}[.)]?")
_NARROWEST = 3  # names of columns


def unstacked(blocks: list[Block]) -> list[Block]:
    """The blocks with such tables apart; a header that only repeats the one above begins none."""
    return [part for block in blocks for part in (_parts(block) if isinstance(block, Grid) else [block])]


def _parts(grid: Grid) -> list[Block]:
    starts = _starts(grid.rows)
    if not starts:
        return [grid]
    bounds = [0, *starts, len(grid.rows)]
    return [Grid(grid.rows[a:b], grid.name) for a, b in pairwise(bounds)]


def _starts(rows: list[GridRow]) -> list[int]:
    """Where another table begins: at the lines of one text above another header, below rows that are numbered."""
    starts: list[int] = []
    header: list[str] = []
    numbered = False
    for n, row in enumerate(rows):
        first = next(filter(None, row.cells), "")
        if len(first) < 9 and _ORDINAL.fullmatch(first):
            numbered = True
        elif is_number_header(first) and len(row.filled) >= _NARROWEST:
            names = [fold(cell) for cell in row.filled]
            if header and numbered and names != header:
                starts.append(_above(rows, n))
            if not header or numbered:
                header, numbered = names, False
    return starts


def _above(rows: list[GridRow], n: int) -> int:
    while n > 1 and len(rows[n - 1].filled) < 2:
        n -= 1
    return n
