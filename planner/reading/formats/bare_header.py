"""A header of two rows that was flattened into one cell a line: which of its cells stand over which."""

import re
from collections.abc import Iterator
from itertools import combinations

from planner.reading.columns import column_of, is_number_header
from planner.reading.formats.blocks import GridRow, Paragraph
from planner.text import fold

_MOST_GROUPS = 2
_OF_TIME = re.compile(r"th|tien do|lo trinh|moc|han\b|du kien|ngay|lich")
_BODIES = {"board", "cooperating", "both"}
_TIMES = {"submit", "execute", "start", "finish"}


def with_whole_cells(header: list[Paragraph]) -> list[Paragraph]:
    """The header's lines, those that a narrow column broke as one: "Số" over "TT", "Đơn vị" over "thực hiện"."""
    whole: list[Paragraph] = []
    for piece in header:
        text = piece.text.strip()
        if whole and (text[:1].islower() or (fold(whole[-1].text) == "so" and fold(text) == "tt")):
            whole[-1] = Paragraph(f"{whole[-1].text} {text}", whole[-1].place)
        elif text:
            whole.append(piece)
    return whole if len(whole) < sum(bool(piece.text.strip()) for piece in header) else header


def two_rows(texts: list[str], width: int, place: str) -> list[GridRow] | None:
    """The header's rows, or None where not exactly one way to read it names every column, and each another one.

    "TT, Nội dung, Đơn vị, Thời gian" over "Chủ trì, Phối hợp, Bắt đầu, Hoàn thành" are six columns: the cells of the
    first row that stand over several columns are as many as there are cells too many.
    """
    groups = len(texts) - width
    if not 1 <= groups <= _MOST_GROUPS or not is_number_header(texts[0]):
        return None
    found = [rows for rows in _ways(texts, groups) if _names_all(rows)]
    if len(found) != 1:
        return None
    first, second = found[0]
    joined = frozenset(n for n, pair in enumerate(zip(first, second, strict=True)) if pair[0] == pair[1])
    return [GridRow(first, place), GridRow(second, place, joined)]


def _ways(texts: list[str], groups: int) -> Iterator[tuple[list[str], list[str]]]:
    for cut in range(max(3, groups + 1), len(texts) - 2 * groups + 1):
        top, leaves = texts[:cut], texts[cut:]
        for places in combinations(range(1, cut), groups):
            for shares in _shares(len(leaves), groups):
                yield _spread(top, leaves, dict(zip(places, shares, strict=True)))


def _shares(count: int, groups: int) -> list[tuple[int, ...]]:
    """How many columns each group stands over: two at least."""
    if groups == 1:
        return [(count,)]
    return [(n, count - n) for n in range(2, count - 1)]


def _spread(top: list[str], leaves: list[str], over: dict[int, int]) -> tuple[list[str], list[str]]:
    first: list[str] = []
    second: list[str] = []
    rest = list(leaves)
    for n, text in enumerate(top):
        share = over.get(n, 0)
        first += [text] * (share or 1)
        second += rest[:share] if share else [text]
        rest = rest[share:]
    return first, second


def _names_all(rows: tuple[list[str], list[str]]) -> bool:
    columns = [column_of(list(dict.fromkeys(pair))) for pair in zip(*rows, strict=True)]
    roles = [column.role for column in columns if column]
    own = [role for role in roles if role not in ("note", "product")]
    known = len(roles) == len(columns) and len(set(own)) == len(own)
    return known and "title" in roles and bool(_TIMES & set(roles)) and _alike(rows)


def _alike(rows: tuple[list[str], list[str]]) -> bool:
    """Whether the columns of a group are of one kind: times under a time, bodies under a body."""
    for name in dict.fromkeys(rows[0]):
        own = column_of([name])
        under = [column_of([leaf]) for head, leaf in zip(*rows, strict=True) if head == name and leaf != name]
        timed = own is not None and own.role in _TIMES and bool(_OF_TIME.match(fold(name)))
        if any(column and (column.role in _TIMES) != timed for column in under):
            return False
        if own is not None and own.role in _BODIES and any(column and column.role not in _BODIES for column in under):
            return False
    return True
