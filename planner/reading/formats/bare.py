"""A table flattened into one cell a line without any tab: only its header and the running numbers are left of it.

Taken apart only where that is certain: every row has a line for each of the header's, or there are number, title, board
and times in this order; and the numbers 1, 2, 3 … stand each on a line of its own. Anything else stays running text.
"""

import re

from planner.reading.bodies import starts_body
from planner.reading.columns import Column, column_of, is_number_header
from planner.reading.formats.bare_header import two_rows, with_whole_cells
from planner.reading.formats.blocks import Grid, GridRow, Paragraph
from planner.text import fold

_TIMES = ("submit", "execute", "start", "finish")
_HEADER = 14  # lines at most
_TIMEISH = re.compile(
    r"(khoang |trong |tu |truoc |den |het |cuoi |dau |giua |cham nhat |xong )*"
    r"(\d+ thang|thang|quy|nam|ngay|tuan|thuong xuyen|theo |hang |dinh ky|ca nam|sau khi|khi co|\d{1,2}[/-])"
)


def bare_tables(lines: list[Paragraph]) -> list[Grid | Paragraph]:
    """The paragraphs, and the one table among them if there is one that can be taken apart."""
    start = next((n for n, piece in enumerate(lines) if is_number_header(piece.text)), None)
    if start is None:
        return list(lines)
    head = [n for n in range(start + 1, min(start + 3 * _HEADER, len(lines))) if lines[n].text.strip()][:_HEADER]
    first = next((n for n in head[1:] if _is(lines[n], 1)), None)
    if first and (whole := with_whole_cells(lines[start:first])) != lines[start:first]:
        return bare_tables([*lines[:start], *whole, *lines[first:]])
    if first and (even := _even_rows(lines, start, first)):
        return even
    if first and (headed := _two_headed(lines, start, first)):
        return headed
    columns = _columns(lines[start:first]) if first else []
    if first is None or not columns:
        return list(lines)
    rows, end = _rows(lines, first, columns)
    if len(rows) < 2 or _are_torn(lines[first:end], columns):
        return list(lines)
    header = GridRow([column.header for column in columns], lines[start].place)
    return [*lines[:start], Grid([header, *rows], lines[start].place), *lines[end:]]


def _even_rows(lines: list[Paragraph], start: int, first: int) -> list[Grid | Paragraph] | None:
    """The blocks where each row has as many lines as the header, whatever its columns are; the last row may end so."""
    places = [n for n in range(start, len(lines)) if lines[n].text.strip()]
    width = sum(n < first for n in places)
    body = places[width:]
    count = next((k for k in range(len(body) // width + 1) if not _row_at(lines, body, k, width)), 0)
    if width < 3 or count < 2 or any(_is(lines[n], count + 1) for n in body[count * width :]):
        return None
    if any(_is_time(lines[n].text) for n in places[:width]):
        return None
    rows = [places[k * width : (k + 1) * width] for k in range(count + 1)]
    cells = [GridRow([lines[n].text.strip() for n in row], lines[row[0]].place) for row in rows]
    return [*lines[:start], Grid(cells, lines[start].place), *lines[rows[-1][-1] + 1 :]]


def _two_headed(lines: list[Paragraph], start: int, first: int) -> list[Grid | Paragraph] | None:
    """The blocks where all rows have as many lines, and the header two rows with some cells more."""
    head = [lines[n].text.strip() for n in range(start, first) if lines[n].text.strip()]
    body = [n for n in range(first, len(lines)) if lines[n].text.strip()]
    width = next((k for k in range(3, len(body)) if _is(lines[body[k]], 2)), 0)
    count = next((k for k in range(len(body)) if not width or not _row_at(lines, body, k, width)), 0)
    if count < 2 or any(_is(lines[n], count + 1) for n in body[count * width :]):
        return None
    rows = two_rows(head, width, lines[start].place)
    if rows is None:
        return None
    for k in range(count):
        row = body[k * width : (k + 1) * width]
        rows.append(GridRow([lines[n].text.strip() for n in row], lines[row[0]].place))
    return [*lines[:start], Grid(rows, lines[start].place), *lines[body[count * width - 1] + 1 :]]


def _row_at(lines: list[Paragraph], body: list[int], row: int, width: int) -> bool:
    at = row * width
    return at + width <= len(body) and _is(lines[body[at]], row + 1)


def _is_time(text: str) -> bool:
    return bool(re.match(r"(thang|quy) [\divx]+$|\d{1,2}/\d{1,4}", fold(text)))


def _is(piece: Paragraph, number: int) -> bool:
    text = piece.text.strip().rstrip(".")
    return text.isdecimal() and len(text) < 6 and int(text) == number


def _columns(header: list[Paragraph]) -> list[Column]:
    """The columns that the header lines name, or nothing where their order is not the usual one."""
    texts = [piece.text.strip() for piece in header if piece.text.strip()]
    found = [column for text in _joined(texts) if (column := column_of([text]))]
    leaves = [c for c in found if c.role in _TIMES]
    if len(leaves) > 1:  # "Thời gian" over "Trình" and "Thực hiện"
        found = [c for c in found if c.role not in _TIMES or fold(c.header) != "thoi gian"]
    roles = [column.role for column in found]
    times = [role for role in roles if role in _TIMES]
    usual = ["number", "title", *(["board"] if "board" in roles else []), *times]
    return found if times and roles == usual and len(set(times)) == len(times) else []


def _joined(texts: list[str]) -> list[str]:
    """Header texts that were broken over two lines ("BỘ PHẬN", "THAM MƯU") put together again."""
    joined: list[str] = []
    for text in texts:
        column, before = column_of([text]), column_of(joined[-1:])
        same = column and before and column.role == before.role and column.role in ("board", "title")
        if joined and (column is None or same):
            joined[-1] += " " + text
        else:
            joined.append(text)
    return joined


def _rows(lines: list[Paragraph], first: int, columns: list[Column]) -> tuple[list[GridRow], int]:
    starts = [first]
    for n in range(first + 1, len(lines)):
        if _is(lines[n], len(starts) + 1):
            starts.append(n)
    end = _end_of_last(lines, starts[-1], columns)
    bounds = [*starts[1:], end]
    return [_row(lines[a:b], columns) for a, b in zip(starts, bounds, strict=True)], end


def _are_torn(lines: list[Paragraph], columns: list[Column]) -> bool:
    """Whether more times end a row than it has columns for: one of them heads the rows below, or is a cell's rest."""
    wanted, times = sum(column.role in _TIMES for column in columns), 0
    for piece in lines:
        if text := piece.text.strip():
            times = times + 1 if _TIMEISH.match(fold(text)) else 0
        if times > wanted:
            return True
    return False


def _end_of_last(lines: list[Paragraph], start: int, columns: list[Column]) -> int:
    """The last row ends after as many times as there are columns for them."""
    wanted, end = sum(column.role in _TIMES for column in columns), start + 1
    for n in range(start + 1, len(lines)):
        if wanted and _TIMEISH.match(fold(lines[n].text)):
            wanted, end = wanted - 1, n + 1
    return end


def _row(lines: list[Paragraph], columns: list[Column]) -> GridRow:
    texts = [piece.text.strip() for piece in lines if piece.text.strip()]
    wanted = sum(column.role in _TIMES for column in columns)
    times: list[str] = []
    while len(times) < wanted and len(texts) > 2 and _TIMEISH.match(fold(texts[-1])):
        times.insert(0, texts.pop())
    times += [""] * (wanted - len(times))
    number, rest = texts[0], texts[1:]
    cells = [number, " ".join(rest)]
    if any(column.role == "board" for column in columns):
        cut = next((n for n in range(1, len(rest)) if starts_body(rest[n])), max(len(rest) - 1, 1))
        cells = [number, " ".join(rest[:cut]), " ".join(rest[cut:])]
    return GridRow([*cells, *times], lines[0].place)
