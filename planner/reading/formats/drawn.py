"""Tables drawn with signs: upright bars between the cells, lines of hyphens or box signs between the rows."""

import re
from itertools import pairwise

from planner.reading.formats.blocks import GridRow
from planner.text import clean

_BARS = str.maketrans(
    dict.fromkeys("│┃║┆┊¦", "|") | dict.fromkeys("─━═┄┈╌", "-") | dict.fromkeys("┼╋╬┬┴╦╩┌┐└┘╔╗╚╝╤╧╪", "+")
)
_EDGES = str.maketrans(dict.fromkeys("├┤╠╣╟╢┣┫╞╡", "|"))
_RULE = re.compile(r"[\s|:+=_-]+")
_FEWEST = 3  # rules of a table that has one below every row


def drawn_cells(line: str) -> list[str] | None:
    """The cells of a line between bars; none of a mere rule; None for a line that is no part of a table."""
    text = line.translate(_BARS)
    if is_rule(line):
        return []
    if text.count("|") < 3:
        return None
    return [clean(cell) for cell in text.strip().strip("|").split("|")]


def is_rule(line: str) -> bool:
    """Whether a line only draws: "+---+---+", "├───┼───┤"."""
    text = line.translate(_BARS).translate(_EDGES).strip()
    return (
        len(text) > 4 and bool(_RULE.fullmatch(text)) and ("|" in text or "+" in text) and ("-" in text or "=" in text)
    )


def between_rules(rows: list[GridRow], rules: list[int]) -> list[GridRow]:
    """The rows of a drawn table; `rules` says before which rows one was drawn.

    Where every row has its rule, the lines between two are one row whose cells go on.
    """
    bounds = sorted({0, *rules, len(rows)})
    groups = [rows[a:b] for a, b in pairwise(bounds) if a < b]
    if len(rules) < _FEWEST or len(groups) < _FEWEST:
        return rows
    return [_one(group) for group in groups]


def _one(group: list[GridRow]) -> GridRow:
    width = max(len(row.cells) for row in group)
    cells = ["\n".join(filter(None, (row.cell(n) for row in group))) for n in range(width)]
    return GridRow(cells, group[0].place)
