"""What openpyxl's reading mode does not tell of a sheet, taken from its XML (ECMA-376 part 1, 18.3.1)."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml.etree import iterparse

from planner.reading.formats.excel_layout import ROWS, Area, Layout

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_TAGS = ("{*}row", "{*}col", "{*}mergeCell")
_ON = ("1", "true")
_ROW = re.compile(rb"<(?:\w+:)?row(?:\s+r=\"(\d{1,8})\"|[\s/>])")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)[\s>]")


def layout_of(archive: ZipFile, path: str) -> Layout:
    """Reads a sheet's XML once, keeping nothing but its layout. Raises Refusal for an outsized one.

    Rows beyond those that are read are only looked at for whether they hold anything: a sheet may declare a million.
    """
    layout, row = Layout(), 0
    data = archive.read(path.lstrip("/"))
    cut, end = _rows_left(data)
    layout.is_longer = bool(_VALUE.search(data, cut, end))
    kept = BytesIO(data[:cut] + data[end:])
    for _, element in iterparse(kept, events=("end",), tag=_TAGS, resolve_entities=False, no_network=True):
        name = element.tag.rpartition("}")[2]
        if name == "row":
            row = _number(element.get("r"), row + 1)
            if element.get("hidden") in _ON:
                layout.hidden.add(row)
            layout.formulas += sum(map(_is_without_result, element.iter("{*}f")))
            _forget(element)
        elif name == "col" and element.get("hidden") in _ON:
            layout.hide_columns(_number(element.get("min"), 1), _number(element.get("max"), 0))
        elif name == "mergeCell" and (area := _area(element.get("ref") or "")):
            layout.add(area)
    return layout


def _rows_left(data: bytes) -> tuple[int, int]:
    """From where to where the XML of the rows reaches that are not read; both the same where there are none."""
    end = max(data.rfind(b"</sheetData>"), data.rfind(b":sheetData>"))
    end = data.rfind(b"<", 0, end + 1) if end > 0 else -1
    for n, found in enumerate(_ROW.finditer(data), start=1):
        if (int(found[1]) if found[1] else n) > ROWS:
            return (found.start(), end) if end > found.start() else (0, 0)
    return 0, 0


def _forget(row: Any) -> None:
    """A row that was read costs no more memory."""
    row.clear()
    while row.getprevious() is not None:
        del row.getparent()[0]


def _is_without_result(formula: Any) -> bool:
    return not any(value.text for value in formula.itersiblings("{*}v"))


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
