"""Where the header of a plan table begins and ends, and what its columns are."""

import re
from dataclasses import replace

from planner.reading.by_cells import beside
from planner.reading.columns import Column, column_of, is_prepared, is_submitted_to
from planner.reading.finer_times import finer_column
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.guess import looks_like_time
from planner.reading.marked import are_figures, marked_columns
from planner.reading.meanings import TIMES
from planner.reading.own import own_columns
from planner.reading.section_times import time_of_section
from planner.reading.settling import holds_no_times, holds_times, settle
from planner.text import fold, line

_ROWS = 4  # of one header at most
# A cell that no header has: a running number, a time ("Tháng 9"), a letter's place and day ("Mẫu, ngày 12 tháng …").
_OF_BODY = re.compile(
    r"\d{1,4}[.)]?$|(từ |trước |đến |trong )?(tháng|quý|ngày) [\divx]+\b|[^,]{2,60}, ngày [\d…. _]+tháng\b",
    re.IGNORECASE,
)
# How a time stands in the words of a piece of work
_TIME_WITHIN = re.compile(
    r"\((?:[^()]{0,20} )?(?:tháng|quý|ngày) [\divx]|(?:trong|trước|xong|vào|từ) (?:tháng|quý|ngày) [\divx]",
    re.IGNORECASE,
)


def header_at(grid: Grid, start: int) -> tuple[int, dict[int, Column]] | None:
    """The row where the body begins and the columns, if a header starts at this row."""
    filled = grid.rows[start].filled
    if len(filled) < 2:
        return None
    if own := own_columns(grid.rows[start]):
        return start + 1, own
    if any(_OF_BODY.match(cell) for cell in filled) and not any(
        marked_columns(grid.rows[start : start + n], grid.width) for n in (1, 2)
    ):
        return None
    end = start + 1
    while end < min(start + _ROWS, len(grid.rows)) and _is_sub_header(grid.rows[start], grid.rows[end]):
        end += 1
    columns = _best(grid.rows[start:end], grid)
    marked = marked_columns(grid.rows[start:end], grid.width)
    if marked and are_figures(grid.rows[end:], marked):
        return None
    dated = bool(marked) or _is_dated_by_sections(grid.rows[end:]) or _is_dated_by_titles(columns, grid.rows[end:])
    return (end, columns) if _is_plan(columns, dated, grid.rows[end:]) else None


def _is_dated_by_sections(rows: list[GridRow]) -> bool:
    """Whether section rows tell the times ("Tháng 7")."""
    return sum(bool(time_of_section(row.filled[0])) for row in rows if len(row.filled) == 1) > 1


def _is_dated_by_titles(columns: dict[int, Column], rows: list[GridRow]) -> bool:
    """Whether the work itself says when ("Hội nghị sơ kết (tháng 6)") in a table with numbers and bodies."""
    places = {column.role: n for n, column in columns.items()}
    if not {"number", "title", "board"} <= places.keys():
        return False
    titles = [row.cell(places["title"]) for row in rows[:200] if len(row.filled) > 1]
    return sum(bool(_TIME_WITHIN.search(title)) for title in titles) * 2 > len(titles)


def _is_sub_header(top: GridRow, row: GridRow) -> bool:
    """Whether a row goes on with the header: its cells hang under merged ones or name columns, and none is a number."""
    places = {n for n, cell in enumerate(row.cells) if cell and n not in row.joined and cell != top.cell(n)}
    fresh = [row.cells[n] for n in places]
    if fresh and set(marked_columns([top, row], len(row.cells))) == places:
        return True
    if not fresh or any(len(line(cell)) > 60 or _OF_BODY.match(cell) for cell in fresh):
        return False
    named = [column_of([line(top.cell(n)), line(row.cells[n])]) for n in places]
    if not all(named) or not (row.joined or not row.cell(0)):
        return False
    return any(column and column.role != "title" for column in named)


def _best(rows: list[GridRow], grid: Grid) -> dict[int, Column]:
    """One column a role: the one whose header says it most clearly, the first of equals."""
    found: dict[str, tuple[int, Column]] = {}
    for n in range(max(len(row.cells) for row in rows)):
        parts = list(dict.fromkeys(line(row.cell(n)) for row in rows if row.cell(n)))
        column = column_of(parts)
        if column and column.role in TIMES and holds_no_times(n, column.header, grid):
            column = replace(column, role="note", weight=1)
        if column and column.role == "board" and is_prepared(column) and holds_times(n, grid):
            column = replace(column, role="submit")
        if column and column.role == "submit" and "submit" in found and not found.keys() & {"execute", "finish"}:
            # "Thời gian trình" and "Thời gian ban hành"; that a second body gets the paper then is only likely
            column = replace(column, role="execute", by_cells=is_submitted_to(column))
        if column and (column.role not in found or column.weight > found[column.role][1].weight):
            found[column.role] = (n, column)
    if "board" not in found and "both" in found:
        place, column = found.pop("both")
        found["board"] = (place, replace(column, role="board"))
    settle(found, rows, grid)
    return _with_others(dict(found.values()), rows, grid)


def _with_others(columns: dict[int, Column], rows: list[GridRow], grid: Grid) -> dict[int, Column]:
    """The columns with those beside them, whose cells are shown as notes: nothing of a row gets lost."""
    marked = marked_columns(rows, grid.width)
    for n in range(grid.width):
        name = " ".join(dict.fromkeys(line(row.cell(n)) for row in rows if row.cell(n)))
        if name and n not in columns and n not in marked:
            columns[n] = finer_column(name, columns) or beside(n, name, rows, grid)
    return {n: columns[n] for n in sorted(columns) if n not in marked}


def _is_plan(columns: dict[int, Column], dated: bool, rows: list[GridRow]) -> bool:
    """Titles, times (in a column, or `dated` otherwise) and something that tells rows from running text."""
    roles = {column.role for column in columns.values()}
    names = fold(" | ".join(column.header for column in columns.values()))
    if "trich yeu" in names and re.search(r"\bso,? (ky )?hieu\b|\bso (van ban|,)", names):
        return False  # a list of papers
    if "title" not in roles or not (dated or roles & set(TIMES)):
        return False
    return bool(roles & {"number", "board"}) or _are_times(columns, rows)


def _are_times(columns: dict[int, Column], rows: list[GridRow]) -> bool:
    """Whether the cells under the times are such, in a table of work and times alone."""
    times = [n for n, column in columns.items() if column.role in TIMES]
    cells = [row.cell(n) for row in rows[:200] for n in times if len(row.filled) > 1 and row.cell(n)]
    return len(cells) > 1 and sum(map(looks_like_time, cells)) * 3 > len(cells) * 2
