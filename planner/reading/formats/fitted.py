"""A table flattened into one cell a line of which only the order is left: empty cells are left out, cells go on over
lines, headings and page numbers stand between the rows.

Its header says what the columns are, its numbers where rows begin; where there are none, what the lines look like
does. Each line is given to the column that it is likeliest to stand in (`fitting`); a row where another way is
nearly as likely is asked about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from planner.reading.columns import column_of, is_number_header
from planner.reading.formats.blocks import Grid, GridRow, Paragraph
from planner.reading.formats.fitted_header import Names, ways_to_name
from planner.reading.formats.fitted_rows import Placed, as_grid_rows, cut_last, heading_rows, likelihood, placed
from planner.reading.formats.fitting import Shape
from planner.reading.formats.line_likeness import is_heading, is_numbered_heading, is_time_heading
from planner.reading.formats.numbered_lines import number_of, numbered_rows, without_repeats
from planner.reading.formats.unnumbered_lines import unnumbered_rows
from planner.reading.sections import is_signature
from planner.text import fold

_TRIED = 6  # lines that may head a table
_HEADER = 16  # lines at most
_LONGEST_NAME = 60  # letters
_LEAST = 0.9  # how likely the lines of a table are on average, at least
_FIGURE = re.compile(r"\d")
_BELOW = ("tren day la", "can cu ", "yeu cau cac ", "de nghi cac ")


@dataclass(frozen=True)
class _Fitted:
    names: Names
    rows: list[Placed]
    above: list[Paragraph]
    after: list[Paragraph]
    likely: float

    def grid(self) -> Grid:
        head = self.names.rows
        own = [row for each in self.rows for row in as_grid_rows(each, self.names)]
        return Grid([*head, *heading_rows(self.above), *own], head[0].place)


def fitted_table(lines: list[Paragraph], whole: bool = False) -> list[Grid | Paragraph] | None:
    """The paragraphs with such tables among them, or None; `whole` says that no cell goes on over lines."""
    for start in dict.fromkeys(_starts(lines)):
        found = [each for head in _header_ends(lines, start) for each in _fits(lines, start, head, whole)]
        if found:
            best = max(found, key=lambda each: each.likely)
            return [*lines[:start], best.grid(), *(fitted_table(best.after, whole) or best.after)]
    return None


def _starts(lines: list[Paragraph]) -> list[int]:
    """The lines at which a header may begin: one that names the numbers, or several that name columns."""
    shown = [n for n, piece in enumerate(lines) if piece.text.strip()]
    numbers = [n for n in shown if is_number_header(lines[n].text) and not lines[n].text.strip().isdigit()]
    named = [_is_name(lines[n].text) for n in shown]
    runs = [k for k in range(len(shown) - 2) if all(named[k : k + 3])]
    return [*numbers[:_TRIED], *(shown[k] for k in runs[:_TRIED])]


def _is_name(text: str) -> bool:
    """Whether a line may name a column, of all that stand in a text."""
    text = text.strip()
    short = len(text) < _LONGEST_NAME and not text.endswith((".", ":", ";", ",")) and not _FIGURE.search(text)
    return short and not _is_section(text) and not is_time_heading(text) and column_of([text]) is not None


def _header_ends(lines: list[Paragraph], start: int) -> Iterator[int]:
    """Where the header may end: before the first number, or before the heading above it; else after any name."""
    shown: list[int] = []
    numbered = is_number_header(lines[start].text)  # else the first time is one of a row
    for n in range(start, len(lines)):
        if text := lines[n].text.strip():
            if len(shown) > 1 and (
                number_of(text) == (1,) or _is_section(text) or (numbered and is_time_heading(text))
            ):
                yield n
                yield from takewhile(lambda k: _may_head(lines[k].text), shown[:2:-1])
                return
            if len(text) > _LONGEST_NAME or len(shown) > _HEADER:
                break
            shown.append(n)
    names = [is_number_header(lines[n].text) or _is_name(lines[n].text) for n in shown]
    yield from (n + 1 for k, n in enumerate(shown) if k > 1 and sum(names[: k + 1]) >= k)


def _may_head(text: str) -> bool:
    """Whether the last line above the first number may be a heading, and no name of a column."""
    column = column_of([text])
    return column is None or column.role == "title"


def _is_section(text: str) -> bool:
    return is_numbered_heading(text) or (is_heading(text) and column_of([text]) is None)


def _fits(lines: list[Paragraph], start: int, head: int, whole: bool) -> Iterator[_Fitted]:
    header = [piece for piece in lines[start:head] if piece.text.strip()]
    body = without_repeats(lines[head:], [piece.text.strip() for piece in header])
    end = next((n for n, piece in enumerate(body) if is_below(piece.text)), len(body))
    dated = sum(is_time_heading(piece.text.strip()) for piece in body[:end]) > 1
    for names in ways_to_name(header, dated):
        if fitted := _fit(body[:end], body[end:], names, whole):
            yield fitted


def is_below(text: str) -> bool:
    """Whether a line stands below the table: recipients, signatures, the words that close a paper."""
    return bool(text.strip()) and (is_signature(GridRow([text.strip()])) or fold(text).startswith(_BELOW))


def _fit(body: list[Paragraph], after: list[Paragraph], names: Names, whole: bool) -> _Fitted | None:
    shape = Shape(names.roles[names.numbered :], whole)
    above, rows = numbered_rows(body) if names.numbered else ([], [])
    if len(rows) < 2:
        above, rows, rest = unnumbered_rows(body, shape)
    else:
        rest = cut_last(rows, shape)
    found = placed(rows, shape)
    likely = likelihood(found) - names.doubt
    if len(rows) < 2 or likely < _LEAST:
        return None
    return _Fitted(names, found, above, [*rest, *after], likely)
