"""Text boxes of an old Word file: their words stand behind those of the body that holds their anchors."""

import struct

from planner.reading.formats.old_word_file import OldWordFile

_ANCHORS, _BOXES = 40, 56  # places in the FIB
_SHAPE, _BOX = 26, 22  # bytes of an entry
_BEFORE = 6  # parts of the text before that of the boxes


def boxes(file: OldWordFile) -> dict[int, str]:
    """The words of each text box by the place of its anchor in the text."""
    anchors = _entries(file.part(_ANCHORS), _SHAPE)
    if not anchors:
        return {}
    start = sum(file.lengths[:_BEFORE])
    text = "".join(stretch.text for stretch in file.stretches(start + file.lengths[_BEFORE]))[start:]
    words: dict[int, str] = {}
    for first, last, entry in _entries(file.part(_BOXES), _BOX):
        shape = int.from_bytes(entry[14:18], "little")
        words[shape] = words.get(shape, "") + text[first:last]
    found: dict[int, str] = {}
    for place, _, entry in anchors:
        if said := words.get(int.from_bytes(entry[:4], "little"), "").replace("\r", "\n").strip():
            found[place] = f"\n{said}\n"
    return found


def _entries(part: bytes, size: int) -> list[tuple[int, int, bytes]]:
    """Beginning, end and entry of each stretch of a list of such."""
    count = max((len(part) - 4) // (size + 4), 0)
    places = struct.unpack_from(f"<{count + 1}I", part) if count else (0,)
    at = 4 * (count + 1)
    return [(places[n], places[n + 1], part[at + n * size : at + (n + 1) * size]) for n in range(count)]
