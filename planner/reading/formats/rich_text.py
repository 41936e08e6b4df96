"""Rich text (.rtf), and old Word files (.doc) that are rich text inside: paragraphs and tables in their order."""

from collections.abc import Iterator

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.blocks import Block, Paragraph
from planner.reading.formats.limits import bounded
from planner.reading.formats.rich_text_table import Reaches, RichTable
from planner.reading.formats.rich_text_words import DAMAGED, Words
from planner.reading.notes import Note
from planner.text import clean

_TABLES = 500
_OF_REACHES = frozenset(("trleft", "clvmrg", "clmrg", "cellx"))


def read_rich_text(content: bytes) -> list[Block]:
    """The document's paragraphs and tables. Raises Refusal for a damaged and an outsized file."""
    blocks = bounded(_Document().blocks(content))
    if not blocks:
        raise Refusal(DAMAGED)
    return blocks


class _Document:
    def __init__(self) -> None:
        self._open: list[RichTable] = []  # the table that is being read, and those nested in its cell
        self._text: list[str] = []
        self._depth = 0
        self._tables = self._paragraphs = 0
        self._nested: list[Block] = []

    def blocks(self, content: bytes) -> Iterator[Block]:
        words = Words(content)
        for word, figure in words.events():
            self._depth = words.depth
            if word.startswith("="):
                self._here().append(word[1:])
            elif word in ("par", "sect"):
                yield from self._end_paragraph()
            else:
                self._of_table(word, figure)
        self._depth = 0
        yield from self._end_paragraph()

    def _here(self) -> list[str]:
        return self._table(self._depth).text if self._depth else self._text

    def _table(self, depth: int) -> RichTable:
        """The table of a depth; what was nested deeper has ended."""
        while len(self._open) < depth:
            self._open.append(RichTable())
        return self._open[depth - 1]

    def _end_paragraph(self) -> Iterator[Block]:
        if self._depth:
            self._here().append("\n")
            return
        yield from self._end_tables()
        text = clean("".join(self._text))
        self._text = []
        if text:
            self._paragraphs += 1
            yield Paragraph(text, Note(N_("Đoạn %(number)d"), number=self._paragraphs))

    def _end_tables(self) -> Iterator[Block]:
        found, self._nested = self._nested, []
        if self._open:
            self._close(1, found)
        yield from found

    def _close(self, depth: int, into: list[Block]) -> None:
        """Ends the tables from a depth on: the outer one stands first."""
        ended, self._open = self._open[depth - 1 :], self._open[: depth - 1]
        for table in ended:
            table.end_row()
            if table.rows:
                self._tables += 1
                if self._tables > _TABLES:
                    raise Refusal(N_("Tệp có quá nhiều bảng (hơn %(most)d) nên không được đọc."), most=_TABLES)
                into.append(_placed(table, self._tables))

    def _of_table(self, word: str, figure: int | None) -> None:
        if word == "trowd":
            self._table(max(self._depth, 1)).reaches = Reaches()
        elif word in _OF_REACHES:
            self._table(max(self._depth, 1)).reaches.word(word, figure)
        elif word in ("cell", "nestcell"):
            depth = 1 if word == "cell" else max(self._depth, 2)
            self._close(depth + 1, self._nested)
            self._table(depth).end_cell()
        elif word in ("row", "nestrow"):
            self._table(1 if word == "row" else max(self._depth, 2)).end_row()


def _placed(table: RichTable, number: int) -> Block:
    grid = table.grid(Note(N_("Bảng %(number)d"), number=number))
    for n, row in enumerate(grid.rows, start=1):
        row.place = Note(N_("Bảng %(table)d, dòng %(row)d"), table=number, row=n)
    return grid
