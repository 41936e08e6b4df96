"""What openpyxl's reading mode does not tell of a sheet: merged areas and hidden rows, taken from its XML."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse

from planner.errors import Refusal
from planner.language import N_

ROWS, COLUMNS = 20_000, 64
_AREA_ROWS = 400_000  # rows touched by merged areas, all together
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


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
    """Merged areas by the rows they touch, and the hidden rows of a sheet."""

    hidden: set[int] = field(default_factory=set)
    _areas: dict[int, list[Area]] = field(default_factory=lambda: defaultdict(list))
    _rows: int = 0

    def areas_of(self, row: int) -> list[Area]:
        return self._areas.get(row, [])

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
        for area in self.areas_of(number):
            last = min(area.last_column, COLUMNS)
            texts += [""] * (last - len(texts))
            if number == area.first_row:
                area.text = texts[area.first_column - 1] if area.first_column <= len(texts) else ""
            else:
                joined.update(range(area.first_column - 1, last))
            texts[area.first_column - 1 : last] = [area.text] * (last - area.first_column + 1)
        return texts, frozenset(joined)


def layout_of(archive: ZipFile, path: str) -> Layout:
    """Reads a sheet's XML once, keeping nothing but its layout. Raises Refusal for an outsized one."""
    layout, row = Layout(), 0
    with archive.open(path.lstrip("/")) as stream:
        for _, element in iterparse(stream, events=("end",)):
            name = element.tag.rpartition("}")[2]
            if name == "row":
                row = _number(element.get("r"), row + 1)
                if element.get("hidden") in ("1", "true"):
                    layout.hidden.add(row)
                element.clear()
            elif name == "mergeCell" and (area := _area(element.get("ref") or "")):
                layout.add(area)
    return layout


def _area(reference: str) -> Area | None:
    found = _AREA.fullmatch(reference)
    if not found:
        return None
    left, top, right, bottom = found.groups()
    rows, columns = sorted((int(top), int(bottom))), sorted((_column(left), _column(right)))
    return Area(rows[0], rows[1], columns[0], columns[1])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else otherwise
