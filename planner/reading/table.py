"""Which grids are the plan."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property

from planner.reading.bodies import starts_body
from planner.reading.columns import Column, is_number_header
from planner.reading.details import detailed
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.guess import guess_columns, looks_like_time
from planner.reading.header import header_at
from planner.reading.marked import marked_columns
from planner.reading.marked_bodies import marked_bodies
from planner.reading.meanings import TIMES
from planner.text import fold, line

_SEARCHED = 60  # rows looked at for a header: a sheet may begin with the whole letterhead
_INDEX = re.compile(r"\(?(\d{1,2}|[A-Ha-h])\)?")


@dataclass
class Table:
    """A plan table: what its columns are, the rows above the header and those of the body."""

    columns: dict[int, Column]
    body: list[GridRow]
    above: list[GridRow] = field(default_factory=list)
    header_rows: int = 0  # of the grid's first rows: those above the header and the header itself
    guessed: bool = False
    follows: bool = False  # without a header of its own: it goes on with the columns of the table before it
    marked: dict[int, str] = field(default_factory=dict)  # columns of a timetable whose cells are only marked
    bodies_marked: dict[int, str] = field(default_factory=dict)  # columns that name a body, whose cells mark its work
    owner: str = ""  # the body that the sheet is called by, where no column names bodies
    headings: tuple[str, ...] = ()  # the document's numbered headings that it stands under
    group: int | None = None  # the column whose merged cells head the rows beside them, like a section

    def place(self, role: str) -> int | None:
        """The first column of a role."""
        return next((n for n, column in self.columns.items() if column.role == role), None)

    def names(self, grid: Grid) -> list[GridRow]:
        """The rows of its grid that name the columns."""
        return grid.rows[len(self.above) : self.header_rows]

    @cached_property
    def bodies(self) -> list[str]:
        """The names in its column of responsible bodies, the long ones first."""
        place = self.place("board")
        found = {line(row.cell(place)) for row in self.body}
        return sorted((name for name in found if starts_body(name)), key=len, reverse=True)

    @property
    def headers(self) -> dict[str, str]:
        """The header texts by role."""
        told = {"board": ""} if self.bodies_marked else {}
        return told | {column.role: column.header for column in reversed(self.columns.values())}


def plan_table(grid: Grid, before: Table | None = None) -> Table | None:
    """The grid as a plan table, or None when it is something else.

    `before` is the plan table that stands before it: a grid without a header goes on with its columns.
    """
    for start in range(min(_SEARCHED, len(grid.rows))):
        if found := header_at(grid, start):
            end, columns = found
            body = body_of(grid, start, end)
            marked = marked_columns(grid.rows[start:end], grid.width)
            columns, group = detailed(columns, body)
            doers = marked_bodies(columns, body)
            columns = {n: column for n, column in columns.items() if n not in doers}
            return Table(columns, body, grid.rows[:start], end, marked=marked, bodies_marked=doers, group=group)
    if before and goes_on(grid, before):
        return replace(before, body=list(grid.rows), above=[], header_rows=0, follows=True)
    guessed = guess_columns(grid)
    if guessed is None:
        return None
    head = guessed.header_rows
    return Table(guessed.columns, body_of(grid, 0, head), header_rows=head, guessed=True)


def goes_on(grid: Grid, before: Table) -> bool:
    """A table cut by a page: as wide as the one before, without a header, most rows numbered or dated like its own."""
    if grid.width <= max(before.columns) or not before.body or not grid.rows:
        return False
    if grid.width != max(len(row.cells) for row in before.body):
        return False
    if any(is_number_header(cell) for row in grid.rows[:3] for cell in row.filled):
        return False
    number, times = before.place("number"), [n for n, column in before.columns.items() if column.role in TIMES]
    alike = sum(_is_numbered(row, number) or any(looks_like_time(row.cell(n)) for n in times) for row in grid.rows)
    return alike * 2 > len(grid.rows)


def _is_numbered(row: GridRow, number: int | None) -> bool:
    return number is not None and bool(re.fullmatch(r"\d{1,4}([.)]\d*)*", row.cell(number)))


def body_of(grid: Grid, start: int, end: int) -> list[GridRow]:
    """The rows below a header that reaches from row `start` to before `end`, without its repetitions."""
    keys = {row_key(row) for row in grid.rows[start:end]}
    names = {fold(cell) for row in grid.rows[start:end] for cell in row.cells}
    body = [row for row in grid.rows[end:] if row_key(row) not in keys and not _is_index(row)]
    return [row for row in body if not _names_columns(row, names)]


def _names_columns(row: GridRow, names: set[str]) -> bool:
    """Whether a row says the header's words again: its second row, or the header typed once more below."""
    named = any(is_number_header(cell) and not cell.isdigit() for cell in row.filled)
    return named and sum(fold(cell) in names for cell in row.filled) > 1


def row_key(row: GridRow) -> str:
    """What a row says, for comparing."""
    return "\x1f".join(fold(cell) for cell in row.cells).strip("\x1f")


def _is_index(row: GridRow) -> bool:
    """A row that numbers the columns: (1) (2) (3), or A B 1 2."""
    cells = [cell for cell in row.cells if cell]
    if len(cells) < 3 or not all(_INDEX.fullmatch(cell) for cell in cells):
        return False
    return max(Counter(cells).values()) == 1
