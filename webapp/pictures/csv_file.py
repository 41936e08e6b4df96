"""Figures as a file for a spreadsheet."""

import csv
from collections.abc import Iterable
from io import StringIO

from webapp.pictures.figures import Cell, Table

CSV = "text/csv"
BOM = "\ufeff"  # without it Excel takes the letters for those of an older code page
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def written(table: Table) -> bytes:
    """The table's heads, lines and total (RFC 4180)."""
    out = StringIO()
    lines = [table.heads, *table.lines, *([table.total] if table.total else [])]
    csv.writer(out).writerows(map(_harmless, lines))
    return (BOM + out.getvalue()).encode()


def _harmless(line: Iterable[Cell]) -> list[Cell]:
    """A name that a spreadsheet would reckon stays a name."""
    return [f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell for cell in line]
