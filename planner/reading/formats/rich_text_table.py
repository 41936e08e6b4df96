"""Tables of a rich text file: cells until \\cell, rows until \\row, each cell from edge to edge (\\cellx, in twips)."""

from dataclasses import dataclass, field

from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.formats.edges import places_of
from planner.reading.formats.spans import COLUMNS, ROWS, too_many_rows
from planner.text import clean

_NEAR = 60.0  # twips: edges that are no further apart are one


@dataclass(frozen=True)
class Reach:
    """Where a cell ends, and whether it goes on with the one above or on its left."""

    right: int
    goes_on: str = ""


@dataclass
class Reaches:
    """The edges of a row's cells as they are told before it."""

    left: int = 0
    cells: list[Reach] = field(default_factory=list)
    _merge: str = ""

    def word(self, word: str, figure: int | None) -> None:
        if word == "trleft":
            self.left = figure or 0
        elif word in ("clvmrg", "clmrg"):
            self._merge = word
        elif word == "cellx" and len(self.cells) < COLUMNS:
            self.cells.append(Reach(figure or 0, self._merge))
            self._merge = ""


@dataclass
class RichTable:
    """The rows of one table; a nested one is a table of its own."""

    rows: list[tuple[Reaches, list[str]]] = field(default_factory=list)
    reaches: Reaches = field(default_factory=Reaches)
    cells: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(clean("".join(self.text)))
        self.text = []

    def end_row(self) -> None:
        if self.cells:
            self.rows.append((self.reaches, self.cells))
        if len(self.rows) > ROWS:
            raise too_many_rows()
        self.cells = []

    def grid(self, name: str) -> Grid:
        places = places_of({edge for reaches, cells in self.rows for edge in _edges(reaches, cells)}, _NEAR)
        grid = Grid(name=name)
        for reaches, cells in self.rows:
            grid.rows.append(_row(reaches, cells, places, grid.rows[-1] if grid.rows else GridRow([])))
        return grid


def _edges(reaches: Reaches, cells: list[str]) -> list[float]:
    """The row's edges; where too few are told, the cells that are left are as wide as nothing."""
    told = [float(reaches.left), *(float(cell.right) for cell in reaches.cells[: len(cells)])]
    return told + [told[-1] + 1000.0 * (n + 1) for n in range(min(len(cells), COLUMNS) - len(told) + 1)]


def _row(reaches: Reaches, cells: list[str], places: dict[float, int], above: GridRow) -> GridRow:
    edges = _edges(reaches, cells)
    texts = [""] * min(places[edges[0]], COLUMNS)
    joined: set[int] = set()
    for n, text in enumerate(cells[: len(edges) - 1]):
        start, width = len(texts), max(1, places[edges[n + 1]] - places[edges[n]])
        goes_on = reaches.cells[n].goes_on if n < len(reaches.cells) else ""
        if goes_on == "clvmrg":
            joined.update(range(start, start + width))
            text = text or above.cell(start)
        elif goes_on == "clmrg" and texts:
            text = text or texts[-1]
        texts += [text] * width
    return GridRow(texts[:COLUMNS], joined=frozenset(joined))
