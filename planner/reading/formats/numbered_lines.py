"""Rows of a flattened table by their numbers: each stands on a line of its own."""

import re

from planner.reading.formats.blocks import Paragraph
from planner.reading.formats.fitted_rows import FlatRow
from planner.reading.formats.line_likeness import is_heading
from planner.text import fold

_NUMBER = re.compile(r"(\d{1,5}(?:\.\d{1,2})*)[.)]?")
_PART = re.compile(r"([a-eđg-i])[.)]?")
_LETTERS = "abcdđeghi"
_INDEX = re.compile(r"\(?([A-E]|\d{1,2})\)?")
_PAGE = re.compile(r"(?:trang\s*)?[-–—]?\s*\d{1,3}\s*[-–—]|trang\s*\d{1,3}(?:\s*/\s*\d{1,3})?", re.IGNORECASE)
_ABOVE = 6  # lines between the header and the first number at most

Number = tuple[int, ...]


def number_of(text: str) -> Number | None:
    """The running number that a line is ("3", "2.1."), or None."""
    found = _NUMBER.fullmatch(text.strip())
    return tuple(map(int, found[1].split("."))) if found else None


def is_part(text: str) -> bool:
    """Whether a line is the letter of a row's part ("a", "b)")."""
    return bool(_PART.fullmatch(text.strip()))


def without_index(lines: list[Paragraph]) -> list[Paragraph]:
    """The lines without those that number the columns: "(1)", "(2)", "(3)" one below the other."""
    dropped: set[int] = set()
    run: list[int] = []
    values: list[tuple[bool, int]] = []
    for n in [*(n for n, piece in enumerate(lines) if piece.text.strip()), -1]:
        value = _index_of(lines[n].text.strip()) if n >= 0 else None
        if value is None or (values and (value[0] != values[0][0] or value <= values[-1])):
            dropped |= {*run} if len(run) > 2 else set()
            run, values = [], []
        if value:
            run.append(n)
            values.append(value)
    return [piece for n, piece in enumerate(lines) if n not in dropped]


def _index_of(text: str) -> tuple[bool, int] | None:
    """Whether a column's number stands in brackets, and how far on it is: letters stand before figures."""
    if not _INDEX.fullmatch(text):
        return None
    plain = text.strip("()")
    return text.startswith("("), int(plain) if plain.isdigit() else ord(plain) - 100


def without_repeats(lines: list[Paragraph], header: list[str]) -> list[Paragraph]:
    """The lines without pages' numbers, and without the header where it stands again at the top of a page."""
    kept = [piece for piece in lines if not _PAGE.fullmatch(piece.text.strip())]
    shown = [n for n, piece in enumerate(kept) if piece.text.strip()]
    names, texts = [fold(text) for text in header], [fold(kept[n].text) for n in shown]
    width, dropped = len(names), set[int]()
    for k, text in enumerate(texts):
        if text == names[0] and texts[k : k + width] == names:
            dropped |= set(shown[k : k + width])
    return [piece for n, piece in enumerate(kept) if n not in dropped]


def numbered_rows(lines: list[Paragraph]) -> tuple[list[Paragraph], list[FlatRow]]:
    """The headings above the first row, and the rows; none where the numbers are not all there."""
    starts = _starts(lines)
    above = [piece for piece in lines[: starts[0]] if piece.text.strip()] if starts else []
    if not starts or len(above) > _ABOVE:
        return [], []
    rows: list[FlatRow] = []
    page = 2
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        own: list[Paragraph] = []
        for piece in lines[start + 1 : end]:
            if piece.text.strip() == str(page) and len(rows) > 1:
                page += 1
            elif number_of(piece.text) and not any(each.text.strip() for each in own):
                page = int(piece.text) + 1 if piece.text.strip().isdecimal() else page
            else:
                own.append(piece)
        rows.append(FlatRow(lines[start], own))
    return above, rows


def _starts(lines: list[Paragraph]) -> list[int]:
    """The lines that are the next number: of the row before it, of its part, or 1 below a heading."""
    numbers = {n: number for n, piece in enumerate(lines) if (number := number_of(piece.text))}
    starts: list[int] = []
    last: Number = (0,)
    part = 0
    for n, piece in enumerate(lines):
        number = numbers.get(n)
        if number and starts and not any(piece.text.strip() for piece in lines[starts[-1] + 1 : n]):
            continue  # a page's number between a row's number and its work
        if number and (_follows(last, number) or (number == (1,) and starts and _anew(lines, numbers, n, last))):
            starts.append(n)
            last, part = number, 0
        elif starts and _PART.fullmatch(text := piece.text.strip()) and _LETTERS.index(text[0]) == part:
            starts.append(n)
            part += 1
    return starts


def _follows(last: Number, number: Number) -> bool:
    return number == (*last, 1) or any(number == (*last[: k - 1], last[k - 1] + 1) for k in range(1, len(last) + 1))


def _anew(lines: list[Paragraph], numbers: dict[int, Number], at: int, last: Number) -> bool:
    """Whether the numbers begin at 1 again: below a heading, or because 2 follows before the next of the old ones."""
    above = [text for piece in lines[max(0, at - 4) : at] if (text := piece.text.strip())]
    if any(map(is_heading, above[-2:])):
        return True
    return next((number == (2,) for n, number in numbers.items() if n > at and number in ((2,), (last[0] + 1,))), False)
