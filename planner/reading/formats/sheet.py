"""A sheet's rows and its layout → a grid of what it shows, and questions about what it does not."""

from collections.abc import Iterable

from planner.language import N_
from planner.reading.formats.blocks import Block, Grid, GridRow
from planner.reading.formats.excel_layout import COLUMNS, ROWS, Layout
from planner.reading.formats.left_out import left_out
from planner.reading.notes import Note
from planner.reading.progress import counted

_BLANK_ROWS = 1_000  # so many empty rows in a row end a sheet: what follows is a stray cell


def sheet_blocks(name: str, rows: Iterable[tuple[int, list[str]]], layout: Layout) -> list[Block]:
    """The grid of a sheet whose rows come with their numbers, from 1, in order."""
    grid = Grid(name=Note(N_("Trang tính “%(sheet)s”"), sheet=name))
    blank = hidden = 0
    hidden_columns: set[int] = set()
    for number, cells in counted(rows, "lines"):
        blank = 0 if any(cells) else blank + 1
        if blank > _BLANK_ROWS:
            break
        texts, joined = layout.merged(number, cells)
        if number in layout.hidden:
            hidden += blank == 0
            continue
        hidden_columns |= {n for n in layout.hidden_columns if n < len(texts) and texts[n] and not _reaches(texts, n)}
        shown = ["" if n in layout.hidden_columns else text for n, text in enumerate(texts[:COLUMNS])]
        while shown and not shown[-1]:
            shown.pop()
        place = Note(N_("Trang tính “%(sheet)s”, dòng %(row)d"), sheet=name, row=number)
        grid.rows.append(GridRow(shown, place, joined))
    longer = ROWS if layout.is_longer else 0
    return [grid, *left_out(name, hidden, len(hidden_columns), layout.formulas, longer)]


def _reaches(texts: list[str], column: int) -> bool:
    """Whether a cell only goes on with the one beside it, as a title over the whole sheet does."""
    return texts[column] in texts[:column] or texts[column] in texts[column + 1 :]
