"""Tables without lines on a PDF page, by where the words stand."""

from collections.abc import Iterator
from typing import Any

from pdfplumber.utils import cluster_objects

from planner.language import N_
from planner.reading.columns import is_number_header
from planner.reading.formats.aligned import Columns, aligned_table
from planner.reading.formats.aligned_columns import Line, Piece
from planner.reading.formats.blocks import Block, Grid, Unread
from planner.reading.formats.centred import levelled
from planner.reading.formats.pdf_text import paragraphs_in, paragraphs_of
from planner.reading.notes import Note
from planner.text import clean

_NEAR = 3.0  # points between the tops of words on one line
_BETWEEN = 0.45  # of a letter's height: words further apart stand in two cells
_APART = 1.0  # of a line's height: more than this above a line parts it from the one before


class WithoutLines:
    """Reads the parts of a document's pages that no ruled table takes, one after the other."""

    def __init__(self) -> None:
        self._columns: Columns | None = None
        self._asked = False

    def ruled(self) -> None:
        """A ruled table stands here: one without lines does not go on behind it."""
        self._columns = None

    def blocks(self, part: Any, page: int) -> Iterator[Block]:
        """Paragraphs, and a table between them where words stand below one another under its header."""
        words = part.extract_words()
        if self._columns is None and not any(is_number_header(word["text"]) for word in words):
            yield from paragraphs_of(part, page)
            return
        lines = levelled(_lines(words, page), self._columns.spans[0] if self._columns else None)
        found = aligned_table(lines, self._columns)
        self._columns = found.columns if found else None
        if found is None:
            yield from paragraphs_of(part, page)
            return
        yield from paragraphs_in([line.text for line in found.above], page)
        if not self._asked:
            self._asked = True
            yield Unread("", asked=Note(_ASKED, page=page))
        yield _placed(found.grid, page)
        yield from paragraphs_in([line.text for line in found.below], page)


_ASKED = N_(
    "Bảng ở trang %(page)d của tệp PDF không có đường kẻ nên được tách theo khoảng cách giữa các chữ. Các ô có được"
    " tách đúng không?"
)


def _lines(words: list[dict[str, Any]], page: int) -> list[Line]:
    lines: list[Line] = []
    bottom = 0.0
    for row in cluster_objects(sorted(words, key=lambda word: float(word["top"])), "top", _NEAR):
        row = sorted(row, key=lambda word: float(word["x0"]))
        height = max(float(word["bottom"]) - float(word["top"]) for word in row)
        top = min(float(word["top"]) for word in row)
        apart = bool(lines) and top - bottom > _APART * height
        bottom = max(float(word["bottom"]) for word in row)
        lines.append(Line(_pieces(row, height * _BETWEEN), Note(N_("Trang %(page)d"), page=page), apart, top, bottom))
    return lines


def _pieces(words: list[dict[str, Any]], between: float) -> list[Piece]:
    pieces: list[Piece] = []
    for word in words:
        start, end, text = float(word["x0"]), float(word["x1"]), clean(word["text"])
        if pieces and start - pieces[-1].end < between:
            pieces[-1] = Piece(pieces[-1].start, end, f"{pieces[-1].text} {text}")
        else:
            pieces.append(Piece(start, end, text))
    return pieces


def _placed(grid: Grid, page: int) -> Grid:
    """The rows with a place that tells them apart, as those of a ruled table have."""
    for n, row in enumerate(grid.rows, start=1):
        row.place = Note(N_("Trang %(page)d, bảng %(table)d, dòng %(row)d"), page=page, table=1, row=n)
    return grid
