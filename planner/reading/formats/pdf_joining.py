"""Tables that a page's end cut in two, put together again."""

import re
from collections import Counter

from planner.reading.formats.blocks import Block, Grid, GridRow, Paragraph
from planner.reading.formats.cut_codes import one_below
from planner.text import fold

_FEWEST = 3  # rows that show which columns are always filled
_NUMBER = re.compile(r"\d{1,4}([.)]\d*)*")


def joined(pages: list[list[Block]]) -> list[Block]:
    """The pages' blocks in one list; a table at the top of a page goes on with one as wide at the end of the last."""
    blocks: list[Block] = []
    for page in _without_margins(pages):
        before = blocks[-1] if blocks else None
        first = page[0] if page else None
        if isinstance(before, Grid) and isinstance(first, Grid) and _goes_on(before, first):
            _append(before, first)
            blocks += page[1:]
        else:
            blocks += page
    return blocks


def _without_margins(pages: list[list[Block]]) -> list[list[Block]]:
    """The pages without the headers and footers that they share; the first page keeps its own."""
    firsts, lasts = (Counter(_words(page[n : n + 1 or None]) for page in pages) for n in (0, -1))
    kept: list[list[Block]] = []
    for number, page in enumerate(pages):
        start = number > 0 and firsts[_words(page[:1])] > 1 and bool(_words(page[:1]))
        end = lasts[_words(page[-1:])] > 1 and bool(_words(page[-1:]))
        kept.append(page[start : len(page) - end])
    return kept


def _words(blocks: list[Block]) -> str:
    return blocks[0].text if blocks and isinstance(blocks[0], Paragraph) else ""


def _goes_on(before: Grid, grid: Grid) -> bool:
    return before.width == grid.width > 1


def _append(before: Grid, grid: Grid) -> None:
    rows = list(grid.rows)
    while rows and any(_same(rows[0], old) for old in before.rows[:4]):
        rows.pop(0)  # the header again
    if rows and (_is_rest(rows[0], before) or _completes(rows[0], before)):
        before.rows[-1] = _whole(before.rows[-1], rows.pop(0))
    before.rows += rows


def _same(one: GridRow, other: GridRow) -> bool:
    return [fold(cell) for cell in one.cells] == [fold(cell) for cell in other.cells]


def _is_rest(row: GridRow, before: Grid) -> bool:
    """A row without a number below rows that all have one is the rest of the last one."""
    last = before.rows[-1]
    if row.cell(0) or not _NUMBER.fullmatch(last.cell(0)) or len(row.filled) == 0:
        return False
    numbered = [old for old in before.rows if _NUMBER.fullmatch(old.cell(0))]
    return not any(not old.cell(0) for old in before.rows[before.rows.index(numbered[0]) :])


def _completes(row: GridRow, before: Grid) -> bool:
    """Whether a row has what the last one lacks and nothing that it has: words may stand amid their cell."""
    last, others = before.rows[-1], before.rows[:-1]
    own, old = _own(row), _own(last)
    if len(others) < _FEWEST or len(old) < 2 or own & old:
        return False
    return any(all(other.cell(n) for other in others) for n in own)


def _own(row: GridRow) -> set[int]:
    return {n for n, cell in enumerate(row.cells) if cell and n not in row.joined}


def _whole(row: GridRow, rest: GridRow) -> GridRow:
    cells = [one_below(*pair) for pair in zip(row.cells, rest.cells, strict=False)]
    return GridRow(cells, row.place, row.joined)
