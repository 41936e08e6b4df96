"""The horizontal rules of a PDF page, the columns that their pieces show, and headings that reach over columns."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pdfplumber.utils import cluster_objects

from planner.reading.formats.pdf_rule_words import NEAR, ORDINAL, Word, lines_of, middle, texts_of

_SHORT = 5.0  # points: less is a joint between two rules, or the upright side of a thin one
_MARK = re.compile(r"([IVX]{1,6}|[A-H]|\d{1,2})[.)]")

Rule = tuple[float, list[tuple[float, float]]]


def rules_of(page: Any) -> list[Rule]:
    """The page's rules from top to bottom with their pieces from left to right."""
    flat = [edge for edge in page.edges if edge["orientation"] == "h" and edge["x1"] - edge["x0"] > _SHORT]
    return [
        (float(edges[0]["top"]), sorted((float(edge["x0"]), float(edge["x1"])) for edge in edges))
        for edges in cluster_objects(sorted(flat, key=lambda edge: float(edge["top"])), "top", NEAR)
    ]


def columns_of(rules: list[Rule]) -> list[float]:
    """Where columns begin and the last one ends, by the rules that lie in pieces, end to end."""
    cut = [(pieces, cuts) for _, pieces in rules if (cuts := _cuts(pieces))]
    if not cut:
        return []
    left, right = min(pieces[0][0] for pieces, _ in cut), max(end for pieces, _ in cut for _, end in pieces)
    found: list[float] = []
    for place in sorted({left, right, *(place for _, cuts in cut for place in cuts)}):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def _cuts(pieces: list[tuple[float, float]]) -> list[float]:
    ends = [end for _, end in pieces]
    return [start for start, end in pieces if any(abs(start - other) < NEAR for other in ends)]


def fits(rule: Rule, columns: list[float]) -> bool:
    """Whether every piece of a rule begins and ends where a column does."""
    return all(any(abs(side - column) <= NEAR for column in columns) for piece in rule[1] for side in piece)


def drawn(rules: list[Rule], columns: list[float], words: list[Word]) -> dict[str, Any]:
    """What makes the table: the rules, and upright lines between them but where a heading reaches over the columns."""
    upright = [
        _drawn(x, x, top, bottom)
        for ((top, _), (bottom, _)), own in zip(pairwise(rules), between(rules, words), strict=True)
        for x in (_around_heading(own, columns) or columns)
    ]
    return {
        "horizontal_strategy": "explicit",
        "vertical_strategy": "explicit",
        "explicit_horizontal_lines": [_drawn(a, b, y, y) for y, pieces in rules for a, b in pieces],
        "explicit_vertical_lines": upright,
    }


def _drawn(x0: float, x1: float, top: float, bottom: float) -> dict[str, Any]:
    size = {"width": x1 - x0, "height": bottom - top}
    return {"object_type": "line", "x0": x0, "x1": x1, "top": top, "bottom": bottom, **size}


def _around_heading(words: list[Word], columns: list[float]) -> list[float]:
    """The sides of a numbered heading that is all there is between two rules and reaches over columns; else nothing."""
    lines = [list(texts_of(line)) for line in lines_of(words)]
    if not lines:
        return []
    first = lines[0][0]
    number = len(first) == 1 and bool(ORDINAL.fullmatch(first[0]["text"])) and first[0]["x1"] < columns[1]
    rest = [*([lines[0][1:]] if number else lines[:1]), *lines[1:]]
    if any(len(texts) != 1 for texts in rest) or not (number or _MARK.match(first[0]["text"])):
        return []
    start = columns[1] if number else columns[0]
    over = any(start < x and text[0]["x0"] < x < text[-1]["x1"] for (text,) in rest for x in columns)
    return sorted({columns[0], start, columns[-1]}) if over else []


def whole(top: float, columns: list[float]) -> Rule:
    """A rule over all columns."""
    return top, list(pairwise(columns))


def between(rules: list[Rule], words: list[Word]) -> Iterator[list[Word]]:
    """The words below each rule but the last one."""
    for (top, _), (bottom, _) in pairwise(rules):
        yield [word for word in words if top < middle(word) < bottom]
