"""The geometry of the two charts: stacked bars by board and columns by month; templates/sheets/charts.html draws them.

Lengths are in millimetres. Parts differ by pattern and by figure, so that they read on a black and white printer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from planner.figures.names import short
from planner.figures.progress import PARTS, parts_of

WIDTH = 165.0
NAMES = 46.0  # the column of the boards' names
TOTALS = 10.0
ROW = 7.0
ROWS = 24  # bars that fit a page
HEIGHT = 34.0  # of the highest column


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: which, how many tasks, from where and how wide."""

    key: str
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A board's bar at `y`, with all its tasks as its whole width."""

    name: str
    total: int
    y: float
    parts: list[Part]


@dataclass(frozen=True, slots=True)
class Column:
    """A month: how many fell due, how many of them were done by then, and how high both stand."""

    label: str
    due: int
    on_time: int
    x: float
    width: float
    due_height: float
    on_time_height: float


def bars(boards: Sequence[dict[str, Any]]) -> Iterator[list[Bar]]:
    """The bars, as many together as fit a page; boards without tasks have none."""
    held = [board for board in boards if board["total"]]
    for start in range(0, len(held), ROWS):
        yield [_bar(board, row) for row, board in enumerate(held[start : start + ROWS])]


def _bar(board: dict[str, Any], row: int) -> Bar:
    counts = parts_of(board)
    unit, x, parts = (WIDTH - NAMES - TOTALS) / board["total"], NAMES, []
    for key in PARTS:
        if counts[key]:
            parts.append(Part(key, counts[key], round(x, 2), round(counts[key] * unit, 2)))
            x += counts[key] * unit
    return Bar(short(board["name"]), board["total"], row * ROW, parts)


def columns(months: Sequence[dict[str, Any]]) -> list[Column]:
    """One column a month, the highest as high as the chart; none when nothing fell due."""
    highest = max((month["due"] for month in months), default=0)
    if not highest:
        return []
    step, unit = WIDTH / 12, HEIGHT / highest
    return [
        Column(str(int(month["month"].split("-")[1])), month["due"], month["on_time"], round(n * step + step / 6, 2),
               round(step * 2 / 3, 2), round(month["due"] * unit, 2), round(month["on_time"] * unit, 2))
        for n, month in enumerate(months)
    ]  # fmt: skip
