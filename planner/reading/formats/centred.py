"""Rows whose cells stand in their middle, on a page without lines: the lines of each row, from its number on.

A cell in the middle of its row begins above the row's number when it has more lines. Where every number stands in the
middle of the lines around it, from the header's down, these lines are the row.
"""

import re
from dataclasses import replace
from itertools import accumulate, pairwise

from planner.reading.columns import is_number_header
from planner.reading.formats.aligned_columns import Line, Piece, Span, place_in, union

_NUMBER = re.compile(r"\d{1,4}([.)]\d*)*")
_HEADING = re.compile(r"(?:[IVX]{1,6}|[A-H]|\d{1,2})[.)]\s+\S")
_NEAR = 0.4  # of a line's height: how far a number may stand from the middle of its row
_MORE = 0.5  # points
_RUNNING = 3  # lines of a running title
_UP = 4  # lines of a header above the one that names the numbers


def levelled(lines: list[Line], before: Span | None = None) -> list[Line]:
    """The lines with those of every row at its top, where the rows are centred; else as they are.

    `before` is the column of numbers of a table that may go on at the top of this page without its header.
    """
    at = next((n for n, line in enumerate(lines) if is_number_header(line.first)), None)
    if at is None:
        return _tried(lines, range(_RUNNING), None, before) if before else lines
    return _tried(lines, range(at, max(at - _UP, -1), -1), at, (lines[at].pieces[0].start, lines[at].pieces[0].end))


def _tried(lines: list[Line], starts: range, at: int | None, column: Span) -> list[Line]:
    for start in starts:
        rows = _rows(lines, start, at, column)
        if any(len(row) > 1 and row[0].first != _own(row, column) for row in rows) and _are_apart(rows):
            end = start + sum(map(len, rows))
            return lines[:start] + [line for row in rows for line in _levelled(row)] + lines[end:]
    return lines


def _are_apart(rows: list[list[Line]]) -> bool:
    """Whether more is left free between rows than inside of them: else rows that begin at their numbers fit too."""
    inner = [gap for row in rows for gap in _gaps(row)]
    outer = [_gaps([*before, *after])[len(before) - 1] for before, after in pairwise(rows)]
    return max(inner, default=0.0) + _MORE < min(outer)


def _gaps(lines: list[Line]) -> list[float]:
    """What is free above each line but the first; lines of two cells may overlap."""
    bottoms = accumulate((line.bottom for line in lines), max)
    return [line.top - bottom for line, bottom in zip(lines[1:], bottoms, strict=False)]


def _own(row: list[Line], column: Span) -> str:
    """What stands in the row under the header of the numbers."""
    return next((line.first for line in row if _meets(line.pieces[0], column)), "")


def _rows(lines: list[Line], start: int, at: int | None, column: Span) -> list[list[Line]]:
    """The header's lines, then every row's; nothing where a number is not in the middle of its row."""
    rows: list[list[Line]] = []
    numbers = [n for n in range(start if at is None else at + 1, len(lines)) if _is_number(lines[n], column)]
    places = numbers if at is None else [at, *numbers]
    for place in places:
        while start < place and _is_heading(lines[start]):
            rows.append([lines[start]])
            start += 1
        if start > place:
            return []
        bottom = 2 * lines[place].middle - lines[start].top
        end = next((n for n in range(place, len(lines)) if lines[n].middle > bottom), len(lines))
        row = lines[start:end]
        tall = lines[place].bottom - lines[place].top
        middle = (row[0].top + max(line.bottom for line in row)) / 2 if row else 0.0
        if not row or abs(middle - lines[place].middle) > _NEAR * tall:
            return []
        rows.append(row)
        start = end
    return rows if len(numbers) > 1 else []


def _is_number(line: Line, column: Span) -> bool:
    return bool(_NUMBER.fullmatch(line.first)) and _meets(line.pieces[0], column)


def _is_heading(line: Line) -> bool:
    return len(line.pieces) == 1 and bool(_HEADING.match(line.first))


def _meets(piece: Piece, span: Span) -> bool:
    return piece.start < span[1] and span[0] < piece.end


def _levelled(row: list[Line]) -> list[Line]:
    """The row's lines as if each cell began at its top."""
    if len(row) == 1:
        return row
    spans = union([(piece.start, piece.end) for line in row for piece in line.pieces])
    cells: list[list[Piece]] = [[] for _ in spans]
    for line in row:
        for piece in line.pieces:
            cells[place_in(spans, piece)[0]].append(piece)
    deepest = min(max(map(len, cells)), len(row))
    levels = [[cell[n] for cell in cells if n < len(cell)] for n in range(deepest)]
    return [replace(row[n], pieces=pieces, apart=row[0].apart and n == 0) for n, pieces in enumerate(levels)]
