"""A header of two rows that was copied as text: a cell merged over several columns is one cell of the copy."""

import re
from itertools import combinations, pairwise

from planner.reading.columns import column_of
from planner.reading.formats.blocks import GridRow
from planner.reading.meanings import TIMES
from planner.text import fold, line

_TIME = re.compile(r"\d{1,4}|(thang|thg|quy|nam|tuan|t|q)\W?\s?[\divx]{1,4}|tu|den")
_MOST, _WIDEST = 4, 64  # merged cells, columns


def widen_header(rows: list[GridRow]) -> None:
    """Gives the header back its merges: the blank cells of its second row stand under a cell of the first.

    First row "Số TT, Nội dung, Bộ phận, Thời gian" over "-, -, -, Trình, Thực hiện": "Thời gian" spans the last two.
    """
    if len(rows) < 2:
        return
    first, second = rows[0].cells, [line(cell) for cell in rows[1].cells]
    heads = {n for n, cell in enumerate(second) if not cell}
    merged, leaves = len(first) - len(heads), len(second) - len(heads)
    if 0 not in heads or len(second) > _WIDEST:
        return
    if len(first) < len(second) and 0 < merged <= min(_MOST, leaves):
        wide = max(_ways(first, second, merged), key=lambda way: _likeness(way, second), default=None)
    else:
        wide = _filled(first, second)
    if wide:
        rows[0].cells = wide
        rows[1].cells = [wide[n] if n in heads else cell for n, cell in enumerate(rows[1].cells)]
        rows[1].joined = frozenset(heads)


def _filled(first: list[str], second: list[str]) -> list[str] | None:
    """The names where a copy from Excel has blank cells behind the first place of each merged one."""
    begins = {n for n, cell in enumerate(first) if cell}
    blank = [n for n in range(len(second)) if n not in begins]
    if (
        len(first) > len(second)
        or not blank
        or any(not second[n] or not second[n - 1] for n in blank if n)
        or 0 in blank
    ):
        return None
    return _wide([cell for cell in first if cell], second, begins)


def _ways(first: list[str], second: list[str], merged: int) -> list[list[str]]:
    """All ways in which so many names can stand over the cells of the second row."""
    leaves = [n for n, cell in enumerate(second) if cell]
    apart = {k for k in range(1, len(leaves)) if leaves[k] != leaves[k - 1] + 1}
    ways: list[list[str]] = []
    for cuts in combinations(range(1, len(leaves)), merged - 1):
        if apart <= set(cuts):
            begins = {leaves[0], *(leaves[cut] for cut in cuts)}
            ways.append(_wide(first, second, begins))
    return ways


def _wide(first: list[str], second: list[str], begins: set[int]) -> list[str]:
    names, wide = iter(first), list[str]()
    for n, cell in enumerate(second):
        wide.append(wide[-1] if cell and n not in begins else next(names, ""))
    return wide


def _likeness(wide: list[str], second: list[str]) -> tuple[int, int]:
    """Times stand below a name of times, and the names are as wide as one another."""
    alike = sum(_is_time(top) == _is_time(leaf) for top, leaf in zip(wide, second, strict=True) if leaf)
    places = [n for n, (one, other) in enumerate(pairwise(wide), start=1) if one != other]
    widths = [after - before for before, after in pairwise([0, *places, len(wide)])]
    return alike, -max(widths)


def _is_time(text: str) -> bool:
    column = column_of([text])
    return bool(column and column.role in TIMES) or bool(_TIME.fullmatch(fold(text)))
