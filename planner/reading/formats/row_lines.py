"""Plain text that holds a table's row a line: cells apart by tabs or by upright bars."""

import re
from itertools import islice

from planner.reading.columns import is_number_header
from planner.reading.formats.blocks import Grid, GridRow, Paragraph
from planner.reading.formats.drawn import between_rules, drawn_cells
from planner.reading.formats.lost_merges import widen_header
from planner.text import clean, fold

_PAGE_BREAK = 3  # blank lines
_HEADINGS = 3  # of sections, one below the other
_HEADING = re.compile(r"(?:(?:phần|mục)\s+)?(?:[IVXLC]{1,6}|[A-HĐ]|\d{1,2})\s?[.):/-]\s*\S.{1,300}", re.IGNORECASE)
_CAPITALS = re.compile(r"[^a-zà-ỹ]{4,200}")


def row_tables(lines: list[Paragraph]) -> list[Grid | list[Paragraph]]:
    """Takes runs of lines with several cells out of the text; blank lines inside a run are page breaks."""
    parts: list[Grid | list[Paragraph]] = []
    run = _Run()
    blanks: list[Paragraph] = []
    for n, piece in enumerate(lines):
        cells = split_row(piece.text, inside=run.is_open)
        if cells is None and run.is_open and _heads_rows(lines, n):
            cells = [clean(piece.text)]
        if cells is not None:
            run = run.closed(parts) if run.is_ended_by(cells) else run
            run.add(cells, piece)
            blanks = []
        elif run.is_open and not piece.text.strip() and len(blanks) < _PAGE_BREAK:
            blanks.append(piece)
        else:
            run = run.closed(parts)
            _running(parts, [*blanks, piece])
            blanks = []
    run.closed(parts)
    return parts


def _heads_rows(lines: list[Paragraph], n: int) -> bool:
    """Whether a line is the heading of a section inside the table: a row follows, and it is none of a header."""
    for piece in islice(lines, n, n + _HEADINGS + 1):
        cells = split_row(piece.text, inside=True)
        if cells is not None:
            return bool(cells) and not any(map(is_number_header, cells))
        if not _is_heading(piece.text.strip()):
            return False
    return False


def _is_heading(text: str) -> bool:
    return not text.endswith((".", ":")) and bool(_HEADING.fullmatch(text) or _CAPITALS.fullmatch(text))


class _Run:
    """Lines that follow one another and hold cells; before which of them a rule was drawn."""

    def __init__(self) -> None:
        self._lines: list[Paragraph] = []
        self._rows: list[GridRow] = []
        self._rules: list[int] = []
        self._header: int | None = None

    @property
    def is_open(self) -> bool:
        return bool(self._lines)

    def add(self, cells: list[str], piece: Paragraph) -> None:
        self._lines.append(piece)
        if not cells:
            self._rules.append(len(self._rows))
        elif any(cells):
            if self._header is None and is_number_header(cells[0]):
                self._header = len(self._rows)
            self._rows.append(GridRow(cells, piece.place))

    def is_ended_by(self, cells: list[str]) -> bool:
        """Whether a row is the header of another table: it names the numbers, and the columns otherwise."""
        if self._header is None or not cells or not is_number_header(cells[0]):
            return False
        return [fold(cell) for cell in cells if cell] != [fold(cell) for cell in self._rows[self._header].cells if cell]

    def closed(self, parts: list[Grid | list[Paragraph]]) -> "_Run":
        """Puts the table to the parts; lines that only draw are running text."""
        if self._rows:
            widen_header(self._rows[self._header or 0 :][:2])
            parts.append(Grid(between_rules(self._rows, self._rules), self._lines[0].place))
        elif self._lines:
            _running(parts, self._lines)
        return _Run()


def _running(parts: list[Grid | list[Paragraph]], pieces: list[Paragraph]) -> None:
    last = parts[-1] if parts else None
    if isinstance(last, list):
        last += pieces
    else:
        parts.append(pieces)


def split_row(line: str, inside: bool = False) -> list[str] | None:
    """The cells of a line that holds a whole row, none of a drawn rule, or None; `inside` a table one tab will do."""
    tabs = line.strip("\t").count("\t")
    if tabs >= 2 or (inside and (tabs or line.count("\t") >= 2)):
        return [clean(cell) for cell in line.split("\t")]
    return drawn_cells(line)
