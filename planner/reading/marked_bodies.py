"""Tables that name the bodies in their header and mark who does each piece of work."""

import re

from planner.reading.bodies import starts_body
from planner.reading.columns import Column
from planner.reading.formats.blocks import GridRow
from planner.text import fold, line

_FEWEST = 2
_LEADS, _HELPS = re.compile(r"ct|chu tri|c"), re.compile(r"ph|phoi hop|p|o")
_MARK = re.compile(r"[x×✓✔√v*+•●■▪1]{1,3}|ct|ph|c|p|o|chu tri|phoi hop")


def marked_bodies(columns: dict[int, Column], rows: list[GridRow]) -> dict[int, str]:
    """Column → body, where no column holds the bodies, and two headers at least are such over nothing but marks."""
    if any(column.role in ("board", "cooperating") and not starts_body(column.header) for column in columns.values()):
        return {}
    work = [row for row in rows[:200] if len(row.filled) > 1]
    named = {n: line(column.header) for n, column in columns.items() if starts_body(line(column.header))}
    found = {n: name for n, name in named.items() if _are_marks([row.cell(n) for row in work])}
    return found if len(found) >= _FEWEST else {}


def _are_marks(cells: list[str]) -> bool:
    filled = [fold(cell) for cell in cells if cell]
    return bool(filled) and all(_MARK.fullmatch(cell) for cell in filled)


def who_is_marked(row: GridRow, bodies: dict[int, str]) -> str:
    """The bodies of a row as a cell would name them; who leads is said only where the marks say so."""
    marks = {name: fold(row.cell(n)) for n, name in bodies.items() if row.cell(n)}
    leads = [name for name, mark in marks.items() if _LEADS.fullmatch(mark)]
    helps = [name for name, mark in marks.items() if _HELPS.fullmatch(mark)]
    others = [name for name in marks if name not in (*leads, *helps)]
    if len(leads or others) == 1 and helps:
        return f"{(leads or others)[0]} (chủ trì); " + "; ".join(f"{name} (phối hợp)" for name in helps)
    return "; ".join(marks)
