"""Numbers that Word itself puts before paragraphs (w:numPr; ECMA-376 part 1, 17.9): they are nowhere in the text."""

import re
from collections import defaultdict
from typing import Any

from planner.reading.formats.bullets import Depths, bullet
from planner.reading.formats.word_figures import figure
from planner.reading.formats.word_names import is_on, number, val, w
from planner.reading.formats.word_styles import Styles

_PLACE = re.compile(r"%(\d)")
_STEP = 360  # twentieths of a point that a level stands further in, where nothing is said
_LEVELS = dict[int, Any]


class Numbering:
    """Counts the numbered paragraphs of one document in reading order."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        abstract, lists = ([] if root is None else root.findall(w(name)) for name in ("abstractNum", "num"))
        self._abstract = {found.get(w("abstractNumId")): found for found in abstract}
        self._lists = {found.get(w("numId")): found for found in lists}
        self._styles = styles
        self._levels: dict[str, _LEVELS] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        self._labels: dict[Any, str] = {}
        self._depths = Depths()

    def label(self, paragraph: Any) -> str:
        """The paragraph's number as printed ("3.", "II."), a sign for bullets, empty for plain paragraphs."""
        if not self._lists:
            return ""
        if paragraph not in self._labels:
            self._labels[paragraph] = self._next(paragraph)
        return self._labels[paragraph]

    def _next(self, paragraph: Any) -> str:
        list_id, level = self._list_and_level(paragraph)
        levels = self._levels_of(list_id) if list_id else {}
        if level not in levels:
            return ""
        counts = self._counts[self._shared(list_id)]
        self._begin(list_id, levels, counts)
        counts[level] = counts[level] + 1 if level in counts else _start(levels[level])
        for deeper in [key for key in counts if key > level and _restarts(levels.get(key), level)]:
            del counts[deeper]
        if _form(levels[level]) in ("bullet", "none"):
            return self._bullet(paragraph, levels[level], level)
        self._depths.end()
        return _printed(levels, level, counts)

    def _bullet(self, paragraph: Any, shown: Any, level: int) -> str:
        if _form(shown) == "none" or not val(shown, "lvlText"):
            return ""
        indents = (place.find(w("pPr/ind")) for place in (paragraph, shown))
        said = (ind.get(w("left")) or ind.get(w("start")) for ind in indents if ind is not None)
        return bullet(self._depths.of(next((number(text, 0) for text in said if text), _STEP * (level + 1))))

    def _list_and_level(self, paragraph: Any) -> tuple[str, int]:
        """The list's id ("" for none) and the level, from the paragraph itself or from its style."""
        own, style_id = paragraph.find(w("pPr/numPr")), val(paragraph, "pPr/pStyle")
        styled = self._styles.list_of(style_id)
        list_id = next((i for n in (own, styled) if n is not None and (i := val(n, "numId"))), "")
        said = next((n for n in (own, styled) if n is not None and val(n, "ilvl")), None)
        if said is not None:
            return list_id, number(val(said, "ilvl"), 0)
        levels = self._levels_of(list_id) if style_id and list_id else {}
        return list_id, next((n for n, level in levels.items() if val(level, "pStyle") == style_id), 0)

    def _levels_of(self, list_id: str) -> _LEVELS:
        """The list's levels: those of its abstract list, with what the list itself puts over them."""
        if list_id not in self._levels:
            found = self._lists.get(list_id)
            levels = {} if found is None else self._of_abstract(self._shared(list_id))
            overrides = [] if found is None else found.findall(f"{w('lvlOverride')}/{w('lvl')}")
            self._levels[list_id] = levels | {_depth(level): level for level in overrides}
        return self._levels[list_id]

    def _shared(self, list_id: str) -> str:
        """The abstract list's id: lists that share one count on together (17.9.15)."""
        found = self._lists.get(list_id)
        return "" if found is None else val(found, "abstractNumId") or ""

    def _of_abstract(self, abstract_id: str, linked: bool = False) -> _LEVELS:
        abstract = self._abstract.get(abstract_id)
        if abstract is None:
            return {}
        if (style_id := val(abstract, "numStyleLink")) and not linked:  # the levels stand in a list style
            numbers = self._styles.list_of(style_id)
            through = None if numbers is None else val(numbers, "numId")
            return self._of_abstract(self._shared(through), linked=True) if through else {}
        return {_depth(level): level for level in abstract.findall(w("lvl"))}

    def _begin(self, list_id: str, levels: _LEVELS, counts: dict[int, int]) -> None:
        """A list that says so starts anew where it is first used (w:startOverride)."""
        if list_id in self._begun:
            return
        self._begun.add(list_id)
        for override in self._lists[list_id].findall(w("lvlOverride")):
            start = val(override, "startOverride")
            if start is not None and _depth(override) in levels:
                counts[_depth(override)] = number(start, 1) - 1


def _depth(level: Any) -> int:
    return number(level.get(w("ilvl")), 0)


def _start(level: Any) -> int:
    return number(val(level, "start"), 1)


def _restarts(level: Any | None, after: int) -> bool:
    """Whether a deeper level starts anew after an item of a level (w:lvlRestart counts levels from 1; 0 is never)."""
    said = None if level is None else val(level, "lvlRestart")
    return said is None or after < number(said, 0)


def _printed(levels: _LEVELS, level: int, counts: dict[int, int]) -> str:
    plain = is_on(levels[level], "isLgl")  # figures of every level as plain ones

    def place(match: re.Match[str]) -> str:
        which = int(match[1]) - 1
        if which not in levels:
            return ""
        return figure(counts.get(which, _start(levels[which])), "decimal" if plain else _form(levels[which]))

    return _PLACE.sub(place, val(levels[level], "lvlText") or "").strip()


def _form(level: Any) -> str:
    return val(level, "numFmt") or "decimal"
