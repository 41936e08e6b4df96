"""Rows in which two cells ran together on the way here, so that everything behind them stands one column too early."""

import re

from planner.language import N_
from planner.reading.bodies import starts_body
from planner.reading.formats.blocks import GridRow
from planner.reading.guess import looks_like_time
from planner.reading.meanings import TIMES
from planner.reading.notes import Note
from planner.reading.table import Table
from planner.text import line

RAN_TOGETHER = N_("Các ô của dòng này có thể đã dính vào nhau: “%(text)s”. Bộ phận nào tham mưu?")
TIME_FOR_BODY = N_("Ô bộ phận ghi “%(text)s”, giống một thời gian: bộ phận nào tham mưu?")
TWO_TIMES = N_("Hai thời gian viết liền trong một ô: “%(text)s”; đang đọc là trình và thực hiện, có đúng không?")
_TWO_TIMES = re.compile(r"((?:tháng|quý)\s+[\dIVX]+)\s+((?:tháng|quý)\s+[\dIVX]+)", re.IGNORECASE)
_LONGEST = 400  # letters of a body with its time
_NUMBERED = re.compile(r"(\d{1,4}[.)]?)\s+(\D.{3,})", re.DOTALL)
_DATED = re.compile(
    r"(?P<body>\D{3,}?)\s+(?P<time>(?:từ |trước |trong |đầu |giữa |cuối )?(?:tháng|quý|ngày|năm)\s+[\dIVX].*)",
    re.IGNORECASE | re.DOTALL,
)


def mended(row: GridRow, table: Table) -> tuple[GridRow, list[str]]:
    """The row with its cells apart again, and what has to be asked.

    Certain is a number before a text, a body before a time, and a title that ends with a body of the rows around it;
    only rows that are too short are looked at.
    """
    board = table.place("board")
    if len(row.cells) > max(table.columns, default=0) or row.joined:
        text = row.cell(board)
        return row, [Note(TIME_FOR_BODY, text=line(text))] if text and _is_time(text) else []
    cells = _number_apart(row.cells, table)
    asked: list[str] = []
    if board is not None and board < len(cells):
        if _is_time(cells[board]):
            cells, asked = _body_apart(cells, table, board)
        elif (
            len(cells[board]) < _LONGEST
            and (found := _DATED.fullmatch(line(cells[board])))
            and _role(table, board + 1) in TIMES
            and starts_body(found["body"])
        ):
            cells = [*cells[:board], found["body"], found["time"], *cells[board + 1 :]]
    cells, more = _times_apart(cells, table)
    return GridRow(cells, row.place, row.joined), [*asked, *more]


def _times_apart(cells: list[str], table: Table) -> tuple[list[str], list[str]]:
    """Two times where the paper's should be, in a row that ends there."""
    last = len(cells) - 1
    two = _TWO_TIMES.fullmatch(line(cells[last])) if cells else None
    if two is None or (_role(table, last), _role(table, last + 1)) != ("submit", "execute"):
        return cells, []
    return [*cells[:last], two[1], two[2]], [Note(TWO_TIMES, text=two[0])]


def _is_time(text: str) -> bool:
    return looks_like_time(text) and not starts_body(text)


def _role(table: Table, column: int) -> str:
    return table.columns[column].role if column in table.columns else ""


def _number_apart(cells: list[str], table: Table) -> list[str]:
    """ "4 Việc bốn" in the column of numbers, with a body or a time where the title should be."""
    number, title = table.place("number"), table.place("title")
    if number is None or title != number + 1 or title >= len(cells):
        return cells
    found = _NUMBERED.fullmatch(cells[number])
    behind = table.place("board") == title + 1 and starts_body(cells[title])
    behind = behind or (_role(table, title + 1) in TIMES and looks_like_time(cells[title]))
    return [*cells[:number], found[1], found[2], *cells[number + 1 :]] if found and behind else cells


def _body_apart(cells: list[str], table: Table, board: int) -> tuple[list[str], list[str]]:
    """A time where the body should be: the body stands at the end of the cell before it, if anywhere."""
    before = line(cells[board - 1]) if board else ""
    body = next((name for name in table.bodies if before.endswith(f" {name}")), "")
    title = before.removesuffix(body).rstrip(" ,;-–") if body else before
    asked: list[str] = [] if body else [Note(RAN_TOGETHER, text=before)]
    return [*cells[: board - 1], title, body, *cells[board:]] if board else cells, asked
