"""Columns of a table without a header, by what their cells look like."""

import re
from collections import Counter
from collections.abc import Callable

from planner.reading.bodies import starts_body
from planner.reading.columns import Column
from planner.reading.formats.blocks import Grid
from planner.text import fold

_NUMBER = re.compile(r"\d{1,4}[.)]?")
_TIME = re.compile(
    r"(tu |trong |truoc |den |cuoi |dau |giua |het |khoang )*"
    r"((thang|quy) [\divx]|nam \d{4}|\d+ thang (dau|cuoi)|ngay \d|\d{1,2}/\d{1,4}|thuong xuyen|theo ke hoach"
    r"|hang (thang|quy|nam))"
)


def looks_like_time(text: str) -> bool:
    """Whether a text begins as a time does ("Tháng 5", "15/6", "trước quý II")."""
    return bool(_TIME.match(fold(text)))


def guess_columns(grid: Grid) -> dict[int, Column] | None:
    """Number, title, board and one or two times, or None when the grid does not look like a plan."""
    rows = [row for row in grid.rows[:300] if len(row.filled) > 1]
    if len(rows) < 2 or not 3 <= grid.width <= 12:
        return None
    cells = {n: [row.cell(n) for row in rows] for n in range(grid.width)}
    numbers = [n for n in cells if _share(cells[n], lambda text: bool(_NUMBER.fullmatch(text))) > 0.8]
    times = [n for n in cells if n not in numbers and _share(cells[n], looks_like_time) > 0.7]
    left = [n for n in cells if n not in numbers[:1] and n not in times]
    if not numbers or not left or not 1 <= len(times) <= 2:
        return None
    title = max(left, key=lambda n: sum(map(len, cells[n])))
    return _named(numbers[0], title, _bodies(cells, [n for n in left if n != title]), times)


def _named(number: int, title: int, bodies: list[int], times: list[int]) -> dict[int, Column]:
    columns = {number: Column("number", 1), title: Column("title", 1)}
    columns |= {n: Column(role, 1) for n, role in zip(bodies, ("board", "cooperating"), strict=False)}
    roles = ["execute"] if len(times) == 1 else ["submit", "execute"]
    return columns | {n: Column(role, 1) for n, role in zip(times, roles, strict=True)}


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
