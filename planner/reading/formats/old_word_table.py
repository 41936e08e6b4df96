"""The rows of a table in an old Word file → a grid with its merges resolved."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from planner.language import N_
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.formats.edges import places_of
from planner.reading.formats.old_word_sprms import RowShape
from planner.reading.formats.old_word_text import Piece
from planner.reading.formats.spans import COLUMNS, ROWS, too_many_rows
from planner.reading.notes import Note

_NEAR = 60.0  # twentieths of a point


@dataclass
class TableRow:
    """A row's cells and where they end."""

    cells: list[str] = field(default_factory=list)
    shape: RowShape = field(default_factory=RowShape)


def table_rows(pieces: Iterable[Piece]) -> list[TableRow]:
    """The rows that paragraphs in a table make; tables inside a cell are lines of it."""
    rows: list[TableRow] = []
    row, lines = TableRow(), list[str]()
    for piece in pieces:
        if piece.said.depth < 2 and piece.said.ends_row:
            row.shape = piece.said.shape
            rows.append(row)
            row, lines = TableRow(), []
            continue
        lines += [piece.text] if piece.text else []
        if piece.ends_cell:
            row.cells.append("\n".join(lines))
            lines = []
    if len(rows) > ROWS:
        raise too_many_rows()
    return [*rows, row] if row.cells else rows


def grid_of(rows: list[TableRow], number: int) -> Grid:
    """The grid: the edges of all rows make its columns."""
    grid = Grid(name=Note(N_("Bảng %(number)d"), number=number))
    edges = [_edges(row) for row in rows]
    places = places_of({edge for each in edges for edge in each}, _NEAR)
    above = GridRow([])
    for row, own in zip(rows, edges, strict=True):
        place = Note(N_("Bảng %(table)d, dòng %(row)d"), table=number, row=len(grid.rows) + 1)
        above = _row(row, [places[edge] for edge in own], above, place)
        if any(above.cells):
            grid.rows.append(above)
    return grid


def _edges(row: TableRow) -> list[float]:
    """The edges that the row says, or even ones where it says too few."""
    said = row.shape.edges
    return (
        [float(edge) for edge in said]
        if len(said) > len(row.cells)
        else [1440.0 * n for n in range(len(row.cells) + 1)]
    )


def _row(row: TableRow, places: list[int], above: GridRow, place: str) -> GridRow:
    cells: list[str] = []
    joined: set[int] = set()
    for n, text in enumerate(row.cells):
        start, end = min(places[n], COLUMNS), min(max(places[n + 1], places[n]), COLUMNS)
        cells += [""] * (start - len(cells))
        if n in row.shape.from_above:
            joined.update(range(start, end))
            text = text or above.cell(start)
        elif n in row.shape.from_left and cells:
            text = text or cells[-1]
        cells += [text] * (end - len(cells))
    while cells and not cells[-1]:
        cells.pop()
    return GridRow(cells, place, frozenset(joined))
