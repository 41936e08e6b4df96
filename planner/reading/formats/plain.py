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
_RULE = re.compile(r"[\s|:+=-]+")


def read_plain(content: bytes) -> list[Block]:
    """The text's blocks. Raises Refusal when it is too long or no text."""
    if len(content) > TEXT:
        raise Refusal(N_("Tệp văn bản quá lớn: tối đa %(most)d MB."), most=TEXT // 1024 // 1024)
    return blocks_of(decode(content))


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text that is already decoded."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\x0b", "\n").split("\n")
    if len(lines) > _LINES:
        raise Refusal(N_("Tệp văn bản có quá nhiều dòng: tối đa %(most)d."), most=_LINES)
    pieces = [
        Paragraph(line.rstrip(" \xa0"), Note(N_("Dòng %(line)d"), line=n)) for n, line in enumerate(lines, start=1)
    ]
    return [block for part in _row_tables(pieces) for block in _others(part)]


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
    blanks: list[Paragraph] = []
    for line in lines:
        cells = split_row(line.text)
        last = parts[-1] if parts else None
        if cells:
            if not isinstance(last, Grid):
                parts.append(Grid(name=line.place))
            if any(cells):
                _grid_at(parts).rows.append(GridRow(cells, line.place))
            blanks = []
        elif isinstance(last, Grid) and not line.text.strip() and len(blanks) < 3:
            blanks.append(line)
        else:
            parts.append([]) if isinstance(last, Grid) or last is None else None
            parts[-1] += [*blanks, line]  # type: ignore[operator]
            blanks = []
    return parts


def _grid_at(parts: list[Grid | list[Paragraph]]) -> Grid:
    grid = parts[-1]
    assert isinstance(grid, Grid)
    return grid


def split_row(line: str) -> list[str]:
    """The cells of a line that holds a whole row, or nothing."""
    if line.strip("\t").count("\t") >= 2:
        return [clean(cell) for cell in line.split("\t")]
    if line.count("|") >= 3:
        return [""] if _RULE.fullmatch(line) else [clean(cell) for cell in line.strip().strip("|").split("|")]
    return []
