"""The paragraphs of an old Word file, with the marks that end cells and rows ([MS-DOC] 2.4.3)."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.reading.formats.old_word_boxes import boxes
from planner.reading.formats.old_word_file import STYLES, OldWordFile
from planner.reading.formats.old_word_lists import Lists
from planner.reading.formats.old_word_sprms import Said, is_shown, of_paragraph, symbol
from planner.reading.formats.old_word_styles import paragraph_styles
from planner.reading.formats.picture_fonts import picture
from planner.text import clean

_CELL, _ANCHOR = "\x07", "\x08"
_ENDS = frozenset("\r\x07\x0c")
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_SIGNS = {"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "\xad", "\t": "\t"}


@dataclass(frozen=True)
class Piece:
    """A paragraph's text with its number; whether it ends a cell; of one that ends a row, what is said of the row."""

    text: str
    said: Said
    ends_cell: bool

    @property
    def in_table(self) -> bool:
        return self.said.depth > 0


def pieces_of(file: OldWordFile, lists: Lists) -> list[Piece]:
    """The document's paragraphs in order."""
    paragraphs, styles = file.properties(), paragraph_styles(file.part(STYLES))
    known: dict[bytes, Said] = {}
    pieces: list[Piece] = []
    for text, mark, place in _paragraphs(file):
        said = paragraphs.at(place)
        if said not in known:
            style = styles.get(int.from_bytes(said[:2], "little"), b"")
            known[said] = of_paragraph(style + said[2:], file.data)
        found = known[said]
        words = clean(text)
        label = lists.label(found) if words or found.depth else ""
        pieces.append(Piece(f"{label} {words}".strip(), found, mark == _CELL and found.depth < 2))
    return pieces


def _paragraphs(file: OldWordFile) -> Iterator[tuple[str, str, int]]:
    """Text, mark at the end and the mark's place in the stream."""
    text: list[str] = []
    instructions: list[bool] = []  # for each field that is open: whether its instruction goes on
    for letter, place in _letters(file):
        if letter in _ENDS:
            yield "".join(text), letter, place
            text.clear()
        elif letter == _FIELD:
            instructions.append(True)
        elif letter in (_RESULT, _FIELD_END) and instructions:
            instructions.pop()
            instructions += [False] if letter == _RESULT else []
        elif not any(instructions):
            text.append(letter)
    if text:
        yield "".join(text), "\r", place


def _letters(file: OldWordFile) -> Iterator[tuple[str, int]]:
    """Each shown letter with its place in the stream; marks are always given."""
    characters = file.properties(of_characters=True)
    anchored, at = boxes(file), 0
    for stretch in file.stretches(file.lengths[0]):
        end, shown, sign = -1, True, ""
        for n, letter in enumerate(stretch.text):
            place = stretch.place + n * stretch.size
            if place >= end:
                said = characters.at(place)
                end, shown, code = characters.end(place), is_shown(said), symbol(said)
                sign = picture(code, "Wingdings") if code else ""
            if letter in _ENDS or letter in (_FIELD, _RESULT, _FIELD_END):
                yield letter, place
            elif shown:
                yield sign or (letter if letter >= " " else _SIGNS.get(letter, "")), place
            if letter == _ANCHOR:
                yield anchored.get(at + n, ""), place
        at += len(stretch.text)
