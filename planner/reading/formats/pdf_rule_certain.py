"""Whether cells that horizontal rules alone give are those that the words stand in."""

from itertools import pairwise
from typing import Any

from planner.reading.formats.pdf_rule_words import NEAR, ORDINAL, Word, lines_of, middle, tall

_SPACE = 0.33  # of a letter's height: words nearer than this are one text
_LOOSE = 0.6  # of a letter's height: more than this between a cell's lines parts two rows

Box = tuple[float, float, float, float]


def is_certain(table: Any, words: list[Word]) -> bool:
    """Whether every word stands inside a cell, no text goes on over a cell's side, and a cell has one row's lines."""
    inside: dict[Box, list[Word]] = {}
    for word in words:
        box = next((cell for cell in table.cells if _holds(cell, word)), None)
        if box is None:
            return False
        inside.setdefault(box, []).append(word)
    first = min(cell[0] for cell in table.cells)
    lines = {box: lines_of(own) for box, own in inside.items()}
    numbers = any(_is_several(own) for box, own in lines.items() if box[0] - first < NEAR)
    return not numbers and not any(map(_is_loose, lines.values())) and not _crossed(inside, words)


def _holds(cell: Box, word: Word) -> bool:
    across = cell[0] - NEAR < word["x0"] and word["x1"] < cell[2] + NEAR
    return across and cell[1] <= middle(word) < cell[3] and cell[0] < (word["x0"] + word["x1"]) / 2 < cell[2]


def _is_several(lines: list[list[Word]]) -> bool:
    """Whether the numbers of several rows stand below one another."""
    return sum(bool(ORDINAL.fullmatch(line[0]["text"])) and len(line) == 1 for line in lines) > 1


def _is_loose(lines: list[list[Word]]) -> bool:
    """Whether lines of a cell stand so far apart that no rule parts two rows."""
    return any(below[0]["top"] - above[0]["bottom"] > _LOOSE * tall(above[0]) for above, below in pairwise(lines))


def _crossed(inside: dict[Box, list[Word]], words: list[Word]) -> bool:
    """Whether words of two cells stand as near as words of one text: running text between two tables."""
    cell_of = {id(word): box for box, own in inside.items() for word in own}
    for line in lines_of(words):
        for one, other in pairwise(sorted(line, key=lambda word: float(word["x0"]))):
            if cell_of[id(one)] != cell_of[id(other)] and other["x0"] - one["x1"] < _SPACE * tall(one):
                return True
    return False
