"""Numbers that Word itself puts before paragraphs (w:numPr; ECMA-376 part 1, 17.9): they are nowhere in the text."""

import re
from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_PLACE = re.compile(r"%(\d)")
_TENS = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN = (*_TENS, (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Numbering:
    """Counts the numbered paragraphs of one document in reading order."""

    def __init__(self, document: Any) -> None:
        self._abstract: dict[str, Any] = {}
        self._lists: dict[str, Any] = {}
        self._styles: dict[str, Any] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._labels: dict[Any, str] = {}
        self._load(document)

    def _load(self, document: Any) -> None:
        for style in document.styles.element.findall(qn("w:style")):
            if (found := style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")) is not None:
                self._styles[style.get(qn("w:styleId"))] = found
        numbering = _part(document)
        if numbering is not None:
            self._abstract = {a.get(qn("w:abstractNumId")): a for a in numbering.findall(qn("w:abstractNum"))}
            self._lists = {n.get(qn("w:numId")): n for n in numbering.findall(qn("w:num"))}

    def label(self, paragraph: Any) -> str:
        """The paragraph's number as printed ("3.", "II."), empty for bullets and plain paragraphs."""
        if not self._lists:
            return ""
        if paragraph not in self._labels:
            self._labels[paragraph] = self._next(paragraph)
        return self._labels[paragraph]

    def _next(self, paragraph: Any) -> str:
        properties = self._properties(paragraph)
        if properties is None:
            return ""
        list_id, level = _value(properties, "w:numId"), int(_value(properties, "w:ilvl") or 0)
        levels = self._levels(list_id)
        if level not in levels:
            return ""
        counts = self._counts[list_id]
        counts[level] = counts.get(level, _start(levels[level]) - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        return _printed(levels, level, counts)

    def _properties(self, paragraph: Any) -> Any | None:
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if own is not None:
            return own
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self._styles.get(style.get(qn("w:val"))) if style is not None else None

    def _levels(self, list_id: str) -> dict[int, Any]:
        number = self._lists.get(list_id)
        if number is None:
            return {}
        abstract = self._abstract.get(_value(number, "w:abstractNumId"))
        found = [] if abstract is None else abstract.findall(qn("w:lvl"))
        return {int(level.get(qn("w:ilvl")) or 0): level for level in found}


def _part(document: Any) -> Any | None:
    """The numbering part, without making one where there is none."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _value(element: Any, name: str) -> str:
    found = element.find(qn(name))
    return (found.get(qn("w:val")) or "") if found is not None else ""


def _start(level: Any) -> int:
    text = _value(level, "w:start")
    return int(text) if text.isdecimal() and len(text) < 6 else 1


def _printed(levels: dict[int, Any], level: int, counts: dict[int, int]) -> str:
    def place(match: re.Match[str]) -> str:
        which = int(match[1]) - 1
        if which not in levels:
            return ""
        return _figure(counts.get(which, _start(levels[which])), _value(levels[which], "w:numFmt"))

    if _value(levels[level], "w:numFmt") in ("bullet", "none"):
        return ""
    return _PLACE.sub(place, _value(levels[level], "w:lvlText")).strip()


def _figure(number: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * min(number // value, 50)
        number %= value
    return text
