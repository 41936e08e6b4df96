"""A PDF page's words as lines and as texts that stand together."""

import re
from collections.abc import Iterator
from typing import Any

from pdfplumber.utils import cluster_objects

NEAR = 3.0  # points: heights of one rule or line, an end and the next start
_APART = 0.7  # of a letter's height: words further apart are two texts, also in justified lines

Word = dict[str, Any]
ORDINAL = re.compile(r"(\d{1,4}|[IVX]{1,6}|[A-H])[.)]?")


def middle(word: Word) -> float:
    return float(word["top"] + word["bottom"]) / 2


def tall(word: Word) -> float:
    return float(word["bottom"] - word["top"])


def lines_of(words: list[Word]) -> list[list[Word]]:
    """The words' lines from top to bottom."""
    return list(cluster_objects(sorted(words, key=lambda word: float(word["top"])), "top", NEAR))


def texts_of(line: list[Word]) -> Iterator[list[Word]]:
    """A line's words, those that stand near one another together."""
    text: list[Word] = []
    for word in sorted(line, key=lambda word: float(word["x0"])):
        if text and word["x0"] - text[-1]["x1"] >= _APART * tall(word):
            yield text
            text = []
        text.append(word)
    if text:
        yield text
