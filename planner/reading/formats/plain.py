"""Plain text: running lines, and the ways in which a table ends up in it.

Row a line: cells apart by tabs (a copy from Word), by upright bars (`drawn`) or by runs of blanks (`aligned_text`).
Cell a line: every cell starts with a tab and may go on over several lines (`flattened`), or the lines are bare and
only the header tells that there was a table (`bare`).
"""

import re

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.aligned_text import spaced_tables
from planner.reading.formats.blank_parted import bare_or_parted
from planner.reading.formats.blocks import Block, Grid, GridRow, Paragraph
from planner.reading.formats.drawn import between_rules, drawn_cells
from planner.reading.formats.encoding import decode
from planner.reading.formats.flattened import flattened_tables
from planner.reading.formats.limits import bounded
from planner.reading.notes import Note
from planner.text import clean

TEXT = 8 * 1024 * 1024  # bytes
_LINES = 200_000
_PAGE_BREAK = 3  # blank lines
_LINE_END = re.compile(r"\r\n|[\r\f\x0b\u2028\u2029]")
_QUOTED = re.compile(r'(?<=\t)"[^"\t\n]{0,500}\n[^"\t]{0,2000}"(?=\t|\n|$)')


def read_plain(content: bytes) -> list[Block]:
    """The text's blocks. Raises Refusal when it is too long or no text."""
    if len(content) > TEXT:
        raise Refusal(N_("Tệp văn bản quá lớn: tối đa %(most)d MB."), most=TEXT // 1024 // 1024)
    text, asked = decode(content)
    return [*blocks_of(text), *asked]


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text that is already decoded."""
    lines = _one_line_cells(_LINE_END.sub("\n", text)).split("\n")
    if len(lines) > _LINES:
        raise Refusal(N_("Tệp văn bản có quá nhiều dòng: tối đa %(most)d."), most=_LINES)
    pieces = [
        Paragraph(text.rstrip(" \xa0"), Note(N_("Dòng %(line)d"), line=n)) for n, text in enumerate(lines, start=1)
    ]
    return bounded(block for part in _row_tables(pieces) for block in _others(part))


def _one_line_cells(text: str) -> str:
    """Cells that a copy from Excel put in quotation marks because they hold line ends."""
    return _QUOTED.sub(lambda found: found[0].strip('"').replace("\n", " ").replace('""', '"'), text)


def _others(part: Grid | list[Paragraph]) -> list[Block]:
    if isinstance(part, Grid):
        return [part]
    return [block for piece in flattened_tables(part) for rest in _spaced(piece) for block in _tidy(rest)]


def _spaced(part: Grid | list[Paragraph]) -> list[Grid | list[Paragraph]]:
    return [part] if isinstance(part, Grid) else spaced_tables(part)


def _tidy(piece: Grid | list[Paragraph]) -> list[Block]:
    if isinstance(piece, Grid):
        return [piece]
    return [
        Paragraph(clean(block.text), block.place) if isinstance(block, Paragraph) else block
        for block in bare_or_parted(piece)
        if isinstance(block, Grid) or clean(block.text)
    ]


def _row_tables(lines: list[Paragraph]) -> list[Grid | list[Paragraph]]:
    """Takes runs of lines with several cells out of the text; blank lines inside a run are page breaks."""
    parts: list[Grid | list[Paragraph]] = []
    run = _Run()
    blanks: list[Paragraph] = []
    for piece in lines:
        cells = split_row(piece.text, inside=run.is_open)
        if cells is not None:
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


class _Run:
    """Lines that follow one another and hold cells; before which of them a rule was drawn."""

    def __init__(self) -> None:
        self._lines: list[Paragraph] = []
        self._rows: list[GridRow] = []
        self._rules: list[int] = []

    @property
    def is_open(self) -> bool:
        return bool(self._lines)

    def add(self, cells: list[str], piece: Paragraph) -> None:
        self._lines.append(piece)
        if not cells:
            self._rules.append(len(self._rows))
        elif any(cells):
            self._rows.append(GridRow(cells, piece.place))

    def closed(self, parts: list[Grid | list[Paragraph]]) -> "_Run":
        """Puts the table to the parts; lines that only draw are running text."""
        if self._rows:
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
