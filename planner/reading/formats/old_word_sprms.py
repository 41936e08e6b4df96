"""What is said of a paragraph, of characters or of a row: codes with their operands ([MS-DOC] 2.6)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # bytes of an operand, by the code's highest bits; 0: its first byte tells
_ROW, _TABS = 0xD608, 0xC615
_HUGE = (0x6645, 0x6646)  # the rest stands in the Data stream
_HIDDEN, _DELETED, _SYMBOL = 0x083C, 0x0800, 0x6A09
_DOWN, _ON = 0xD62B, 3


@dataclass
class RowShape:
    """The edges of a row's cells in twips; which cells go on with the one above, and with the one at the left."""

    edges: list[int] = field(default_factory=list)
    from_above: set[int] = field(default_factory=set)
    from_left: set[int] = field(default_factory=set)


@dataclass
class Said:
    """What counts of a paragraph: its depth in tables, whether it ends a row, its list and level, its indent."""

    depth: int = 0
    ends_row: bool = False
    ends_inner: bool = False  # a cell or row of a table inside a cell
    list: int = 0
    level: int = 0
    indent: int | None = None
    shape: RowShape = field(default_factory=RowShape)


def of_paragraph(said: bytes, data: bytes) -> Said:
    """The properties of a paragraph; those of a row stand at the mark that ends it."""
    found = Said()
    for code, operand in _codes(said, data):
        value = int.from_bytes(operand[:4], "little") if operand else 0
        if code == 0x2416:
            found.depth = max(found.depth, 1) if value else 0
        elif code == 0x6649:
            found.depth = value
        elif code in (0x2417, 0x244C, 0x244B):
            found.ends_row = found.ends_row or (code == 0x2417 and bool(value))
            found.ends_inner = found.ends_inner or (code != 0x2417 and bool(value))
        elif code in (0x460B, 0x260A):
            found.list, found.level = (value, found.level) if code == 0x460B else (found.list, value)
        elif code in (0x840F, 0x845E):
            found.indent = struct.unpack("<h", operand[:2])[0]
        elif code in (_ROW, _DOWN):
            _shape(found.shape, code, operand)
    return found


def is_shown(said: bytes) -> bool:
    """Whether characters are seen: neither hidden nor deleted with changes tracked."""
    return not any(code in (_HIDDEN, _DELETED) and operand[:1] != b"\0" for code, operand in _codes(said))


def symbol(said: bytes) -> int:
    """The sign of a picture font that stands instead of the characters, or 0."""
    return next((int.from_bytes(operand[2:4], "little") for code, operand in _codes(said) if code == _SYMBOL), 0)


def _shape(shape: RowShape, code: int, operand: bytes) -> None:
    if code == _DOWN:
        (shape.from_above.add if operand[1] == 1 else shape.from_above.discard)(operand[0])
        return
    count = operand[0]
    shape.edges = list(struct.unpack_from(f"<{count + 1}h", operand, 1))
    cells = operand[1 + 2 * (count + 1) :]
    flags = [int.from_bytes(cells[20 * n : 20 * n + 2], "little") for n in range(count)]
    shape.from_left = {n for n, flag in enumerate(flags) if flag & _ON == 2}
    shape.from_above = {n for n, flag in enumerate(flags) if flag >> 5 & _ON == 1}


def _codes(said: bytes, data: bytes = b"") -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 2 < len(said) + 1 and len(said) - at >= 3:
        code = int.from_bytes(said[at : at + 2], "little")
        at += 2
        size = _SIZES[code >> 13]
        if not size:
            wide = code == _ROW
            size = int.from_bytes(said[at : at + 2], "little") - 1 if wide else said[at]
            at += 2 if wide else 1
        if code == _TABS and size == 255:
            return
        operand = said[at : at + size]
        at += size
        if code in _HUGE and data:
            place = int.from_bytes(operand, "little")
            length = int.from_bytes(data[place : place + 2], "little")
            yield from _codes(data[place + 2 : place + 2 + length])
        else:
            yield code, operand
