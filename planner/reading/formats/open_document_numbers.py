"""The numbers that a word processor itself puts before the items of a list (ODF 1.3 part 3, 16.31 and 19.880)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planner.reading.formats.bullets import BULLETS, bullet
from planner.reading.formats.open_document_names import STYLE, TEXT

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LIST, _ITEM = f"{TEXT}list", f"{TEXT}list-item"
_NUMBER, _BULLET = f"{TEXT}list-level-style-number", f"{TEXT}list-level-style-bullet"


@dataclass(frozen=True)
class _Level:
    """How the items of one level of a list are numbered, or the sign of a bullet."""

    form: str = ""
    before: str = ""
    behind: str = ""
    start: int = 1
    shown: int = 1  # levels in the number: two in "1.1"
    sign: str = ""


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

    def _number(self, part: Any, style: str | None, level: int, above: tuple[int, ...] = ()) -> None:
        """Numbers a list and those inside its items; one that goes on says so itself (19.780)."""
        goes_on = part.get(f"{TEXT}continue-numbering") == "true" or part.get(f"{TEXT}continue-list") is not None
        levels = self._levels.get(style, {})
        at = self._last.get(style, 0) if goes_on and level == 1 else levels.get(level, _Level()).start - 1
        for item in part.iterfind(_ITEM):
            start = item.get(f"{TEXT}start-value") or ""
            at = int(start) if start.isdecimal() and len(start) < 6 else at + 1
            for n, child in enumerate(item):
                if child.tag == _LIST:
                    self._number(child, child.get(f"{TEXT}style-name") or style, level + 1, (*above, at))
                elif n == 0 and level in levels and child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    self._labels[child] = _label(levels, (*above, at), "".join(child.itertext())[:1])
        if level == 1:
            self._last[style] = at


def _outer_lists(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag == _LIST:
            yield child
        else:
            yield from _outer_lists(child)


def _levels(style: Any) -> dict[int, _Level]:
    """Level → how its items are numbered; a level without figure and sign is left out."""
    found: dict[int, _Level] = {}
    for level in style:
        depth = _count(level.get(f"{TEXT}level"))
        if level.tag == _BULLET:
            found[depth] = _Level(sign=bullet(sum(bool(one.sign) for one in found.values())))
        elif level.tag == _NUMBER and (form := level.get(f"{STYLE}num-format")):
            affixes = (level.get(f"{STYLE}num-prefix") or "", level.get(f"{STYLE}num-suffix") or "")
            found[depth] = _Level(
                form, *affixes, _count(level.get(f"{TEXT}start-value")), _count(level.get(f"{TEXT}display-levels"))
            )
    return found


def _count(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else 1


def _label(levels: dict[int, _Level], counts: tuple[int, ...], begins: str) -> str:
    """What stands before an item; `counts` are the numbers of the items around it and its own, from outside."""
    level = levels[len(counts)]
    if level.sign:
        return "" if begins in BULLETS else f"{level.sign} "
    first = max(len(counts) - level.shown, 0)
    figures = [
        _figure(count, levels[n].form)
        for n, count in enumerate(counts[first:], start=first + 1)
        if n in levels and levels[n].form
    ]
    return f"{level.before}{'.'.join(figures)}{level.behind} "


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
