"""Rows at a table's ends that no rule closes: a header with one below it only, a row that the page's end cuts."""

from itertools import takewhile

from planner.reading.formats.pdf_rule_lines import Rule, between
from planner.reading.formats.pdf_rule_words import NEAR, Word, lines_of, middle, tall, texts_of

_LINES = 1.0  # of a letter's height: more than this parts a line from the one before


def above(rules: list[Rule], words: list[Word], columns: list[float]) -> list[list[Word]]:
    """The lines that stand as near above the first rule as others do above theirs, each in its columns."""
    top = rules[0][0]
    room = min(
        (_to(rule[0], own) for rule, own in zip(rules[1:], between(rules, words), strict=True) if own), default=0.0
    )
    lines = lines_of([word for word in words if middle(word) < top])[::-1]
    return _near(lines, columns, top, room, -1)


def below(rules: list[Rule], words: list[Word], columns: list[float]) -> list[list[Word]]:
    """The lines that stand as near below the last rule as others do below theirs, each in its columns."""
    bottom = rules[-1][0]
    room = min(
        (_from(rule[0], own) for rule, own in zip(rules, between(rules, words), strict=False) if own), default=0.0
    )
    lines = lines_of([word for word in words if middle(word) > bottom])
    return _near(lines, columns, bottom, room, 1)


def _to(rule: float, words: list[Word]) -> float:
    return rule - max(float(word["bottom"]) for word in words)


def _from(rule: float, words: list[Word]) -> float:
    return min(float(word["top"]) for word in words) - rule


def _near(lines: list[list[Word]], columns: list[float], rule: float, room: float, way: int) -> list[list[Word]]:
    found: list[list[Word]] = []
    for line in takewhile(lambda line: _stands(line, columns), lines):
        gap = _from(rule, line) if way > 0 else _to(rule, line)
        if gap > (_LINES * tall(line[0]) if found else room + NEAR):
            break
        found.append(line)
        rule = max(float(word["bottom"]) for word in line) if way > 0 else min(float(word["top"]) for word in line)
    return found


def _stands(line: list[Word], columns: list[float]) -> bool:
    """Whether each text of a line stands in one column."""
    sides = ((text[0]["x0"], text[-1]["x1"]) for text in texts_of(line))
    return all(
        columns[0] - NEAR < start and end < columns[-1] + NEAR and not any(start < x < end for x in columns[1:-1])
        for start, end in sides
    )
