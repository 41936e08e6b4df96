"""Columns whose header alone does not tell what they are: their cells do."""

import re
from collections.abc import Callable
from dataclasses import replace

from planner.reading.bodies import starts_body
from planner.reading.by_cells import Found, settle_by_cells
from planner.reading.columns import Column, column_of
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.guess import looks_like_time
from planner.reading.leads import is_person
from planner.reading.meanings import TIMES
from planner.text import fold, line

_STATE = re.compile(r"(da|dang|chua)\b|(hoan thanh|xong|cham|dung|qua)( \w+){0,3}$|\d{1,3}\s?%")
_LENGTH = re.compile(r"(khong qua |toi da |trong |khoang )?\d{1,3} (ngay|tuan|gio|buoi|tiet)( lam viec)?")
_JUST_EXECUTE = re.compile(r"(to chuc |trien khai )?thuc hien|trien khai|to chuc")


def settle(found: Found, rows: list[GridRow], grid: Grid) -> None:
    """Adds and corrects what the header rows said, by the cells below them."""
    _complete(found, rows, grid)
    _times_or_bodies(found, rows, grid)
    _prefer_bodies(found, rows, grid)
    settle_by_cells(found, rows, grid)


def holds_no_times(column: int, header: str, grid: Grid) -> bool:
    """ "Tiến độ" may hold how far the work is ("Đang thực hiện", "80%"), "thời hạn" how long it takes ("45 ngày")."""
    is_state = fold(header).startswith("tien do") and _mostly(lambda text: bool(_STATE.match(fold(text))), column, grid)
    return is_state or _mostly(lambda text: bool(_LENGTH.fullmatch(fold(text))), column, grid)


def holds_times(column: int, grid: Grid) -> bool:
    """Whether most cells of a column are times."""
    return _mostly(looks_like_time, column, grid)


def _complete(found: Found, rows: list[GridRow], grid: Grid) -> None:
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


def _times_or_bodies(found: Found, rows: list[GridRow], grid: Grid) -> None:
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


def _prefer_bodies(found: Found, rows: list[GridRow], grid: Grid) -> None:
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
