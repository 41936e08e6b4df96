"""Which section rows to write above a row, so that a reader of the table puts every row under its own section."""

from collections.abc import Sequence
from copy import deepcopy

from planner.reading.sections import Sections

BETWEEN = " › "


def section_rows(rows: Sequence[tuple[str, str]]) -> list[list[str]]:
    """For each row, by its section ("I. … › 1. …") and number, the texts of the section rows above it.

    The reader's own memory of sections tells what it would understand, so that nothing is written twice or left out. A
    row without a section that follows one with a section stays under it: no table can say that a section has ended.
    """
    memory, found = Sections(), []
    for section, number in rows:
        headings, memory = _above(memory, section, number)
        found.append(headings)
    return found


def _above(memory: Sections, section: str, number: str) -> tuple[list[str], Sections]:
    """The section rows to write, the fewest that lead there, and what the reader knows after them."""
    path = section.split(BETWEEN) if section else []
    for start in range(len(path), -1, -1):
        tried = deepcopy(memory)
        for text in path[start:]:
            tried.enter(text.split(" ")[0], text)
        if (tried.text_for(number) or "") == section:
            return path[start:], tried
    tried = deepcopy(memory)
    for text in path:
        tried.enter(text.split(" ")[0], text)
    tried.text_for(number)
    return path, tried
