"""Columns of a table without a header, or with one of unknown words, by what their cells look like."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from planner.reading.bodies import starts_body
from planner.reading.columns import Column, column_of
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.meanings import TIMES
from planner.text import fold, line

_NARROWEST, _HEADER = 3, 2  # columns at least, rows of names at most
# Days of something else: of papers, of births.
_OF_OTHERS = re.compile(
    r"\b(so (ky )?hieu|trich yeu|sinh|ngay (cap|ky|den)|ho (va )?ten|so (tien|luong)|dia chi|que quan)\b"
)
_NUMBER = re.compile(r"\d{1,4}[.)]?")
_TIME = re.compile(
    r"(tu |trong |truoc |den |cuoi |dau |giua |het |khoang )*"
    r"((thang|quy) [\divx]|nam \d{4}|\d+ thang (dau|cuoi)|ngay \d|\d{1,2}/\d{1,4}|thuong xuyen|theo ke hoach"
    r"|(hang|moi) (tuan|thang|quy|nam)\b|t\.?\s?(1[0-2]|0?[1-9])"
    r"(\s?[,;+-]\s?(t\.?)?(1[0-2]|0?[1-9]))*(/\d{4})?$|q\.?\s?(i{1,3}|iv|[1-4])\b"
    r"|(tuan|dot) \d|(trong|ca) nam\b|\d{1,2}-\d{1,2}-\d{4}|dinh ky\b)"
)


def looks_like_time(text: str) -> bool:
    """Whether a text begins as a time does ("Tháng 5", "15/6", "trước quý II")."""
    return bool(_TIME.match(fold(text)))


@dataclass(frozen=True)
class Guess:
    """What the columns are, and how many rows above the body name them in words that nobody knows."""

    columns: dict[int, Column]
    header_rows: int = 0


def guess_columns(grid: Grid) -> Guess | None:
    """Number, title, board and one or two times, or None when the grid does not look like a plan."""
    if not _NARROWEST <= grid.width <= 12:
        return None
    columns = _columns([row for row in grid.rows[:300] if len(row.filled) > 1], grid.width)
    if columns and any(column.role == "number" for column in columns.values()):
        return Guess(columns)
    for head in range(1, min(_HEADER, len(grid.rows) - 2) + 1):
        if not _are_unknown_names(grid.rows[:head]):
            break
        below = [row for row in grid.rows[head : head + 300] if len(row.filled) > 1]
        if columns := _columns(below, grid.width):
            return Guess(_headed(columns, grid, head), head)
    return None


def _columns(rows: list[GridRow], width: int) -> dict[int, Column] | None:
    if len(rows) < 2:
        return None
    cells = {n: [row.cell(n) for row in rows] for n in range(width)}
    numbers = [n for n in cells if _share(cells[n], lambda text: bool(_NUMBER.fullmatch(text))) > 0.8]
    times = [n for n in cells if n not in numbers and _share(cells[n], looks_like_time) > 0.7]
    left = [n for n in cells if n not in numbers[:1] and n not in times]
    if not left or not 1 <= len(times) <= 2:
        return None
    title = max(left, key=lambda n: sum(map(len, cells[n])))
    bodies = _bodies(cells, [n for n in left if n != title])
    return _named(numbers[:1], title, bodies, times) if numbers or bodies else None


def _named(numbers: list[int], title: int, bodies: list[int], times: list[int]) -> dict[int, Column]:
    columns = {n: Column("number", 1) for n in numbers} | {title: Column("title", 1)}
    columns |= {n: Column(role, 1) for n, role in zip(bodies, ("board", "cooperating"), strict=False)}
    roles = ["execute"] if len(times) == 1 else ["submit", "execute"]
    return columns | {n: Column(role, 1) for n, role in zip(times, roles, strict=True)}


def _are_unknown_names(rows: list[GridRow]) -> bool:
    """Whether rows are short words and nearly none is a known name: known ones said already that it is no plan."""
    names = [cell for row in rows for cell in row.filled]
    if len(rows[0].filled) < _NARROWEST or any(len(name) > 60 or looks_like_time(name) for name in names):
        return False
    known = [column.role for name in names if (column := column_of([name]))]
    return len(known) <= 2 and not set(known) & set(TIMES) and not any(_OF_OTHERS.search(fold(name)) for name in names)


def _headed(columns: dict[int, Column], grid: Grid, head: int) -> dict[int, Column]:
    """The columns with their names, to be confirmed by a person; the others' cells are kept as notes."""
    found: dict[int, Column] = {}
    for n in range(grid.width):
        name = " ".join(dict.fromkeys(line(row.cell(n)) for row in grid.rows[:head] if row.cell(n)))
        if n in columns:
            found[n] = replace(columns[n], header=name, by_cells=columns[n].role != "number")
        elif name:
            found[n] = Column("note", 1, name)
    return found


def _bodies(cells: dict[int, list[str]], left: list[int]) -> list[int]:
    """The columns whose cells begin like bodies, or else the one whose texts repeat most."""
    named = [n for n in left if _share(cells[n], starts_body) > 0.5]
    return named or [n for n in left if _repeats(cells[n])][:1]


def _repeats(texts: list[str]) -> bool:
    filled = [text for text in texts if text]
    return len(filled) > 3 and len(Counter(filled)) * 2 <= len(filled) and max(map(len, filled)) < 120


def _share(texts: list[str], test: Callable[[str], bool]) -> float:
    filled = [text for text in texts if text]
    return sum(1 for text in filled if test(text)) / len(filled) if filled else 0.0
