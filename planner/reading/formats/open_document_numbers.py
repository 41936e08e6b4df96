"""The numbers that a word processor itself puts before the items of a list (ODF 1.3 part 3, 16.31 and 19.880)."""

from collections.abc import Iterator
from typing import Any

from planner.reading.formats.open_document_names import STYLE, TEXT

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LIST, _ITEM = f"{TEXT}list", f"{TEXT}list-item"


class Numbers:
    """The label of each paragraph that begins an item, worked out once for the whole document."""

    def __init__(self, root: Any, *styles: Any) -> None:
        lists = (style for part in (*styles, root) for style in part.iter(f"{TEXT}list-style"))
        self._levels = {style.get(f"{STYLE}name"): _levels(style) for style in lists}
        self._labels: dict[Any, str] = {}
        self._last: dict[str | None, int] = {}
        for first in _outer_lists(root):
            self._number(first, first.get(f"{TEXT}style-name"), 1)

    def label(self, paragraph: Any) -> str:
        """The number before a paragraph, with a blank behind it; nothing where there is none."""
        return self._labels.get(paragraph, "")

    def _number(self, part: Any, style: str | None, level: int) -> None:
        """Numbers a list and those inside its items; one that goes on says so itself (19.780)."""
        goes_on = part.get(f"{TEXT}continue-numbering") == "true" or part.get(f"{TEXT}continue-list") is not None
        shown = self._levels.get(style, {}).get(level)
        at = self._last.get(style, 0) if goes_on and level == 1 else (shown[3] if shown else 1) - 1
        for item in part.iterfind(_ITEM):
            start = item.get(f"{TEXT}start-value") or ""
            at = int(start) if start.isdecimal() and len(start) < 6 else at + 1
            for n, child in enumerate(item):
                if child.tag == _LIST:
                    self._number(child, child.get(f"{TEXT}style-name") or style, level + 1)
                elif n == 0 and shown and child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    self._labels[child] = f"{shown[1]}{_figure(at, shown[0])}{shown[2]} "
        if level == 1:
            self._last[style] = at


def _outer_lists(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag == _LIST:
            yield child
        else:
            yield from _outer_lists(child)


def _levels(style: Any) -> dict[int, tuple[str, str, str, int]]:
    """Level → form of the figure, what stands before and behind it, and the first figure."""
    found: dict[int, tuple[str, str, str, int]] = {}
    for level in style.iterfind(f"{TEXT}list-level-style-number"):
        form = level.get(f"{STYLE}num-format") or ""
        depth, start = level.get(f"{TEXT}level") or "1", level.get(f"{TEXT}start-value") or "1"
        if form and depth.isdecimal() and start.isdecimal() and len(depth + start) < 9:
            affixes = (level.get(f"{STYLE}num-prefix") or "", level.get(f"{STYLE}num-suffix") or "")
            found[int(depth)] = (form, *affixes, int(start))
    return found


def _figure(number: int, form: str) -> str:
    if form in ("a", "A"):
        letter = chr(ord(form) + (number - 1) % 26)
        return letter * ((number - 1) // 26 % 5 + 1)
    if form in ("i", "I") and number < 90:
        roman = "".join(sign * times for sign, times in _roman(number))
        return roman.upper() if form == "I" else roman
    return str(number)


def _roman(number: int) -> Iterator[tuple[str, int]]:
    for value, sign in _ROMAN:
        yield sign, number // value
        number %= value
