"""Numbers that an old Word file puts before its paragraphs ([MS-DOC] 2.9.131, 2.9.147, 2.9.150)."""

import struct
from collections import defaultdict
from dataclasses import dataclass

from planner.reading.formats.bullets import Depths, bullet
from planner.reading.formats.old_word_file import OldWordFile
from planner.reading.formats.old_word_sprms import Said
from planner.reading.formats.word_figures import figure

_LISTS, _USES = 73, 74  # places in the FIB
_FORMS = {0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero"}
_BULLET, _NONE = 23, 255
_STEP = 360  # twentieths of a point that a level stands further in, where nothing is said


@dataclass(frozen=True)
class Level:
    """How a level of a list is numbered; `text` holds the figures' places as the signs 0 to 8."""

    start: int
    form: int
    text: str
    plain: bool = False


class Lists:
    """Counts the numbered paragraphs of one document in reading order."""

    def __init__(self, file: OldWordFile) -> None:
        self._levels = _levels(file.part(_LISTS, open_end=True))
        self._uses = _uses(file.part(_USES))
        self._counts: dict[int, dict[int, int]] = defaultdict(dict)
        self._depths = Depths()

    def label(self, said: Said) -> str:
        """The paragraph's number as printed ("3.", "II."), a sign for bullets, empty for plain paragraphs."""
        if not 0 < said.list <= len(self._uses):
            return ""
        list_id = self._uses[said.list - 1]
        levels = self._levels.get(list_id, [])
        if said.level >= len(levels):
            return ""
        counts, shown = self._counts[list_id], levels[said.level]
        counts[said.level] = counts.get(said.level, shown.start - 1) + 1
        for deeper in [level for level in counts if level > said.level]:
            del counts[deeper]
        if shown.form in (_BULLET, _NONE):
            indent = _STEP * (said.level + 1) if said.indent is None else said.indent
            return bullet(self._depths.of(indent)) if shown.form == _BULLET and shown.text else ""
        self._depths.end()
        return _printed(levels, said.level, counts)


def _printed(levels: list[Level], level: int, counts: dict[int, int]) -> str:
    text = ""
    for sign in levels[level].text:
        which = ord(sign)
        if which < min(len(levels), 9):
            form = "decimal" if levels[level].plain else _FORMS.get(levels[which].form, "decimal")
            text += figure(counts.get(which, levels[which].start), form)
        elif which > 8:
            text += sign
    return text.strip()


def _uses(part: bytes) -> list[int]:
    """The list that each use is of."""
    count = struct.unpack_from("<I", part)[0] if part else 0
    return [struct.unpack_from("<i", part, 4 + 16 * n)[0] for n in range(min(count, len(part) // 16))]


def _levels(part: bytes) -> dict[int, list[Level]]:
    """The levels of every list: the lists stand first, the levels of all of them behind."""
    count = struct.unpack_from("<H", part)[0] if part else 0
    at = 2 + 28 * count
    found: dict[int, list[Level]] = {}
    for n in range(count):
        list_id, simple = struct.unpack_from("<i", part, 2 + 28 * n)[0], part[2 + 28 * n + 26] & 1
        levels: list[Level] = []
        for _ in range(1 if simple else 9):
            level, at = _level(part, at)
            levels.append(level)
        found[list_id] = levels
    return found


def _level(part: bytes, at: int) -> tuple[Level, int]:
    start, form, flags = struct.unpack_from("<iBB", part, at)
    text_at = at + 28 + part[at + 24] + part[at + 25]
    length = struct.unpack_from("<H", part, text_at)[0]
    end = text_at + 2 + 2 * length
    text = part[text_at + 2 : end].decode("utf-16-le", "replace")
    return Level(start, form, text, bool(flags & 4)), end
