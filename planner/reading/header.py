"""Where the header of a plan table begins and ends, and what its columns are."""

import re
from collections.abc import Callable
from dataclasses import replace

from planner.reading.bodies import starts_body
from planner.reading.columns import Column, column_of
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.guess import looks_like_time
from planner.reading.leads import is_person
from planner.reading.marked import are_figures, marked_columns
from planner.reading.meanings import TIMES
from planner.reading.own import own_columns, role_beside
from planner.reading.sections import time_of_section
from planner.text import fold, line

_JUST_EXECUTE = re.compile(r"(to chuc |trien khai )?thuc hien|trien khai|to chuc")
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
    return (end, columns) if _is_plan(columns, dated) else None


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
        if column and column.role == "submit" and "submit" in found and not found.keys() & {"execute", "finish"}:
            column = replace(column, role="execute")  # "Thời gian trình" and "Thời gian ban hành"
        if column and (column.role not in found or column.weight > found[column.role][1].weight):
            found[column.role] = (n, column)
    if "board" not in found and "both" in found:
        place, column = found.pop("both")
        found["board"] = (place, replace(column, role="board"))
    _complete(found, rows, grid)
    _settle(found, rows, grid)
    _prefer_bodies(found, rows, grid)
    return _with_others(dict(found.values()), rows, grid)


def _with_others(columns: dict[int, Column], rows: list[GridRow], grid: Grid) -> dict[int, Column]:
    """The columns with those beside them, whose cells are shown as notes: nothing of a row gets lost."""
    marked = marked_columns(rows, grid.width)
    for n in range(grid.width):
        name = " ".join(dict.fromkeys(line(row.cell(n)) for row in rows if row.cell(n)))
        if name and n not in columns and n not in marked:
            columns[n] = Column(role_beside(name), 1, name)
    return {n: columns[n] for n in sorted(columns) if n not in marked}


def _complete(found: dict[str, tuple[int, Column]], rows: list[GridRow], grid: Grid) -> None:
    """Roles whose header is missing or unusual: numbers by their look, the title as the widest column left."""
    taken = {n for n, _ in found.values()}
    body = grid.rows[:200]
    if "number" not in found and 0 not in taken and _mostly_numbers(body):
        found["number"] = (0, Column("number", 1))
    if "title" not in found and found.keys() & set(TIMES) and "number" in found:
        left = [n for n in range(grid.width) if n not in taken | {found["number"][0]} and not _named(rows, n)]
        widest = max(left, key=lambda n: sum(len(row.cell(n)) for row in body), default=None)
        if widest is not None and len(left) <= 4:
            found["title"] = (widest, Column("title", 1, line(rows[-1].cell(widest))))


def _named(rows: list[GridRow], column: int) -> bool:
    """Whether a column says itself that it is something else."""
    return column_of([line(row.cell(column)) for row in rows if row.cell(column)]) is not None


def _settle(found: dict[str, tuple[int, Column]], rows: list[GridRow], grid: Grid) -> None:
    """ "Thực hiện" alone may head times or those who work: beside another time it is what its cells are."""
    place, column = found.get("execute", (0, None))
    if column is None or "board" in found or not _JUST_EXECUTE.fullmatch(fold(column.header)):
        return
    cells = [row.cell(place) for row in grid.rows[:200] if row.cell(place) and row.cell(place) not in column.header]
    if not cells or sum(map(looks_like_time, cells)) * 2 > len(cells):
        return
    found["board"] = (place, replace(column, role="board"))
    del found["execute"]
    for n in range(grid.width):
        other = column_of([line(row.cell(n)) for row in rows if row.cell(n)])
        if other and other.role in TIMES and n != place and all(n != taken for taken, _ in found.values()):
            found[other.role] = (n, other)


def _prefer_bodies(found: dict[str, tuple[int, Column]], rows: list[GridRow], grid: Grid) -> None:
    """ "Chủ trì" may hold persons beside a column of bodies ("Chuẩn bị nội dung"): work belongs to a board."""
    place, _ = found.get("board", (None, None))
    if place is None or not _mostly(is_person, place, grid):
        return
    for n in range(grid.width):
        column = column_of([line(row.cell(n)) for row in rows if row.cell(n)])
        if column and column.role == "board" and n != place and _mostly(_is_body, n, grid):
            found["board"] = (n, column)
            return


def _is_body(text: str) -> bool:
    return starts_body(text) and not is_person(text)


def _mostly(test: Callable[[str], bool], column: int, grid: Grid) -> bool:
    cells = [row.cell(column) for row in grid.rows[:200] if len(row.filled) > 1 and row.cell(column)]
    return bool(cells) and sum(map(test, cells[1:])) * 2 > len(cells[1:])


def _mostly_numbers(rows: list[GridRow]) -> bool:
    cells = [row.cell(0) for row in rows if row.cell(0)]
    return len(cells) > 1 and sum(bool(re.fullmatch(r"\d{1,4}[.)]?", cell)) for cell in cells) * 10 >= len(cells) * 6


def _is_plan(columns: dict[int, Column], dated: bool) -> bool:
    """Titles, times (in a column, or `dated` otherwise) and something that tells rows from running text."""
    roles = {column.role for column in columns.values()}
    names = fold(" | ".join(column.header for column in columns.values()))
    if "trich yeu" in names and re.search(r"\bso,? (ky )?hieu\b|\bso (van ban|,)", names):
        return False  # a list of papers
    return "title" in roles and (dated or bool(roles & set(TIMES))) and bool(roles & {"number", "board"})
