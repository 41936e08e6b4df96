"""Old Word files (.doc): those of Word 97 and later by their own structures, older ones through antiword.

antiword does not know which cells are merged downwards and loses rows of wide tables.
"""

import struct
from itertools import groupby
from operator import attrgetter

from xlrd.compdoc import CompDocError

from planner.language import N_
from planner.reading.formats.antiword import read_by_antiword
from planner.reading.formats.archive import DAMAGE
from planner.reading.formats.blocks import Block, Paragraph
from planner.reading.formats.limits import bounded
from planner.reading.formats.old_word_file import OldWordFile
from planner.reading.formats.old_word_lists import Lists
from planner.reading.formats.old_word_table import TableRow, grid_of, table_rows
from planner.reading.formats.old_word_text import Piece, pieces_of
from planner.reading.notes import Note

_DAMAGE = (struct.error, CompDocError, *DAMAGE)


def read_old_word(content: bytes) -> list[Block]:
    """The document's paragraphs and tables. Raises Refusal for a damaged or locked file."""
    try:
        file = OldWordFile(content)
        blocks = bounded(_blocks(pieces_of(file, Lists(file)))) if file.is_known else []
    except _DAMAGE:
        blocks = []
    return blocks or read_by_antiword(content)


def _blocks(pieces: list[Piece]) -> list[Block]:
    blocks: list[Block] = []
    tables = paragraphs = 0
    for in_table, group in groupby(pieces, key=attrgetter("in_table")):
        if in_table:
            rows: list[TableRow] = table_rows(group)
            tables += 1
            blocks.append(grid_of(rows, tables))
            continue
        for piece in group:
            paragraphs += bool(piece.text)
            blocks += [Paragraph(piece.text, Note(N_("Đoạn %(number)d"), number=paragraphs))] if piece.text else []
    return blocks
