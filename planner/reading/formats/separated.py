"""Comma-separated values (.csv), whatever separates them."""

import csv
import re
from io import StringIO

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.blocks import Block, Grid, GridRow
from planner.reading.formats.encoding import decode
from planner.reading.formats.plain import TEXT
from planner.reading.notes import Note
from planner.text import clean

_SEPARATORS = (";", ",", "\t", "|")
_SAID = re.compile(r'"?sep=([;,\t|])"?\r?\n', re.IGNORECASE)  # Excel's own way to name the separator
_ROWS = 20_000


def read_separated(content: bytes) -> list[Block]:
    """The file as one grid, by the separator that gives the widest even rows. Raises Refusal when it cannot be read."""
    if len(content) > TEXT:
        raise Refusal(N_("Tệp văn bản quá lớn: tối đa %(most)d MB."), most=TEXT // 1024 // 1024)
    text, asked = decode(content)
    text = text.replace("\0", "")
    said = _SAID.match(text)
    separators = said[1] if said else _SEPARATORS
    text = text[said.end() :] if said else text
    best = max((_rows(text, separator) for separator in separators), key=_evenness)
    rows = [
        GridRow([clean(cell) for cell in cells], Note(N_("Dòng %(line)d"), line=n))
        for n, cells in enumerate(best, start=1 + bool(said))
    ]
    return [Grid(rows), *asked]


def _rows(text: str, separator: str) -> list[list[str]]:
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return []
    if len(rows) > _ROWS:
        raise Refusal(N_("Bảng có hơn %(most)d dòng nên không được đọc."), most=_ROWS)
    return rows


def _evenness(rows: list[list[str]]) -> tuple[int, int]:
    """How many rows have the most frequent width above one, and that width."""
    widths = [len(row) for row in rows if len(row) > 1]
    often = max(set(widths), key=widths.count, default=0)
    return widths.count(often) if often else 0, often
