"""Plans that mark months in twelve columns (a year's timetable with crosses) instead of writing times."""

import re
from itertools import pairwise

from planner.language import N_
from planner.reading.formats.blocks import GridRow
from planner.reading.notes import Note
from planner.text import fold, line

_MONTH = re.compile(r"(?:thang|thg|t)?\.?\s*0?(\d{1,2})")
_FEWEST = 3


def month_columns(rows: list[GridRow], width: int) -> dict[int, int]:
    """Column → month, where header rows name at least three months in order, and say that they are months."""
    found: dict[int, int] = {}
    for n in range(width):
        parts = list(dict.fromkeys(line(row.cell(n)) for row in rows if row.cell(n)))
        month = _MONTH.fullmatch(fold(parts[-1])) if parts else None
        whole = fold(" ".join(parts))
        if month and 1 <= int(month[1]) <= 12 and re.search(r"\bt\d|thang|thg|thoi gian|tien do", whole):
            found[n] = int(month[1])
    months = list(found.values())
    return found if len(months) >= _FEWEST and months == sorted(set(months)) else {}


def marked_time(row: GridRow, months: dict[int, int]) -> tuple[str, list[str]]:
    """The time that a row's marks tell; neighbouring months may be one long piece of work, so that is asked."""
    marked = [month for column, month in months.items() if line(row.cell(column))]
    if not marked:
        return "", []
    text = "Tháng " + ", ".join(map(str, marked))
    if any(after == before + 1 for before, after in pairwise(marked)):
        return text, [
            Note(N_("Các tháng liền nhau được đánh dấu (%(text)s): mỗi tháng một lần hay một đợt?"), text=text)
        ]
    return text, []
