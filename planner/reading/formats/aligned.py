"""A table that nothing but blanks makes: cells stand below one another, in plain text or on a page without lines.

Taken apart only below a header that names its columns; a row begins where a number stands in the first column.
"""

import re
from dataclasses import dataclass
from itertools import islice

from planner.reading.columns import column_of, is_number_header
from planner.reading.formats.aligned_columns import Line, column_starts, place_in
from planner.reading.formats.blocks import Grid, GridRow
from planner.reading.formats.cut_codes import one_below
from planner.text import fold

_ORDINAL = re.compile(r"(\d{1,4}|[IVX]{1,6}|[A-Ha-hđ])([.)]\d*)*")
_HEADING = re.compile(r"([IVX]{1,6}|[A-H]|\d{1,2})[.)]\s+\S")
_HEADER = 5  # lines at most
_TOP, _RUNNING = 12, 3  # lines at the top of a page: with the header and a row that was cut; with a running title
_AT_START = 3.0  # points or signs from where a column begins
_TRIED = 40  # lines that could head a table: each is looked at with all below it
_TIMES = {"submit", "execute", "start", "finish"}


@dataclass
class Columns:
    """Where the columns of a table stand, each from and to, for one that goes on upon the next page."""

    spans: list[tuple[float, float]]
    header: frozenset[str] = frozenset()  # the lines of the header, to know them again

    def holds(self, line: Line) -> bool:
        """Whether every piece of the line stands in one column."""
        return all(len(place_in(self.spans, piece)) <= 1 for piece in line.pieces)


@dataclass
class Aligned:
    """The lines above a table, the table and the lines below it."""

    above: list[Line]
    grid: Grid
    below: list[Line]
    columns: Columns


def aligned_table(lines: list[Line], before: Columns | None = None) -> Aligned | None:
    """The first such table among the lines; `before` are the columns of one that may go on at their top."""
    if before and (found := _rest(lines, before)):
        return found
    for start in islice((n for n, line in enumerate(lines) if _names_numbers(line)), _TRIED):
        if found := _below(lines, start):
            return found
    return None


def _rest(lines: list[Line], before: Columns) -> Aligned | None:
    """What a page's top goes on with: behind the header again, or behind a running title at most."""
    heads = [n for n, line in enumerate(lines[:_TOP]) if fold(line.text) in before.header]
    start = heads[-1] + 1 if heads else _bare_rest(lines, before)
    if start is None or not any(_is_numbered(line, before) for line in lines[start : start + _TOP]):
        return None
    found = _table(lines, start, start, before)
    return Aligned(lines[: heads[0] if heads else start], found.grid, found.below, before)


def _bare_rest(lines: list[Line], before: Columns) -> int | None:
    """Where a table goes on at a page's top without its header: lines of one cell may stand before a whole row."""
    first = next((n for n, line in enumerate(lines[:_TOP]) if len(line.pieces) > 1 and before.holds(line)), _TOP)
    while 0 < first < _TOP and _is_of_one_cell(lines[first - 1], before):
        first -= 1
    return first if first < _RUNNING else None


def _is_of_one_cell(line: Line, columns: Columns) -> bool:
    """Whether a line begins where a column of text begins, and stands in it alone."""
    places = place_in(columns.spans, line.pieces[0])
    inside = len(line.pieces) == 1 and len(places) == 1 and places[0] > 0
    return inside and abs(line.start - columns.spans[places[0]][0]) < _AT_START


def _names_numbers(line: Line) -> bool:
    return any(is_number_header(piece.text) for piece in line.pieces[:2])


def _below(lines: list[Line], at: int) -> Aligned | None:
    """The table whose header has the line that names the numbers."""
    first = next((n for n in range(at + 1, min(at + _HEADER, len(lines))) if _is_body(lines[n])), None)
    if first is None:
        return None
    start = next((n for n in range(at, max(at - 3, -1), -1) if not _heads(lines, n - 1, at)), at)
    other = next(
        (n for n in range(first, len(lines)) if _names_numbers(lines[n]) and lines[n].text != lines[at].text), None
    )
    spans = column_starts(_wide(lines[first:other]), lines[start:first])
    columns = Columns(spans, frozenset(fold(line.text) for line in lines[start:first]))
    if len(spans) < 3 or not _is_plan(_header(lines[start:first], columns)):
        return None
    return _table(lines, start, first, columns)


def _is_body(line: Line) -> bool:
    """Whether a line begins a row, or is a numbered heading over all columns."""
    return bool(_ORDINAL.fullmatch(line.first)) or (len(line.pieces) == 1 and bool(_HEADING.match(line.first)))


def _heads(lines: list[Line], n: int, at: int) -> bool:
    """Whether a line goes before the one that names the numbers: short words right of it that name a column."""
    if n < 0 or lines[n + 1].apart or lines[n].start <= lines[at].pieces[0].end:
        return False
    return all(len(each.text) < 40 and column_of([each.text]) for each in lines[n].pieces)


def _wide(lines: list[Line]) -> list[Line]:
    """The lines that show where the columns stand: three cells and more."""
    return [line for line in lines if len(line.pieces) > 2]


def _header(lines: list[Line], columns: Columns) -> list[str]:
    texts = [""] * len(columns.spans)
    for line in lines:
        for piece in line.pieces:
            for n in place_in(columns.spans, piece):
                texts[n] = f"{texts[n]}\n{piece.text}".strip()
    return texts


def _is_plan(header: list[str]) -> bool:
    roles = {column.role for text in header if (column := column_of([text.replace("\n", " ")]))}
    return "title" in roles and bool(roles & _TIMES)


def _is_numbered(line: Line, columns: Columns) -> bool:
    return bool(_ORDINAL.fullmatch(line.first)) and len(line.pieces) > 2 and columns.holds(line)


def _table(lines: list[Line], start: int, first: int, columns: Columns) -> Aligned:
    header = [GridRow(_header(lines[start:first], columns), lines[start].place)] if first > start else []
    end = _end(lines, first, columns)
    rows: list[GridRow] = []
    for line in lines[first:end]:
        _add(rows, line, columns)
    return Aligned(lines[:start], Grid([*header, *rows], lines[start].place), lines[end:], columns)


def _end(lines: list[Line], first: int, columns: Columns) -> int:
    """Behind the last numbered row and the lines that its cells go on with."""
    numbered = [n for n in range(first, len(lines)) if _is_numbered(lines[n], columns)]
    end = (numbered[-1] if numbered else first) + 1
    while end < len(lines) and not lines[end].apart and columns.holds(lines[end]) and _goes_on(lines[end], columns):
        end += 1
    return end


def _goes_on(line: Line, columns: Columns) -> bool:
    return 0 not in place_in(columns.spans, line.pieces[0])


def _add(rows: list[GridRow], line: Line, columns: Columns) -> None:
    """A line of a row: its first one begins with a number, the others go on with the cells above."""
    if not columns.holds(line):  # a heading that reaches over the columns
        rows.append(GridRow([line.text], line.place))
        return
    cells = [""] * len(columns.spans)
    for piece in line.pieces:
        for n in place_in(columns.spans, piece):
            cells[n] = f"{cells[n]} {piece.text}".strip()
    if not rows or not _goes_on(line, columns) or len(rows[-1].cells) == 1:
        rows.append(GridRow(cells, line.place))
    else:
        pairs = zip(rows[-1].cells, cells, strict=True)
        rows[-1].cells = [one_below(*pair) for pair in pairs]
