"""Plain text: running lines, and the two ways in which a table ends up in it.

Row a line: cells apart by tabs (a copy from Word) or by upright bars. Cell a line: every cell starts with a tab and
may go on over several lines (`flattened`), or the lines are bare and only the header tells that there was a table
(`bare`).
"""

import re

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.bare import bare_tables
from planner.reading.formats.blocks import Block, Grid, GridRow, Paragraph
from planner.reading.formats.encoding import decode
from planner.reading.formats.flattened import flattened_tables
from planner.reading.notes import Note
from planner.text import clean

TEXT = 8 * 1024 * 1024  # bytes
_LINES = 200_000
_PAGE_BREAK = 3  # blank lines
_LINE_END = re.compile(r"\r\n|[\r\f\x0b\u2028\u2029]")
_QUOTED = re.compile(r'(?<=\t)"[^"\t\n]{0,500}\n[^"\t]{0,2000}"(?=\t|\n|$)')
_RULE = re.compile(r"[\s|:+=-]+")


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
    return [block for part in _row_tables(pieces) for block in _others(part)]


def _one_line_cells(text: str) -> str:
    """Cells that a copy from Excel put in quotation marks because they hold line ends."""
    return _QUOTED.sub(lambda found: found[0].strip('"').replace("\n", " ").replace('""', '"'), text)


def _others(part: Grid | list[Paragraph]) -> list[Block]:
    if isinstance(part, Grid):
        return [part]
    return [block for piece in flattened_tables(part) for block in _tidy(piece)]


def _tidy(piece: Grid | list[Paragraph]) -> list[Block]:
    if isinstance(piece, Grid):
        return [piece]
    return [
        Paragraph(clean(block.text), block.place) if isinstance(block, Paragraph) else block
        for block in bare_tables(piece)
        if isinstance(block, Grid) or clean(block.text)
    ]


def _row_tables(lines: list[Paragraph]) -> list[Grid | list[Paragraph]]:
    """Takes runs of lines with several cells out of the text; blank lines inside a run are page breaks."""
    parts: list[Grid | list[Paragraph]] = []
    grid: Grid | None = None
    blanks: list[Paragraph] = []
    for piece in lines:
        cells = split_row(piece.text, inside=grid is not None)
        if cells:
            if grid is None:
                grid = Grid(name=piece.place)
                parts.append(grid)
            grid.rows += [GridRow(cells, piece.place)] if any(cells) else []
            blanks = []
        elif grid is not None and not piece.text.strip() and len(blanks) < _PAGE_BREAK:
            blanks.append(piece)
        else:
            _running(parts, [*blanks, piece])
            grid, blanks = None, []
    return parts


def _running(parts: list[Grid | list[Paragraph]], pieces: list[Paragraph]) -> None:
    last = parts[-1] if parts else None
    if isinstance(last, list):
        last += pieces
    else:
        parts.append(pieces)


def split_row(line: str, inside: bool = False) -> list[str]:
    """The cells of a line that holds a whole row, or nothing; `inside` a table one tab will do."""
    tabs = line.strip("\t").count("\t")
    if tabs >= 2 or (inside and (tabs or line.count("\t") >= 2)):
        return [clean(cell) for cell in line.split("\t")]
    if line.count("|") >= 3:
        return [""] if _RULE.fullmatch(line) else [clean(cell) for cell in line.strip().strip("|").split("|")]
    return []
