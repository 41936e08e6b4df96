"""What every format gives: paragraphs and grids in the order of the document."""

from dataclasses import dataclass, field

from planner.text import clean


@dataclass
class Paragraph:
    """A paragraph of running text; `place` says where it stands, for people."""

    text: str
    place: str = ""


@dataclass
class Unread(Paragraph):
    """A place in the document that could not be read, and what has to be asked about it."""

    asked: str = ""


@dataclass
class GridRow:
    """A row of cell texts with merges resolved: a merged cell's text stands in each of its places.

    `joined` holds the columns whose cell is merged with the one above, `asked` what its reading as cells left open.
    """

    cells: list[str]
    place: str = ""
    joined: frozenset[int] = frozenset()
    asked: tuple[str, ...] = ()

    def cell(self, column: int | None) -> str:
        """The text of a column, empty where the row is shorter."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""

    @property
    def filled(self) -> list[str]:
        """The distinct texts of the row, in order."""
        return list(dict.fromkeys(cell for cell in self.cells if cell))


@dataclass
class Grid:
    """A table."""

    rows: list[GridRow] = field(default_factory=list)
    name: str = ""

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


Block = Paragraph | Grid


def lines_of(blocks: list[Block]) -> list[Paragraph]:
    """Every line of text in the blocks, also those inside tables, without the blank ones."""
    lines: list[Paragraph] = []
    for block in blocks:
        pieces = [block] if isinstance(block, Paragraph) else _cells(block)
        lines += [Paragraph(line.strip(), piece.place) for piece in pieces for line in clean(piece.text).split("\n")]
    return [line for line in lines if line.text]


def _cells(grid: Grid) -> list[Paragraph]:
    return [Paragraph(text, row.place) for row in grid.rows for text in row.filled]
