"""What the styles of an old Word file say of their paragraphs ([MS-DOC] 2.9.259, 2.9.271)."""

import struct

_PARAGRAPH = 1
_MOST = 4_000


def paragraph_styles(part: bytes) -> dict[int, bytes]:
    """The codes of each paragraph style by its number, those of the style that it is based on first."""
    own: dict[int, tuple[int, bytes]] = {}
    if len(part) < 6:
        return {}
    head, count, base = struct.unpack_from("<HHH", part)
    at = 2 + head
    for number in range(min(count, _MOST)):
        size = struct.unpack_from("<H", part, at)[0]
        if size:
            own[number] = _style(part[at + 2 : at + 2 + size], base)
        at += 2 + size
    return {number: _with_bases(number, own) for number in own}


def _style(style: bytes, base: int) -> tuple[int, bytes]:
    """The style that it is based on, and its own codes."""
    kind = struct.unpack_from("<H", style, 2)[0]
    name = struct.unpack_from("<H", style, base)[0]
    at = base + 2 + 2 * (name + 1)
    if kind & 0xF != _PARAGRAPH:
        return kind >> 4, b""
    size = struct.unpack_from("<H", style, at)[0]
    return kind >> 4, style[at + 4 : at + 2 + size]


def _with_bases(number: int, own: dict[int, tuple[int, bytes]]) -> bytes:
    said: list[bytes] = []
    while number in own and len(said) < 12:
        number, codes = own[number]
        said.insert(0, codes)
    return b"".join(said)
