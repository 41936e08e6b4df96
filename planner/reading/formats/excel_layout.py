"""Merged areas and hidden rows and columns of a sheet, whatever format they come from."""

from collections import defaultdict
from dataclasses import dataclass, field

from planner.errors import Refusal
from planner.language import N_

ROWS, COLUMNS = 20_000, 64
_AREA_ROWS = 400_000  # rows touched by merged areas, all together


@dataclass
class Area:
    """A merged area, rows and columns from 1; `text` is filled in when its first row is read."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    text: str = ""


@dataclass
class Layout:
    """Merged areas by the rows they touch; hidden rows (from 1) and columns (from 0); formulas without a result."""

    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas: int = 0
    is_longer: bool = False  # rows beyond those that are read hold something
    _areas: dict[int, list[Area]] = field(default_factory=lambda: defaultdict(list))
    _rows: int = 0

    def hide_columns(self, first: int, last: int) -> None:
        """Columns from 1, both included."""
        self.hidden_columns.update(range(max(first, 1) - 1, min(last, COLUMNS)))

    def add(self, area: Area) -> None:
        # An area over the whole sheet is a slip of the mouse; beyond the limits nothing is read anyway.
        if area.first_column <= COLUMNS and area.last_row - area.first_row < ROWS:
            rows = range(area.first_row, min(area.last_row, ROWS) + 1)
            self._rows += len(rows)
            if self._rows > _AREA_ROWS:
                raise Refusal(N_("Trang tính có quá nhiều ô gộp nên không được đọc."))
            for row in rows:
                self._areas[row].append(area)

    def merged(self, number: int, texts: list[str]) -> tuple[list[str], frozenset[int]]:
        """Puts the text of a merged area into each of its cells of this row."""
        joined: set[int] = set()
        for area in self._areas.get(number, []):
            last = min(area.last_column, COLUMNS)
            texts += [""] * (last - len(texts))
            if number == area.first_row:
                area.text = texts[area.first_column - 1] if area.first_column <= len(texts) else ""
            else:
                joined.update(range(area.first_column - 1, last))
            texts[area.first_column - 1 : last] = [area.text] * (last - area.first_column + 1)
        return texts, frozenset(joined)
