"""Plain text: running lines, and the ways in which a table ends up in it.

Row a line: cells apart by tabs (a copy from Word), by upright bars (`drawn`), both in `row_lines`, or by runs of blanks
(`aligned_text`).
Cell a line: every cell starts with a tab and may go on over several lines (`flattened`), or the lines are bare and
only the header tells that there was a table (`bare`).
"""

import re

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.aligned_text import spaced_tables
from planner.reading.formats.blank_parted import bare_or_parted
from planner.reading.formats.blocks import Block, Grid, Paragraph
from planner.reading.formats.encoding import decode
from planner.reading.formats.flattened import flattened_tables
from planner.reading.formats.left_open import left_open
from planner.reading.formats.limits import bounded
from planner.reading.formats.row_lines import row_tables
from planner.reading.notes import Note
from planner.text import clean

TEXT = 8 * 1024 * 1024  # bytes
_LINES = 200_000
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
    blocks = bounded(block for part in row_tables(pieces) for block in _others(part))
    return [*blocks, *left_open(blocks)]


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
