"""A table that was flattened into one cell a line: every cell starts with a tab, blank lines part the rows.

A cell may go on over lines without a tab, also over blank ones ("\\tBan", "", "Tuyên giáo"), so a row ends only
where a blank line is followed by a tab.
"""

import re
from collections import Counter
from dataclasses import dataclass

from planner.reading.columns import is_number_header
from planner.reading.formats.bare_header import two_rows
from planner.reading.formats.blocks import Grid, GridRow, Paragraph
from planner.reading.formats.fitted import fitted_table
from planner.reading.formats.line_likeness import is_clear_heading
from planner.reading.formats.lost_merges import widen_header
from planner.text import clean

_ORDINAL = re.compile(r"\d{1,4}[.)]?")


@dataclass
class Cell:
    """A cell with the lines it holds; `apart` says that a blank line stood before it."""

    lines: list[Paragraph]
    apart: bool

    @property
    def text(self) -> str:
        return clean("\n".join(piece.text for piece in self.lines if piece.text.strip()))


def flattened_tables(lines: list[Paragraph]) -> list[Grid | list[Paragraph]]:
    """Paragraphs and tables, in order. A table starts at a cell that heads the numbers ("Số TT")."""
    start = next((n for n, piece in enumerate(lines) if _starts_table(piece.text)), None)
    if start is None:
        return [lines]
    while start and lines[start - 1].text.startswith("\t") and lines[start - 1].text.strip():
        start -= 1  # "Thời gian" may stand before the numbers
    cells = _cells(lines[start:])
    rows = _rows(cells)
    if _are_torn(rows) and (fitted := _fitted(cells)):
        return [part for part in (lines[:start], *fitted) if part]
    after = _cut_tail(rows)
    grid = Grid([GridRow([cell.text for cell in row], row[0].lines[0].place) for row in rows], lines[start].place)
    widen_header(grid.rows)
    _widen_bare(grid)
    if not is_number_header(grid.rows[0].cells[0]):
        _widen_headings(grid)
    return [part for part in (lines[:start], grid, after) if part]


def _widen_bare(grid: Grid) -> None:
    """Gives the header its merges back where the second of its rows lacks the blank cells too."""
    head = 1 if len(grid.rows) < 2 or _ORDINAL.fullmatch(grid.rows[1].cells[0].strip()) else 2
    counted = Counter(len(row.cells) for row in grid.rows[head:] if len(row.cells) > 2)
    names = [cell for row in grid.rows[:head] for cell in row.cells]
    if counted and all(names) and len(grid.rows[head - 1].cells) > 1:
        width = counted.most_common(1)[0][0]
        grid.rows[:head] = two_rows(names, width, grid.rows[0].place) or grid.rows[:head]


def _widen_headings(grid: Grid) -> None:
    """Headings stand in one cell over all columns: else they were taken for the first one's."""
    width = grid.width
    for row in grid.rows:
        if len(row.cells) == 1 and is_clear_heading(row.cells[0]):
            row.cells = row.cells * width


def _starts_table(text: str) -> bool:
    return text.startswith("\t") and is_number_header(text)


def _cells(lines: list[Paragraph]) -> list[Cell]:
    cells: list[Cell] = []
    blank = False
    for piece in lines:
        if piece.text.startswith("\t"):
            cells.append(Cell([Paragraph(piece.text[1:], piece.place)], blank))
            blank = False
        else:
            blank = not piece.text.strip()
            cells[-1].lines.append(piece)
    return cells


def _rows(cells: list[Cell]) -> list[list[Cell]]:
    """Rows by blank lines; where these do not give rows of one width, by the running numbers."""
    rows: list[list[Cell]] = []
    for cell in cells:
        if cell.apart or not rows:
            rows.append([])
        rows[-1].append(cell)
    return rows if _are_even(rows) else _by_number(cells)


def _are_even(rows: list[list[Cell]]) -> bool:
    # The header's first row lacks the cells that it spans, and a section's row may be one cell
    counted = [len(row) for row in rows[1:] if len(row) > 1 or _ORDINAL.fullmatch(row[0].text)]
    width, often = Counter(counted).most_common(1)[0] if counted else (0, 0)
    return width > 2 and len(counted) > 1 and often * 10 >= len(counted) * 7 and len(counted) * 2 >= len(rows)


def _are_torn(rows: list[list[Cell]]) -> bool:
    """Whether rows are uneven, or most are parted by numbers alone and one of them lacks a cell."""
    widths = {len(row) for row in rows[1:-1] if _ORDINAL.fullmatch(row[0].text)}
    apart = sum(row[0].apart for row in rows)
    return not _are_even(rows) or (len(widths) > 1 and apart * 2 < len(rows))


def _fitted(cells: list[Cell]) -> list[Grid | list[Paragraph]] | None:
    """The table by what its cells look like, where neither blank lines nor numbers part its rows evenly."""
    last = [[cells[-1]]]
    after = _cut_tail(last)
    found = fitted_table([Paragraph(cell.text, cell.lines[0].place) for cell in cells], whole=True)
    cells[-1].lines += after if found is None else []
    if found is None or not isinstance(found[0], Grid):
        return None
    rest = [piece for piece in found[1:] if isinstance(piece, Paragraph)]
    return [found[0], [*rest, *after]]


def _by_number(cells: list[Cell]) -> list[list[Cell]]:
    """A row starts where the next number stands; before the first one stands the header."""
    rows: list[list[Cell]] = [[]]
    expected = 1
    for cell in cells:
        if _ORDINAL.fullmatch(cell.text) and int(cell.text.rstrip(".)")) == expected and len(rows[-1]) != 1:
            rows.append([])
            expected += 1
        rows[-1].append(cell)
    return [row for row in (*_header(rows[0]), *rows[1:]) if row]


def _header(cells: list[Cell]) -> list[list[Cell]]:
    """The header's rows: its second one begins with blank cells under those of the first that reach down to it."""
    cut = next((n for n, cell in enumerate(cells) if n and not cell.text), len(cells))
    return [cells[:cut], cells[cut:]]


def _cut_tail(rows: list[list[Cell]]) -> list[Paragraph]:
    """What follows the table was taken for lines of its last cell: give back all after the first blank line."""
    last = rows[-1][-1]
    end = next((n for n, piece in enumerate(last.lines) if n and not piece.text.strip()), len(last.lines))
    after, last.lines = last.lines[end:], last.lines[:end]
    return [piece for piece in after if piece.text.strip()]
