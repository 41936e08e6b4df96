"""What the style sheet says of an element: the same rules give the PDF and the Word document."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import cssselect2
import tinycss2

INHERITED = ("font-size", "font-weight", "font-style", "text-align", "text-indent", "text-decoration")
INITIAL = {
    "font-size": "12pt", "font-weight": "400", "font-style": "normal", "text-align": "left", "text-indent": "0",
    "text-decoration": "none",
}  # fmt: skip
_LENGTH = re.compile(r"(-?[\d.]+)(mm|pt|%)?")
_POINTS = {"mm": 72 / 25.4, "pt": 1.0}
_SIDES = ("top", "right", "bottom", "left")

Rules = list[tuple[str, Mapping[str, str]]]


@lru_cache(32)
def parsed(styles: str) -> tuple[cssselect2.Matcher, dict[str, str]]:
    """The rules for elements, and what stands in the @page rules."""
    matcher, page = cssselect2.Matcher(), {}
    for rule in tinycss2.parse_stylesheet(styles, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            declared = _declared(rule.content)
            for selector in cssselect2.compile_selector_list(rule.prelude):
                matcher.add_selector(selector, declared)
        elif rule.type == "at-rule" and rule.at_keyword == "page" and not tinycss2.serialize(rule.prelude).strip():
            page.update(_declared(rule.content))
    return matcher, page


def _declared(content: Any) -> dict[str, str]:
    """Declarations with the shorthands that the sheets use written out."""
    found: dict[str, str] = {}
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            found.update(_written_out(one.lower_name, tinycss2.serialize(one.value).strip()))
    return found


def _written_out(name: str, value: str) -> dict[str, str]:
    if name == "font":  # 14pt/1.25 Tinos
        return {"font-size": value.split("/")[0]}
    if name in ("margin", "padding"):
        parts = value.split()
        top, right = parts[0], parts[1] if parts[1:] else parts[0]
        sides = (top, right, parts[2] if parts[2:] else top, parts[3] if parts[3:] else right)
        return {f"{name}-{side}": one for side, one in zip(_SIDES, sides, strict=True)}
    return {name: value}


def looks_of(element: Any, matcher: cssselect2.Matcher, above: Mapping[str, str]) -> dict[str, str]:
    """An element's properties: its own rules, the most specific last, over what it inherits."""
    looks = {name: above.get(name, INITIAL[name]) for name in INHERITED}
    for _specificity, _order, pseudo, declared in sorted(matcher.match(element), key=lambda found: found[:2]):
        if pseudo is None:
            looks.update(declared)
    return looks


def points(value: str | None) -> float:
    """A length in points; nothing and words (auto) are 0."""
    found = _LENGTH.fullmatch(value or "")
    return float(found[1]) * _POINTS.get(found[2] or "pt", 0.0) if found else 0.0


def twips(value: str | None) -> int:
    """A length in twentieths of a point, as Word counts."""
    return round(20 * points(value))
