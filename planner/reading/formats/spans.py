"""Tables whose cells say how far they reach (HTML 4.9.12, ODF 1.3 part 3, 19.677) → rows with their merges resolved."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.blocks import Grid, GridRow

ROWS, COLUMNS = 20_000, 64


@dataclass(frozen=True)
class Cell:
    """A cell's text, the columns and the rows that it covers."""

    text: str
    across: int = 1
    down: int = 1


@dataclass
class SpanGrid:
    """Fills a grid row by row: a cell stands at the first column that no cell from above covers."""

    grid: Grid
    hidden: int = 0  # rows left out that hold something
    hidden_columns: frozenset[int] = frozenset()  # shown as empty
    left_out: set[int] = field(default_factory=set)  # those of them that hold something of their own
    _below: dict[int, tuple[str, int]] = field(default_factory=dict)  # column → text, rows still covered

    def add(self, cells: Iterable[Cell], place: str, is_hidden: bool = False) -> None:
        """Adds a row; a hidden one counts for the merges and is left out. Raises Refusal for too many rows."""
        texts: dict[int, str] = {column: text for column, (text, _) in self._below.items()}
        joined = frozenset(texts)
        below = {column: (text, rows - 1) for column, (text, rows) in self._below.items() if rows > 1}
        for cell in cells:
            column = next((n for n in range(COLUMNS) if n not in texts), COLUMNS)
            for n in range(column, min(column + cell.across, COLUMNS)):
                texts[n] = cell.text
                if cell.down > 1:
                    below[n] = (cell.text, cell.down - 1)
        self._below = below
        filled = [column for column, text in texts.items() if text]
        self.hidden += bool(filled) and is_hidden
        if filled and not is_hidden:
            self._append(GridRow(self._shown([texts.get(n, "") for n in range(max(filled) + 1)]), place, joined))

    def _shown(self, texts: list[str]) -> list[str]:
        """The row without its hidden cells; a text that reaches over them as well is none of them."""
        hidden = [n for n in self.hidden_columns if n < len(texts) and texts[n]]
        self.left_out.update(n for n in hidden if texts.count(texts[n]) == 1)
        return ["" if n in self.hidden_columns else text for n, text in enumerate(texts)] if hidden else texts

    def _append(self, row: GridRow) -> None:
        if len(self.grid.rows) >= ROWS:
            raise too_many_rows()
        self.grid.rows.append(row)


def too_many_rows() -> Refusal:
    return Refusal(N_("Bảng có hơn %(most)d dòng nên không được đọc."), most=ROWS)


def count(text: str | None, most: int) -> int:
    """A written count of columns or rows: at least one, at most so many."""
    return max(1, min(int(text), most)) if text and text.isdecimal() and len(text) < 9 else 1
