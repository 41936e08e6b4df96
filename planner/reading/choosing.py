"""Which tables of a document are the plan, and what their columns mean: as guessed, or as a person says."""

from dataclasses import dataclass, field

from planner.reading.bodies import starts_body
from planner.reading.columns import Column
from planner.reading.drafts import SourceTable
from planner.reading.formats.blocks import Block, Grid, GridRow, Paragraph, lines_of
from planner.reading.meanings import Choices, TableColumns, mark_of_time, time_of_mark
from planner.reading.notes import Note
from planner.reading.stacked import unstacked
from planner.reading.standing import headings_above
from planner.reading.table import Table, body_of, plan_table, row_key
from planner.text import fold, line

_SHOWN = 5  # rows of work that a person sees of a table
_SHORT = 120  # letters of a shown cell
_FRAME_COLUMNS, _FRAME_ROWS = 2, 4


@dataclass
class Chosen:
    """The plan's tables, every line of text above the first of them, and all tables for a person to look at."""

    tables: list[Table] = field(default_factory=list)
    above: list[Paragraph] = field(default_factory=list)
    sources: list[SourceTable] = field(default_factory=list)

    @property
    def only_frames(self) -> bool:
        """Whether no table is more than a letterhead, or recipients beside a signature."""
        return all(
            source.row_count <= _FRAME_ROWS and all(len(row) <= _FRAME_COLUMNS for row in source.rows)
            for source in self.sources
        )


def choose_tables(blocks: list[Block], choices: Choices | None = None) -> Chosen:
    """The tables of a document; a choice counts for its table, for those that go on with it and those headed alike."""
    chosen = Chosen()
    heads: list[_Head] = []
    places: list[int] = []
    blocks = unstacked(blocks)
    grids = [(place, block) for place, block in enumerate(blocks) if isinstance(block, Grid)]
    for index, (place, grid) in enumerate(grids):
        alike = next((head for head in heads if _starts_with(grid, head.names)), None)
        choice = (choices or {}).get(index) or (alike.choice if alike else None)
        table = _table(grid, choice, chosen)
        if table and not chosen.tables:
            above: list[Block] = [Grid(table.above)]
            chosen.above = lines_of(blocks[:place] + above)
        source = _source(index, grid, table, choice)
        source.follows = alike.index if alike else heads[-1].index if heads and table and table.follows else None
        chosen.sources.append(source)
        if table:
            table.owner = _owner(grid)
            chosen.tables.append(table)
            places.append(place)
            if source.follows is None:
                names = table.names(grid)
                heads.append(_Head(index, names, TableColumns(len(names), choice.columns) if choice else None))
    for found, headings in zip(chosen.tables, headings_above(blocks, places), strict=True):
        found.headings = headings
    if not chosen.tables and grids:
        chosen.above = _above_largest(blocks, grids)
    return chosen


def _owner(grid: Grid) -> str:
    """The body whose plan a sheet of a workbook is, by the sheet's name."""
    name = line(grid.name.values.get("sheet", "")) if isinstance(grid.name, Note) else ""
    return name if starts_body(name) and not fold(name).startswith("bao cao") else ""


def _above_largest(blocks: list[Block], grids: list[tuple[int, Grid]]) -> list[Paragraph]:
    """Where no table is a plan: the lines above the one that would be it if somebody said so."""
    place, grid = max(grids, key=lambda found: len(found[1].rows))
    names = next((n for n, row in enumerate(grid.rows) if len(row.filled) > 1), 0)
    above: list[Block] = [Grid(grid.rows[:names])]
    return lines_of(blocks[:place] + above)


@dataclass(frozen=True)
class _Head:
    """The rows with the columns' names of a plan table that later ones may repeat or go on with."""

    index: int
    names: list[GridRow]
    choice: TableColumns | None


def _starts_with(grid: Grid, names: list[GridRow]) -> bool:
    return bool(names) and [row_key(row) for row in grid.rows[: len(names)]] == [row_key(row) for row in names]


def _table(grid: Grid, choice: TableColumns | None, chosen: Chosen) -> Table | None:
    if choice:
        return _as_said(grid, choice) if choice.columns else None
    last = chosen.tables[-1] if chosen.tables else None
    found = plan_table(grid, last)
    return found if found and (not found.guessed or last is None or chosen.tables[0].guessed) else None


def _as_said(grid: Grid, choice: TableColumns) -> Table:
    """The table as a person explains it. Lines of one text above the columns' names are no names."""
    head = grid.rows[: choice.header_rows]
    names = next((n for n, row in enumerate(head) if len(row.filled) > 1), len(head))
    marked = {n: time for n, role in choice.columns.items() if (time := time_of_mark(role))}
    columns = {n: Column(role, 9, _name(head[names:], n)) for n, role in choice.columns.items() if n not in marked}
    return Table(columns, body_of(grid, names, len(head)), head[:names], len(head), marked=marked)


def _name(rows: list[GridRow], column: int) -> str:
    return " ".join(dict.fromkeys(line(row.cell(column)) for row in rows if row.cell(column)))


def _source(index: int, grid: Grid, table: Table | None, choice: TableColumns | None) -> SourceTable:
    columns = choice.columns if choice else _meanings(table)
    head = min(choice.header_rows if choice else table.header_rows if table else 0, len(grid.rows))
    shown = [[_cut(row.cell(n)) for n in range(grid.width)] for row in grid.rows[: head + _SHOWN]]
    name = grid.name or Note("%(number)d", number=index + 1)
    return SourceTable(index, name, dict(columns), head, choice is not None, len(grid.rows), shown)


def _meanings(table: Table | None) -> dict[int, str]:
    if table is None:
        return {}
    marks = {n: mark_of_time(time) for n, time in table.marked.items()}
    return {n: column.role for n, column in table.columns.items()} | marks


def _cut(text: str) -> str:
    text = line(text)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def choices_of(tables: list[SourceTable]) -> Choices:
    """What a person has said so far of a draft's tables, to be said again with the next change."""
    return {
        table.index: TableColumns(table.header_rows, dict(table.columns))
        for table in tables
        if table.by_hand and table.follows is None
    }
