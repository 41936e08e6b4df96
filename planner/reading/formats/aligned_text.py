"""Plain text in which a table's cells are parted by runs of blanks."""

import re

from planner.reading.formats.aligned import aligned_table
from planner.reading.formats.aligned_columns import Line, Piece
from planner.reading.formats.blocks import Grid, Paragraph

_TABLES = 40
_PIECE = re.compile(r"\S+(?: \S+)*")


def spaced_tables(lines: list[Paragraph]) -> list[Grid | list[Paragraph]]:
    """Paragraphs and tables, in order."""
    parts: list[Grid | list[Paragraph]] = []
    for _ in range(_TABLES):
        shown = [n for n, piece in enumerate(lines) if piece.text.strip()]
        found = aligned_table([_line(lines, n) for n in shown])
        if found is None:
            break
        end = shown[-len(found.below)] if found.below else len(lines)
        parts += [part for part in (lines[: shown[len(found.above)]], found.grid) if part]
        lines = lines[end:]
    return [*parts, lines] if lines else parts


def _line(lines: list[Paragraph], n: int) -> Line:
    text = lines[n].text.expandtabs(8)
    pieces = [Piece(found.start(), found.end(), found[0]) for found in _PIECE.finditer(text)]
    return Line(pieces, lines[n].place, apart=n > 0 and not lines[n - 1].text.strip())
