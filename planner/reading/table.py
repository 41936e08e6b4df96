"""Which grids are the plan, and where in them the header ends."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from planner.reading.columns import Column, column_of
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.guess import guess_columns
from planner.reading.marked import marked_columns
from planner.reading.sections import time_of_section
from planner.text import fold, line

_TIMES = {"submit", "execute", "start", "finish"}
_SEARCHED = 60  # rows looked at for a header: a sheet may begin with the whole letterhead
_HEADER = 4  # rows of one header at most
# A cell that no header has: a running number, or a time ("Tháng 9").
_OF_BODY = re.compile(r"\d{1,4}[.)]?$|(từ |trước |đến |trong )?(tháng|quý|ngày) [\divx]+\b", re.IGNORECASE)
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

    def place(self, role: str) -> int | None:
        """The first column of a role."""
        return next((n for n, column in self.columns.items() if column.role == role), None)

    def names(self, grid: Grid) -> list[GridRow]:
        """The rows of its grid that name the columns."""
        return grid.rows[len(self.above) : self.header_rows]

    @property
    def headers(self) -> dict[str, str]:
        """The header texts by role."""
        return {column.role: column.header for column in reversed(self.columns.values())}


def plan_table(grid: Grid, before: Table | None = None) -> Table | None:
    """The grid as a plan table, or None when it is something else.

    `before` is the plan table that stands before it: a grid without a header goes on with its columns.
    """
    for start in range(min(_SEARCHED, len(grid.rows))):
        if found := _header_at(grid, start):
            end, columns = found
            body = body_of(grid, start, end)
            marked = marked_columns(grid.rows[start:end], grid.width)
            return Table(columns, body, grid.rows[:start], end, marked=marked)
    if before and goes_on(grid, before):
        return Table(before.columns, list(grid.rows), guessed=before.guessed, follows=True, marked=before.marked)
    guessed = guess_columns(grid)
    return Table(guessed, list(grid.rows), guessed=True) if guessed else None


def _header_at(grid: Grid, start: int) -> tuple[int, dict[int, Column]] | None:
    """The row where the body begins and the columns, if a header starts at this row."""
    filled = grid.rows[start].filled
    if len(filled) < 2 or any(_OF_BODY.match(cell) for cell in filled):
        return None
    end = start + 1
    while end < min(start + _HEADER, len(grid.rows)) and _is_sub_header(grid.rows[start], grid.rows[end]):
        end += 1
    columns = _best(grid.rows[start:end], grid)
    by_section = sum(bool(time_of_section(row.filled[0])) for row in grid.rows[end:] if len(row.filled) == 1) > 1
    return (end, columns) if _is_plan(columns, by_section) else None


def _is_sub_header(top: GridRow, row: GridRow) -> bool:
    """Whether a row goes on with the header: its cells hang under merged ones or name columns, and none is a number."""
    fresh = [cell for n, cell in enumerate(row.cells) if cell and n not in row.joined and cell != top.cell(n)]
    if len(marked_columns([top, row], len(row.cells))) == len(fresh) > 0:
        return True
    if not fresh or any(len(line(cell)) > 60 or _OF_BODY.match(cell) for cell in fresh):
        return False
    parts = [(n, cell) for n, cell in enumerate(row.cells) if cell in fresh]
    return all(column_of([line(top.cell(n)), line(cell)]) for n, cell in parts) and (
        bool(row.joined) or not row.cell(0)
    )


def _best(rows: list[GridRow], grid: Grid) -> dict[int, Column]:
    """One column a role: the one whose header says it most clearly, the first of equals."""
    found: dict[str, tuple[int, Column]] = {}
    for n in range(max(len(row.cells) for row in rows)):
        parts = list(dict.fromkeys(line(row.cell(n)) for row in rows if row.cell(n)))
        column = column_of(parts)
        if column and column.role == "submit" and "submit" in found and not found.keys() & {"execute", "finish"}:
            column = replace(column, role="execute")  # "Thời gian trình" and "Thời gian ban hành"
        if column and (column.role not in found or column.weight > found[column.role][1].weight):
            found[column.role] = (n, column)
    if "board" not in found and "both" in found:
        place, column = found.pop("both")
        found["board"] = (place, replace(column, role="board"))
    _complete(found, rows, grid)
    return dict(found.values())


def _complete(found: dict[str, tuple[int, Column]], rows: list[GridRow], grid: Grid) -> None:
    """Roles whose header is missing or unusual: numbers by their look, the title as the widest column left."""
    taken = {n for n, _ in found.values()}
    body = grid.rows[:200]
    if "number" not in found and 0 not in taken and _mostly_numbers(body):
        found["number"] = (0, Column("number", 1))
    if "title" not in found and found.keys() & _TIMES and "number" in found:
        left = [n for n in range(grid.width) if n not in taken | {found["number"][0]}]
        widest = max(left, key=lambda n: sum(len(row.cell(n)) for row in body), default=None)
        if widest is not None and len(left) <= 4:
            found["title"] = (widest, Column("title", 1, line(rows[-1].cell(widest))))


def _mostly_numbers(rows: list[GridRow]) -> bool:
    cells = [row.cell(0) for row in rows if row.cell(0)]
    return len(cells) > 1 and sum(bool(re.fullmatch(r"\d{1,4}[.)]?", cell)) for cell in cells) * 10 >= len(cells) * 6


def _is_plan(columns: dict[int, Column], by_section: bool) -> bool:
    """Titles, times (in a column, or in section rows "Tháng 7") and something that tells rows from running text."""
    roles = {column.role for column in columns.values()}
    return "title" in roles and (by_section or bool(roles & _TIMES)) and bool(roles & {"number", "board"})


def goes_on(grid: Grid, before: Table) -> bool:
    """A table cut by a page: as wide as the one before, and most of its rows numbered like it."""
    number = before.place("number")
    if number is None or grid.width <= max(before.columns) or not before.body:
        return False
    if grid.width != max(len(row.cells) for row in before.body):
        return False
    return sum(bool(re.fullmatch(r"\d{1,4}([.)]\d*)*", row.cell(number))) for row in grid.rows) * 2 > len(grid.rows)


def body_of(grid: Grid, start: int, end: int) -> list[GridRow]:
    """The rows below a header that reaches from row `start` to before `end`, without its repetitions."""
    keys = {row_key(row) for row in grid.rows[start:end]}
    return [row for row in grid.rows[end:] if row_key(row) not in keys and not _is_index(row)]


def row_key(row: GridRow) -> str:
    """What a row says, for comparing."""
    return "\x1f".join(fold(cell) for cell in row.cells).strip("\x1f")


def _is_index(row: GridRow) -> bool:
    """A row that numbers the columns: (1) (2) (3), or A B 1 2."""
    cells = [cell for cell in row.cells if cell]
    if len(cells) < 3 or not all(_INDEX.fullmatch(cell) for cell in cells):
        return False
    return max(Counter(cells).values()) == 1
