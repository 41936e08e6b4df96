"""The shapes of pictures: bars by name, columns by month, layers by week."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import svg
from markupsafe import Markup

from planner.figures.names import short
from webapp.pictures.drawing import (
    FOOT_LINE,
    FULL_HEIGHT,
    LEFT,
    Scale,
    block,
    picture,
    rule,
    slots,
    words,
)

ROW, BAR = 42, 18  # pixels: a name and its bar, the bar
LETTERS = 40  # of a name above its bar on a phone


class Part(NamedTuple):
    """A part of a bar, or a column: its look, how much, and what it says under the mouse."""

    look: str
    value: float
    title: str


class Row(NamedTuple):
    """A bar under its name, with a word at the line's other end."""

    name: str
    parts: Sequence[Part]
    total: str


class Month(NamedTuple):
    """The columns of a month side by side, and a mark to compare the first with.

    `says_zero` where a column of 0 is a figure as others are.
    """

    label: str
    columns: Sequence[Part]
    is_now: bool = False
    mark: Part | None = None
    says_zero: bool = False


def bars(key: str, rows: Sequence[Row], full: float | None = None) -> Markup:
    """A bar a row: as long as its value of `full`, or without it all alike, so that the parts are shares."""
    parts = [one for at, row in enumerate(rows) for one in _row(row, at * ROW, full or sum(p.value for p in row.parts))]
    return picture(key, len(rows) * ROW, parts)


def _row(row: Row, y: float, full: float) -> Iterator[svg.Element]:
    yield words(0, y + 14, short(row.name, LETTERS), "name")
    yield words(100, y + 14, row.total, "total")
    x, whole = 0.0, full or 1
    for part in row.parts:
        width = 100 * part.value / whole
        if width:
            yield block(part.look, x, y + 19, width, BAR, part.title, "edged")
        if len(row.parts) > 1 and width >= 3 * len(str(part.value)) + 1:
            yield words(x + width / 2, y + 32, part.value, "inside", f"on-{part.look}")
        x += width


def columns(key: str, months: Sequence[Month], unit: str = "", highest: float | None = None) -> Markup:
    """Columns by month under a common scale; each says its value where there is room."""
    values = [part.value for month in months for part in month.columns]
    scale = Scale(highest or max(values, default=0))
    parts: list[svg.Element] = [*scale.grid(unit)]
    for month, (x, width) in zip(months, slots(len(months)), strict=True):
        parts += _month(month, x, width, scale)
    return picture(key, FULL_HEIGHT, parts)


def _month(month: Month, x: float, width: float, scale: Scale) -> Iterator[svg.Element]:
    yield words(x + width / 2, FOOT_LINE, month.label, "month", *(["now"] if month.is_now else []))
    each = width * 0.8 / max(len(month.columns), 1)
    for at, part in enumerate(month.columns):
        left = x + width * 0.1 + at * each
        if part.value:
            yield block(part.look, left, scale.y(part.value), each, scale.height(part.value), part.title, "edged")
        if part.value or month.says_zero:
            yield words(left + each / 2, scale.y(part.value) - 4, f"{part.value:g}", "value")
    if month.mark:
        y = scale.y(month.mark.value)
        yield rule(x + width * 0.02, x + width * 0.98, y, "mark-ground")
        yield rule(x + width * 0.02, x + width * 0.98, y, "mark")


class Week(NamedTuple):
    """What is piled up in a week, from below, and the month that begins with it, if one does."""

    counts: Mapping[str, int]
    title: str
    month: str = ""


def layers(key: str, weeks: Sequence[Week], looks: Mapping[str, str], slot_count: int) -> Markup:
    """The states piled up by week; `looks` has them from below with their names. Weeks to come stay empty."""
    scale = Scale(max((sum(week.counts.values()) for week in weeks), default=0))
    parts: list[svg.Element] = [*scale.grid()]
    for week, (x, width) in zip(weeks, slots(slot_count), strict=False):
        parts += _pile(week, x, width, scale, looks)
    months = [(x, week.month) for week, (x, _width) in zip(weeks, slots(slot_count), strict=False) if week.month]
    parts += [words(max(x, LEFT), FOOT_LINE, label, "week") for x, label in months]
    return picture(key, FULL_HEIGHT, parts)


def _pile(week: Week, x: float, width: float, scale: Scale, looks: Mapping[str, str]) -> Iterator[svg.Element]:
    below = 0
    for look, name in looks.items():
        if count := week.counts.get(look, 0):
            title = f"{week.title}: {name} {count}"
            yield block(look, x, scale.y(below + count), width, scale.height(count), title, "crisp")
            below += count
