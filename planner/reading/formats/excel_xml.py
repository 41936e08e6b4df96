"""What openpyxl's reading mode does not tell of a sheet, taken from its XML (ECMA-376 part 1, 18.3.1)."""

import re
from typing import Any
from zipfile import ZipFile

from lxml.etree import iterparse

from planner.reading.formats.excel_layout import Area, Layout

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_TAGS = ("{*}row", "{*}col", "{*}mergeCell")
_ON = ("1", "true")


def layout_of(archive: ZipFile, path: str) -> Layout:
    """Reads a sheet's XML once, keeping nothing but its layout. Raises Refusal for an outsized one."""
    layout, row = Layout(), 0
    with archive.open(path.lstrip("/")) as stream:
        for _, element in iterparse(stream, events=("end",), tag=_TAGS, resolve_entities=False, no_network=True):
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
