"""Numbers in words, and figures that say the same again in words, as papers of law write them."""

import re

_UNITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_AFTER_TEN = {**_UNITS, "mốt": 1, "lăm": 5, "nhăm": 5}
NUMBERS = {**_UNITS, "nhất": 1, "nhì": 2, "mười": 10, "mười một": 11, "mười hai": 12}

_GLOSS = re.compile(r"\b(?P<figures>[0-9]{1,2}) ?\((?P<words>[^\W\d_]+(?: [^\W\d_]+){0,2})\)")


def without_glosses(text: str) -> str:
    """ "Ngày 06 (sáu) tháng 06 (sáu)" says each figure twice; words of another number stay, and are asked about."""
    return _GLOSS.sub(lambda m: m["figures"] if value_of(m["words"]) == int(m["figures"]) else m.group(), text)


def value_of(words: str) -> int | None:
    """The number up to 99 that the words say, or None for other words."""
    if words in NUMBERS:
        return NUMBERS[words]
    first, *rest = words.split()
    if first == "mười":
        tens = 10
    elif first in _UNITS and rest[:1] in (["mươi"], ["mười"]):
        tens, rest = 10 * _UNITS[first], rest[1:]
    else:
        return None
    if not rest:
        return tens
    return tens + _AFTER_TEN[rest[0]] if len(rest) == 1 and rest[0] in _AFTER_TEN else None
