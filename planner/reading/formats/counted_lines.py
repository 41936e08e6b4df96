"""A table flattened into one cell a line with headings of sections between its rows, or blank lines for empty cells.

Taken apart only where it is certain: the numbers stand each exactly as many lines below the one before as the header
has cells (blank lines counted), and nothing but headings stands between two rows.
"""

import re
from collections.abc import Iterator

from planner.reading.columns import column_of, is_number_header
from planner.reading.formats.bare_header import two_rows, with_whole_cells
from planner.reading.formats.blocks import Grid, GridRow, Paragraph
from planner.reading.guess import looks_like_time
from planner.reading.meanings import TIMES

_MOST_COLUMNS = 14
_FEWEST_COLUMNS = 3
_BETWEEN = 4  # headings and blank lines between two rows at most
_NUMBERED = re.compile(r"(?:(?:phần|mục)\s+)?(?:[IVXLC]{1,6}|[A-HĐ])\s?[.):/-]\s*\S.{1,300}", re.IGNORECASE)
_CAPITALS = re.compile(r"[^a-zà-ỹ\d]{4,200}")


def counted_table(lines: list[Paragraph]) -> list[Grid | Paragraph] | None:
    """The paragraphs with the one such table among them, or None."""
    start = next((n for n, piece in enumerate(lines) if is_number_header(piece.text)), None)
    if start is None:
        return None
    head = _header_end(lines, start)
    names = [piece.text.strip() for piece in with_whole_cells(lines[start:head])]
    for header in _headers(names, lines[start].place):
        rows, end = _rows(lines, head, len(header[0].cells))
        if _needs_counting(rows) and _is_dated(header, rows):
            return [*lines[:start], Grid([*header, *rows], lines[start].place), *lines[end:]]
    return None


def _headers(names: list[str], place: str) -> Iterator[list[GridRow]]:
    """The header as one row, or as two of which the first has cells over several columns."""
    if _FEWEST_COLUMNS <= len(names) <= _MOST_COLUMNS:
        if _names_plan(names):
            yield [GridRow(names, place)]
        yield from filter(None, (two_rows(names, len(names) - groups, place) for groups in (1, 2)))


def _header_end(lines: list[Paragraph], start: int) -> int:
    """Before the first heading or number below the header's lines, which no blank one parts."""
    for n in range(start + 1, min(start + 2 * _MOST_COLUMNS, len(lines))):
        text = lines[n].text.strip()
        names_column = not _NUMBERED.fullmatch(text) and column_of([text])
        if not text or _is_number(text, 1) or (_is_heading(text) and not names_column):
            return n
    return start


def _names_plan(names: list[str]) -> bool:
    """Whether each line names a column, and among them the work and its time."""
    columns = [column_of([name]) for name in names]
    roles = {column.role for column in columns if column}
    return all(columns) and "title" in roles and bool(roles & set(TIMES))


def _needs_counting(rows: list[GridRow]) -> bool:
    """Whether there are headings or empty cells: a table without them is taken apart by its numbers alone."""
    return any(len(row.cells) == 1 or not all(row.cells) for row in rows)


def _is_dated(header: list[GridRow], rows: list[GridRow]) -> bool:
    """Whether two rows at least stand under the header, and most cells under its times are such."""
    work = [row for row in rows if len(row.cells) > 1]
    columns = [column_of(list(dict.fromkeys(row.cells[n] for row in header))) for n in range(len(header[0].cells))]
    times = [n for n, column in enumerate(columns) if column and column.role in TIMES]
    cells = [row.cells[n] for row in work for n in times if row.cells[n]]
    return len(work) > 1 and sum(map(looks_like_time, cells)) * 2 > len(cells)


def _rows(lines: list[Paragraph], first: int, width: int) -> tuple[list[GridRow], int]:
    """The rows with the headings above them, and where they end; a row out of step makes it no such table."""
    rows: list[GridRow] = []
    at, number = first, 1
    while (found := _next_number(lines, at, number)) is not None:
        if any(_is_number(lines[n].text, number + 1) for n in range(found + 1, min(found + width, len(lines)))):
            return [], first
        cells = [piece.text.strip() for piece in lines[found : found + width]]
        cells += [""] * (width - len(cells))
        if not cells[1] or any(map(_NUMBERED.fullmatch, cells[2:])):
            return [], first
        rows += _headings(lines[at:found])
        rows.append(GridRow(cells, lines[found].place))
        at, number = min(found + width, len(lines)), int(cells[0].rstrip(".)")) + 1
    if any(_is_number(piece.text, number) for piece in lines[at:]):
        return [], first
    return rows, at


def _next_number(lines: list[Paragraph], at: int, number: int) -> int | None:
    """Where the next row begins: at the next number, or at 1 below a heading; only headings stand before it."""
    headed = False
    for n in range(at, min(at + _BETWEEN + 1, len(lines))):
        text = lines[n].text.strip()
        if _is_number(text, number) or (headed and _is_number(text, 1)):
            return n
        if text and not _is_heading(text):
            return None
        headed = headed or bool(text)
    return None


def _headings(lines: list[Paragraph]) -> Iterator[GridRow]:
    return (GridRow([piece.text.strip()], piece.place) for piece in lines if piece.text.strip())


def _is_heading(text: str) -> bool:
    return not text.endswith((".", ":")) and bool(_NUMBERED.fullmatch(text) or _CAPITALS.fullmatch(text))


def _is_number(text: str, number: int) -> bool:
    text = text.strip().rstrip(".)")
    return text.isdecimal() and len(text) < 6 and int(text) == number
