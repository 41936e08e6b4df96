"""The codes of papers and years that a line's end cut at a hyphen or a stroke: "18-" / "CT/TW", "2021-" / "2025".

Vietnamese parts no words at a line's end, so a hyphen that stands there after a code was written inside it. Names of
bodies ("Dân chủ-" / "Pháp luật") are left alone: their hyphen may have had a blank behind it.
"""

import re

_HEAD = r"(?<!\S)[(“\"]*(?:\d\S*|[0-9A-ZĐ/.-]+)[-/]"
_REST = r"[0-9A-ZĐ]+r?(?![^\W_])"
_CUT = re.compile(rf"({_HEAD})\n(?={_REST})")
_CUT_OFF, _RESTS = re.compile(_HEAD + r"\Z"), re.compile(_REST)
_LONGEST = 80  # characters of a code


def with_whole_codes(text: str) -> str:
    """The text of a cell without the line ends inside its codes."""
    return _CUT.sub(r"\1", text)


def joint(before: str, after: str) -> str:
    """What belongs between two lines of one paragraph: a blank, or nothing inside a code."""
    return "" if _CUT_OFF.search(before[-_LONGEST:]) and _RESTS.match(after) else " "


def one_below(before: str, after: str) -> str:
    """Two parts of a cell, one below the other."""
    if not (before and after):
        return before or after
    return before + joint(before, after).replace(" ", "\n") + after
