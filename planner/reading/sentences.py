"""Running text as sentences, and what in a sentence is quoted or remembered rather than said."""

import re

from planner.text import line

_SENTENCE = re.compile(r"(?<=[^\s.][.!?…])\s+(?=[^\W_]|[“\"(])")
_SHORT_WORD = re.compile(r"(?:^|[\s(.])(?:tp|tx|tt|đ/c|gs|ts|ths|vd|v\.v)\.$", re.IGNORECASE)
_ASIDE = re.compile(r"“[^”]{0,300}”|\"[^\"]{0,300}\"|\([^()]{0,300}\)")
_YEAR = re.compile(r"(?:năm|giai đoạn|nhiệm kỳ)\s*((?:19|20)\d\d)", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each on one line; a semicolon ends none."""
    found: list[str] = []
    for part in text.split("\n"):
        begun = True
        for piece in map(line, _SENTENCE.split(part)):
            if found and not begun and (_SHORT_WORD.search(found[-1]) or piece[:1].islower()):
                found[-1] = f"{found[-1]} {piece}"
            elif piece:
                found.append(piece)
            begun = False
    return found


def own_words(sentence: str, first_year: int | None = None) -> str:
    """The sentence with names in quotation marks and brackets about years before the plan's blanked out.

    Every other character keeps its place.
    """
    return _ASIDE.sub(lambda found: " " * len(found[0]) if _is_aside(found[0], first_year) else found[0], sentence)


def _is_aside(text: str, first_year: int | None) -> bool:
    return text[0] != "(" or is_past(text, first_year)


def is_past(text: str, first_year: int | None) -> bool:
    """Whether a text speaks of years, and only of those before the plan's first."""
    years = [int(year) for year in _YEAR.findall(text)]
    return bool(years) and first_year is not None and max(years) < first_year
