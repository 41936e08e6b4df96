"""A builder of old Word files (.doc, Word 97 binary: [MS-DOC] and [MS-CFB]): paragraphs, then one table."""

import struct
from collections.abc import Collection, Sequence

from documents import Row

_SECTOR = 512
_TEXT = 2048  # where the text begins in the WordDocument stream
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_IN_TABLE = struct.pack("<HB", 0x2416, 1)  # sprmPFInTable
# A style sheet with one empty style: antiword reads it unasked
_STYLES = struct.pack("<H9HH", 18, 1, 10, 1, 91, 15, 0, 0, 0, 0, 0)


# One list: level one in figures with a point
_LISTS = struct.pack("<Hii18xBB", 1, 7, 7, 1, 0) + struct.pack("<iBB22xH", 1, 0, 0, 2) + "\0.".encode("utf-16-le")
_USES = struct.pack("<Ii8xI", 1, 7, 0)


def old_word(
    paragraphs: Sequence[str],
    rows: Sequence[Row],
    goes_on: Collection[tuple[int, int]] = (),
    far: bool = False,
    numbered: bool = False,
    box: str = "",
) -> bytes:
    """The bytes of the document; the cells in `goes_on` (row, column) are merged with the ones above.

    `far`: what is said of rows stands in another stream, as for wide tables; `numbered`: Word counts the first cells;
    `box`: the words of a text box that hangs on the first paragraph.
    """
    text, runs, data = "\x08" if box else "", [], b""
    for paragraph in paragraphs:
        text += paragraph + "\r"
    runs.append((len(text), b"\0\0"))
    for n, row in enumerate(rows):
        for place, cell in enumerate(row):
            text += cell.replace("\n", "\r") + "\x07"
            counted = struct.pack("<HH", 0x460B, 1) if numbered and n and not place else b""
            runs.append((len(text), b"\0\0" + _IN_TABLE + counted))
        text += "\x07"
        merged = {column for line, column in goes_on if line == n}
        shape = _columns(len(row), max(map(len, rows)), merged)
        if far:
            data, place = data + struct.pack("<H", len(shape)) + shape, len(data)
            shape = struct.pack("<HI", 0x6646, place)
        runs.append((len(text), b"\0\0" + _IN_TABLE + struct.pack("<HB", 0x2417, 1) + shape))
    text += "\r"
    runs.append((len(text), b"\0\0"))
    return _compound(*_streams(text, runs, box.replace("\n", "\r") + "\r" if box else ""), data)


def _columns(count: int, most: int, merged: Collection[int]) -> bytes:
    """sprmTDefTable: the edges of the columns in twips, and a descriptor each; the last one is as wide as is left."""
    edges = struct.pack(f"<{count + 1}h", *(n * 1800 for n in range(count)), most * 1800)
    cells = b"".join(struct.pack("<H18x", 0x20 if n in merged else 0) for n in range(count))
    body = bytes([count]) + edges + cells
    return struct.pack("<HH", 0xD608, len(body) + 1) + body


def _streams(body: str, runs: list[tuple[int, bytes]], box: str) -> tuple[bytes, bytes]:
    """The WordDocument stream and the table stream."""
    text = body + box
    encoded = text.encode("utf-16-le")
    anchor = struct.pack("<III22x", 0, len(body), 1025) if box else b""
    words = struct.pack("<II14xI4x", 0, len(box), 1025) if box else b""
    document = bytearray(_TEXT) + encoded
    document += bytes(-len(document) % _SECTOR)
    pages, starts, begin = [], [_TEXT], 0
    for n in range(0, len(runs), 8):
        part = runs[n : n + 8]
        pages.append(len(document) // _SECTOR)
        document += _page([_TEXT + 2 * begin, *(_TEXT + 2 * end for end, _ in part)], [papx for _, papx in part])
        begin = part[-1][0]
        starts.append(_TEXT + 2 * begin)
    pieces = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, _TEXT, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    bins = struct.pack(f"<{len(starts)}I", *starts) + struct.pack(f"<{len(pages)}I", *pages)
    struct.pack_into("<HH", document, 0, 0xA5EC, 0xC1)
    struct.pack_into("<HHH", document, 6, 0x042A, 0, 0x1200)  # language, next, uses 1Table and 97 letters
    struct.pack_into("<II", document, 0x18, _TEXT, _TEXT + len(encoded))
    struct.pack_into("<I", document, 0x4C, len(body))
    struct.pack_into("<I", document, 0x64, len(box))
    struct.pack_into("<II", document, 0x102, len(clx), len(bins))
    struct.pack_into("<II", document, 0x1A2, 0, len(clx))
    table = clx + bins
    for place, part in ((0xA2, _STYLES), (0x2EA, _USES), (0x1DA, anchor), (0x25A, words), (0x2E2, _LISTS)):
        struct.pack_into("<II", document, place, len(table), len(part))
        table += part
    return bytes(document), table


def _page(ends: list[int], papxs: list[bytes]) -> bytes:
    """A page of paragraph properties; equal ones are written once."""
    page = bytearray(_SECTOR)
    struct.pack_into(f"<{len(ends)}I", page, 0, *ends)
    page[511], top, written = len(papxs), 510, {}
    for n, papx in enumerate(papxs):
        if papx not in written:
            sized = (b"\0" + bytes([len(papx) // 2]) if len(papx) % 2 == 0 else bytes([(len(papx) + 1) // 2])) + papx
            top = (top - len(sized)) // 2 * 2
            page[top : top + len(sized)] = sized
            written[papx] = top // 2
        page[4 * len(ends) + 13 * n] = written[papx]
    return bytes(page)


def _compound(*contents: bytes) -> bytes:
    """The streams in a compound file; each is made long enough to have sectors of its own."""
    streams = [stream + bytes(max(4096, -(-len(stream) // _SECTOR) * _SECTOR) - len(stream)) for stream in contents]
    chain: list[int] = [_FAT, _END]
    entries = [_entry("Root Entry", 5, 1, _END, 0)]
    for n, (name, stream) in enumerate(zip(("WordDocument", "1Table", "Data"), streams, strict=True), start=1):
        first, last = len(chain), n == len(streams)
        entries.append(_entry(name, 2, _FREE, first, len(stream), right=_FREE if last else n + 1))
        chain += [*range(first + 1, first + len(stream) // _SECTOR), _END]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(_SECTOR, b"\xff")
    assert len(fat) == _SECTOR, "one sector of chains has to do"
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0) + struct.pack("<I", 0)
    return header.ljust(_SECTOR, b"\xff") + fat + b"".join(entries) + b"".join(streams)


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int = _FREE) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    entry = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, _FREE, right, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)
