"""The rows of a flattened table with their lines given to columns, and which of them are in doubt."""

import re
from dataclasses import dataclass
from itertools import pairwise

from planner.language import N_
from planner.reading.formats.blocks import GridRow, Paragraph
from planner.reading.formats.fitted_doubts import heads_unclearly, is_bare_part, is_doubtful, is_torn_row
from planner.reading.formats.fitted_header import Names
from planner.reading.formats.fitting import Shape, ways
from planner.reading.formats.line_likeness import is_lone_number
from planner.reading.notes import Note

IN_DOUBT = N_("Bảng được chép thành từng dòng, ô trống không còn: các ô của việc này đã vào đúng cột chưa?")
_SURE = 0.9  # by how much the likeliest way leads, at least
_LEAST = 0.5  # how likely it is, at least
_FULL = -0.6  # how likely each line of a full row is
_AS_LIKELY = 3.0  # less likely than the likeliest way, and taken all the same where blank lines count the cells
_MOST_LINES = 40  # of one row
_PART = re.compile(r"[a-zđ][.)]?|\d+(\.\d+)+[.)]?")


@dataclass
class FlatRow:
    """A row's number, where there is one, and its lines behind that, blank ones too."""

    number: Paragraph | None
    lines: list[Paragraph]

    @property
    def texts(self) -> list[str]:
        return [text for piece in self.lines if (text := piece.text.strip())][:_MOST_LINES]

    @property
    def is_part(self) -> bool:
        """Whether its number says that it is a part of the row above ("a", "1.2")."""
        return self.number is not None and bool(_PART.fullmatch(self.number.text.strip()))


@dataclass
class Placed:
    """A row whose lines have their columns; a heading behind the last column belongs to the rows below."""

    row: FlatRow
    columns: tuple[int, ...]
    score: float
    in_doubt: bool


def placed(rows: list[FlatRow], shape: Shape) -> list[Placed]:
    """All rows: those that are certain first, then the others with what the columns hold in those."""
    found = [full for row in rows if (full := _full(row, shape))]
    for each in found if len(found) > 1 else ():
        shape.learn(each.row.texts, each.columns)
    found = [_placed(row, shape) for row in rows]
    for each in found:
        if not each.in_doubt:
            shape.learn(each.row.texts, each.columns)
    found = [_placed(each.row, shape) if each.in_doubt else each for each in found]
    _doubt_parts(found, shape)
    for one, other in pairwise(found):
        other.in_doubt |= heads_unclearly(one.row.texts, one.columns, shape.roles)
    if not all(row.number for row in rows):
        _doubt_bounds(found, shape)
    return found


def _doubt_parts(rows: list[Placed], shape: Shape) -> None:
    above: Placed | None = None
    for each in rows:
        if each.row.is_part:
            each.in_doubt |= above is not None and is_bare_part(each.columns, shape.roles, above.columns)
        else:
            above = each


def _doubt_bounds(rows: list[Placed], shape: Shape) -> None:
    """Asks about rows that no numbers part where the line at the bound of two may as well belong to the other."""
    for one, other in pairwise(rows):
        texts, bound = [*one.row.texts, *other.row.texts], len(one.row.texts)
        taken = [_parted(texts, each, shape) for each in (bound, bound - 1, bound + 1)]
        if max(taken[1:]) > taken[0] - _SURE:
            one.in_doubt = other.in_doubt = True


def _parted(texts: list[str], bound: int, shape: Shape) -> float:
    """How likely the lines are as two rows of which the second begins at the bound."""
    if not 0 < bound < len(texts):
        return -_MOST_LINES
    return ways(texts[:bound], shape)[0][0] + ways(texts[bound:], shape)[0][0]


def likelihood(rows: list[Placed]) -> float:
    """How likely the lines are on average; what only heads its parts does not count."""
    counted = [each for each in rows if len(each.columns) > 1]
    count = sum(len(each.columns) for each in counted)
    return sum(each.score for each in counted) / count if len(counted) > 1 else 0.0


def cut_last(rows: list[FlatRow], shape: Shape) -> list[Paragraph]:
    """Takes from the last row what stands below the table, and returns it."""
    last = rows[-1]
    shown = [n for n, piece in enumerate(last.lines) if piece.text.strip()][:_MOST_LINES]
    texts = last.texts
    found = [ways(texts[: k + 1], shape)[0] for k in range(len(texts))]
    best = max(range(len(found)), key=lambda k: (found[k][0], -k), default=-1)
    while best >= 0 and found[best][1][-1] == shape.heading:
        best -= 1
    end = shown[best] + 1 if best >= 0 else 0
    after, last.lines = last.lines[end:], last.lines[:end]
    return after


def _placed(row: FlatRow, shape: Shape) -> Placed:
    texts = row.texts
    if not texts:
        return Placed(row, (), 0.0, False)
    likely = ways(texts, shape)
    score, columns = likely[0]
    counted = _counted(row, shape)
    if counted and counted.score > score - _AS_LIKELY:
        return counted
    lead = score - likely[1][0] if len(likely) > 1 else score
    in_doubt = len(texts) > 1 and (lead < _SURE or score < _LEAST or shape.is_odd(texts, columns))
    in_doubt |= is_doubtful(texts, columns, shape.roles) or (
        not row.number and is_torn_row(texts, columns, shape.roles)
    )
    return Placed(row, columns, score, in_doubt)


def _full(row: FlatRow, shape: Shape) -> Placed | None:
    """The row where it has a line for each column, and each looks like what its column holds."""
    texts = row.texts
    if len(texts) != len(shape.roles) or is_lone_number(texts[-1]):
        return None
    scores = [shape.begins(texts, n, n) for n in range(len(texts))]
    return Placed(row, tuple(range(len(texts))), sum(scores), False) if min(scores) > _FULL else None


def _counted(row: FlatRow, shape: Shape) -> Placed | None:
    """The row by counting its lines, where blank ones stand for its empty cells."""
    if len(row.lines) != len(shape.roles) or len(row.texts) == len(row.lines):
        return None
    columns = tuple(n for n, piece in enumerate(row.lines) if piece.text.strip())
    texts = row.texts
    score = sum(shape.begins(texts, k, column) for k, column in enumerate(columns))
    return Placed(row, columns, score, False)


def as_grid_rows(placed: Placed, names: Names) -> list[GridRow]:
    """The row, and the headings that stand behind it."""
    pieces = [piece for piece in placed.row.lines if piece.text.strip()][: len(placed.columns)]
    cells = [""] * len(names.roles)
    cells[0] = placed.row.number.text.strip() if placed.row.number else ""
    headings: list[Paragraph] = []
    for piece, column in zip(pieces, placed.columns, strict=True):
        place = column + names.numbered
        if place == len(names.roles):
            headings.append(piece)
        else:
            cells[place] = f"{cells[place]}\n{piece.text.strip()}" if cells[place] else piece.text.strip()
    first = placed.row.number or pieces[0]
    own = GridRow(cells, first.place, asked=(Note(IN_DOUBT),) if placed.in_doubt else ())
    return [own, *heading_rows(headings)]


def heading_rows(lines: list[Paragraph]) -> list[GridRow]:
    """Rows of one cell each; a letter or a star and the words below it are one heading."""
    rows: list[GridRow] = []
    open_number = False
    for piece in lines:
        text = piece.text.strip()
        if open_number:
            rows[-1].cells[0] += f" {text}"
        else:
            rows.append(GridRow([text], piece.place))
        open_number = not open_number and is_lone_number(text)
        if open_number and text.isalnum():
            rows[-1].cells[0] += "."
    return rows
