"""Rows of a flattened table without numbers: what the lines look like says where one ends and the next begins."""

from dataclasses import dataclass

from planner.reading.formats.blocks import Paragraph
from planner.reading.formats.fitted_rows import FlatRow
from planner.reading.formats.fitting import Shape

_MOST = 5000  # lines


@dataclass(frozen=True)
class _State:
    """The likeliest way to a line in a column: the column of the line before, and whether a row begins here."""

    score: float
    before: int
    anew: bool


def unnumbered_rows(lines: list[Paragraph], shape: Shape) -> tuple[list[Paragraph], list[FlatRow], list[Paragraph]]:
    """The headings above the first row, the rows, and the lines below the last of them."""
    shown = [n for n, piece in enumerate(lines) if piece.text.strip()][:_MOST]
    if len(shown) < len(shape.roles):
        return [], [], lines
    texts = [lines[n].text.strip() for n in shown]
    columns, begins = _walk(texts, shape)
    if not begins:
        return [], [], lines
    bounds = [*begins[1:], len(columns)]
    pieces = [[lines[shown[k]] for k in range(start, end)] for start, end in zip(begins, bounds, strict=True)]
    rest = lines[shown[len(columns) - 1] + 1 :]
    above = [lines[shown[k]] for k in range(begins[0])]
    return above, [FlatRow(None, each) for each in pieces], rest


def _walk(texts: list[str], shape: Shape) -> tuple[list[int], list[int]]:
    """The column of each line up to the table's end, and the lines with which rows begin."""
    states = [_begin(texts, shape)]
    for n in range(1, len(texts)):
        states.append([_step(states[-1], texts, n, column, shape) for column in range(shape.heading + 1)])
    ends = [
        (state.score + shape.skipped(column + 1, shape.heading), n, column)
        for n, row in enumerate(states)
        for column, state in enumerate(row)
    ]
    _, n, column = max(ends)
    columns, begins = list[int](), list[int]()
    for k in range(n, -1, -1):
        state = states[k][column]
        columns.append(column)
        begins += [k] if state.anew else []
        column = state.before
    return columns[::-1], begins[::-1]


def _begin(texts: list[str], shape: Shape) -> list[_State]:
    """The first line begins the first row, or heads it."""
    own = [_State(shape.skipped(0, c) + shape.begins(texts, 0, c), -1, True) for c in range(shape.heading)]
    return [*own, _State(shape.begins(texts, 0, shape.heading), -1, False)]


def _step(states: list[_State], texts: list[str], n: int, column: int, shape: Shape) -> _State:
    begins = shape.begins(texts, n, column)
    found = [_State(states[column].score + shape.goes_on(texts, n, column), column, False)]
    for before, state in enumerate(states):
        if before < column:
            found.append(_State(state.score + shape.skipped(before + 1, column) + begins, before, False))
        if column < shape.heading:
            skipped = shape.skipped(before + 1, shape.heading) + shape.skipped(0, column)
            found.append(_State(state.score + skipped + begins, before, True))
    return max(found, key=lambda state: state.score)
