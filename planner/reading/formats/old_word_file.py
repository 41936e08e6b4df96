"""The streams of an old Word file, its text and the properties of its stretches ([MS-DOC] 2.4, 2.8, 2.9)."""

import struct
from bisect import bisect_right
from dataclasses import dataclass
from io import StringIO

from xlrd.compdoc import CompDoc

from planner.errors import Refusal
from planner.language import N_

_WORD_97 = 0xC1
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
STYLES, _CHARACTERS, _PARAGRAPHS, _TEXT = 1, 12, 13, 33  # places in the FIB of what is where in the table stream
_PAGE = 512
_NARROW = 1 << 30  # of a piece's place: its letters are one byte each


@dataclass(frozen=True)
class Stretch:
    """A part of the text as the file keeps it: where it begins in the stream, and how many bytes a letter has."""

    text: str
    place: int
    size: int


class OldWordFile:
    """An old Word file. Raises Refusal where it is locked, and the errors of what is damaged."""

    def __init__(self, content: bytes) -> None:
        compound = CompDoc(content, logfile=StringIO())
        self.document = compound.get_named_stream("WordDocument") or b""
        sign, version = struct.unpack_from("<HH", self.document)
        flags = struct.unpack_from("<H", self.document, 10)[0]
        self.is_known = sign == 0xA5EC and version >= _WORD_97
        if self.is_known and flags & _ENCRYPTED:
            raise Refusal(N_("Tệp có mật khẩu. Xin bỏ mật khẩu rồi tải lên."))
        self._table = compound.get_named_stream("1Table" if flags & _SECOND_TABLE else "0Table") or b""
        self.lengths = struct.unpack_from("<8I", self.document, 0x4C)  # of the body and of what stands behind it
        self.data = compound.get_named_stream("Data") or b""

    def part(self, number: int, open_end: bool = False) -> bytes:
        """What stands in the table stream under a number of the FIB; list levels go on behind the end."""
        start, length = struct.unpack_from("<II", self.document, 0x9A + 8 * number)
        return self._table[start:] if open_end and length else self._table[start : start + length]

    def stretches(self, left: int) -> list[Stretch]:
        """The document's text in order, so many letters: the body comes first, then footnotes, headers, remarks."""
        places = _pieces(self.part(_TEXT))
        found: list[Stretch] = []
        for length, place in places:
            size = 1 if place & _NARROW else 2
            start = (place & ~_NARROW) // 2 if size == 1 else place
            length = min(length, left, (len(self.document) - start) // size)
            left -= length
            encoding = "cp1252" if size == 1 else "utf-16-le"
            text = self.document[start : start + length * size].decode(encoding, "replace")
            found.append(Stretch(text if len(text) == length else _by_units(text), start, size))
        return found

    def properties(self, of_characters: bool = False) -> "Properties":
        """The properties of paragraphs, or of characters, by their place in the document stream."""
        bins = self.part(_CHARACTERS if of_characters else _PARAGRAPHS)
        count = (len(bins) - 4) // 8
        if count > len(self.document) // _PAGE:
            raise ValueError(count)
        pages = struct.unpack_from(f"<{count}I", bins, 4 * (count + 1)) if bins else ()
        return Properties([self._page(number & 0x3FFFFF) for number in pages], of_characters)

    def _page(self, number: int) -> bytes:
        page = self.document[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            raise IndexError(number)
        return page


class Properties:
    """What is said of stretches of the stream, as the bytes that say it."""

    def __init__(self, pages: list[bytes], of_characters: bool) -> None:
        self._starts: list[int] = []
        self._said: list[bytes] = []
        for page in pages:
            count = page[511]
            self._starts += struct.unpack_from(f"<{count}I", page)
            places = (page[4 * (count + 1) + n * (1 if of_characters else 13)] * 2 for n in range(count))
            self._said += [_said(page, place, of_characters) for place in places]

    def at(self, place: int) -> bytes:
        """What is said of the letter that stands there."""
        n = bisect_right(self._starts, place) - 1
        return self._said[n] if n >= 0 else b""

    def end(self, place: int) -> int:
        """Where what is said of a letter ends."""
        n = bisect_right(self._starts, place)
        return self._starts[n] if n < len(self._starts) else 1 << 32


def _said(page: bytes, place: int, of_characters: bool) -> bytes:
    """The bytes from a page's place: their length first, of paragraphs in words."""
    if not place:
        return b""
    length = page[place]
    if of_characters:
        return page[place + 1 : place + 1 + length]
    if length:
        return page[place + 1 : place + 2 * length]
    return page[place + 2 : place + 2 + 2 * page[place + 1]]


def _pieces(text: bytes) -> list[tuple[int, int]]:
    """Length and place of each piece, from the piece table behind what is said of pieces."""
    at = 0
    while text[at] == 1:
        at += 3 + struct.unpack_from("<H", text, at + 1)[0]
    count = (struct.unpack_from("<I", text, at + 1)[0] - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", text, at + 5)
    places = [struct.unpack_from("<I", text, at + 5 + 4 * (count + 1) + 8 * n + 2)[0] for n in range(count)]
    return [(max(ends[n + 1] - ends[n], 0), place) for n, place in enumerate(places)]


def _by_units(text: str) -> str:
    """A text with signs beyond 16 bits, each as two places: places in the file are counted so."""
    return "".join(letter if ord(letter) < 0x10000 else letter + "\0" for letter in text)
