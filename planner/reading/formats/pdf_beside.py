"""Tables too wide for a sheet's page: the columns that did not fit stand on pages of their own, row beside row."""

from collections.abc import Iterator

from planner.reading.columns import is_number_header
from planner.reading.formats.blocks import Block, Grid, GridRow
from planner.reading.formats.pdf_table import PageGrid
from planner.reading.guess import looks_like_time

_NEAR = 2.0  # points
_HEADER = 3  # rows
_FURTHER = 2  # columns


def set_beside(pages: list[list[Block]]) -> list[list[Block]]:
    """The pages, those with a table's further columns beside those with its first ones.

    A sheet prints all its rows first and then their other columns, or page by page; rows keep their heights.
    """
    half = len(pages) // 2
    if len(pages) % 2 or not half:
        return pages
    for pairs in ([(n, n + half) for n in range(half)], [(2 * n, 2 * n + 1) for n in range(half)]):
        wide = [_beside(pages[left], pages[right]) for left, right in pairs]
        if _goes_on(*(pages[n] for n in pairs[0])) and all(wide):
            return [page for page in wide if page]
    return pages


def left_apart(pages: list[list[Block]]) -> int | None:
    """The page with times alone that no table could take in: further columns, of rows that are not told apart there."""
    for number, page in enumerate(pages, start=1):
        for grid in page:
            if isinstance(grid, PageGrid) and grid.width <= _FURTHER and number > 1 and _are_times(grid):
                return number
    return None


def _are_times(grid: Grid) -> bool:
    cells = [cell for row in grid.rows for cell in row.cells if cell]
    return sum(map(looks_like_time, cells)) * 3 > len(cells) * 2


def _goes_on(left: list[Block], right: list[Block]) -> bool:
    """Whether only the left one of the first two pages heads the numbers."""
    return _heads_numbers(left[-1:]) and not _heads_numbers(right)


def _heads_numbers(blocks: list[Block]) -> bool:
    rows = [row for block in blocks if isinstance(block, Grid) for row in block.rows[:_HEADER]]
    return any(is_number_header(cell) for row in rows for cell in row.cells)


def _beside(left: list[Block], right: list[Block]) -> list[Block] | None:
    first, other = left[-1] if left else None, right[0] if len(right) == 1 else None
    if not isinstance(first, PageGrid) or not isinstance(other, PageGrid) or len(other.rows) < 2:
        return None
    at = [next((n for n, top in enumerate(first.tops) if abs(top - each) < _NEAR), None) for each in other.tops]
    if None in at or at[0] != 0 or abs(first.bottom - other.bottom) > _NEAR:
        return None
    rows = list(_rows(first, other, [n or 0 for n in at]))
    return [*left[:-1], PageGrid(rows, first.name, first.tops, first.bottom)]


def _rows(first: PageGrid, other: PageGrid, at: list[int]) -> Iterator[GridRow]:
    """Each row with its further cells; one that reaches down on the right has its text in each row on the left."""
    width, last = first.width, GridRow([])
    for n, row in enumerate(first.rows):
        is_own = n in at
        last = other.rows[at.index(n)] if is_own else last
        cells = [row.cell(k) for k in range(width)]
        further = range(width, width + len(last.cells))
        joined = {width + k for k in last.joined} if is_own else set(further)
        yield GridRow([*cells, *last.cells], row.place, row.joined | joined)
