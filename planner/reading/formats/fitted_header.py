"""The ways in which the lines of a flattened header may be the names of columns: some belong together, some stand
over others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from planner.reading.columns import Column, column_of
from planner.reading.formats.bare_header import two_rows, with_whole_cells
from planner.reading.formats.blocks import GridRow, Paragraph
from planner.reading.meanings import TIMES
from planner.text import fold

_FEWEST, _MOST = 3, 14  # columns
_TRIED = 40  # ways
_GENERIC = re.compile(r"(cac )?(co quan|don vi|bo phan|phong|ban|nguoi|to chuc)([,/ ]+(don vi|ban))?")
_TIMED = {*TIMES}


@dataclass(frozen=True)
class Names:
    """The header's rows, and what its columns are; nothing of those whose names are unknown."""

    rows: list[GridRow]
    roles: tuple[str, ...]
    strained: float = 0.0  # how unlikely it is that the lines that were joined are one name

    @property
    def numbered(self) -> bool:
        return self.roles[0] == "number"

    @property
    def doubt(self) -> float:
        """How unlikely it is that these are columns: unknown names, and several of one kind."""
        single = [role for role in self.roles if role in ("title", "board", "execute", "number", "submit")]
        return (
            self.strained
            + 0.2 * self.roles.count("beside")
            + 0.1 * self.roles.count("")
            + 0.6 * (len(single) - len(set(single)))
        )


def ways_to_name(header: list[Paragraph], dated: bool) -> Iterator[Names]:
    """The likely ways of all, each with a column of work and one of times, unless headings say when (`dated`)."""
    whole = [piece for piece in with_whole_cells(header) if piece.text.strip()]
    seen: set[tuple[str, ...]] = set()
    for names in islice(_all(whole), _TRIED):
        key = tuple("|".join(row.cells) for row in names.rows)
        known = {role for role in names.roles if role}
        if "number" in names.roles[1:]:
            continue
        if key not in seen and "title" in known and (known & _TIMED or dated) and _FEWEST <= len(names.roles) <= _MOST:
            seen.add(key)
            yield names


def _all(header: list[Paragraph]) -> Iterator[Names]:
    texts = [piece.text.strip() for piece in header]
    place = header[0].place
    yield _named([GridRow(texts, place)])
    if len(together := _together(texts)) < len(texts):
        yield _named([GridRow(together, place)], 0.1 * (len(texts) - len(together)))
    for width in range(_FEWEST, len(texts)):
        for names in (texts, together):
            if rows := two_rows(names, width, place):
                yield _named(rows)
                break
    for n in range(1, len(texts) - 1):
        joined = [*texts[:n], f"{texts[n]} {texts[n + 1]}", *texts[n + 2 :]]
        one, other = column_of([texts[n]]), column_of([texts[n + 1]])
        strained = 0.1 if one is None or other is None or one.role == other.role else 1.5
        strained = 0.2 if strained > 1 and _GENERIC.fullmatch(fold(texts[n])) else strained
        yield _named([GridRow(joined, place)], strained)
        if len(rest := _together(joined)) < len(joined):
            yield _named([GridRow(rest, place)], strained + 0.1 * (len(joined) - len(rest)))


def _named(rows: list[GridRow], strained: float = 0.0) -> Names:
    parts = [list(dict.fromkeys(cells)) for cells in zip(*(row.cells for row in rows), strict=True)]
    columns = [column_of(each) for each in parts]
    roles = [column.role if column else "" for column in columns]
    for n, column in enumerate(columns):
        if column and column.role == "submit" and "submit" in roles[:n] and "execute" not in roles:
            roles[n] = "execute"  # "Trình Ban Thường vụ", "Trình Ban Chấp hành"
        elif column and column.role == "board" and _weighs_more(columns, column):
            roles[n] = "beside"
    return Names(rows, tuple(roles), strained)


def _weighs_more(columns: list[Column | None], column: Column) -> bool:
    """Whether another column says more clearly who does the work."""
    return any(other and other.role == column.role and other.weight > column.weight for other in columns)


def _together(texts: list[str]) -> list[str]:
    """The names with those that a narrow column broke put together: "BỘ PHẬN" over "THAM MƯU"."""
    joined: list[str] = []
    for text in texts:
        column, before = column_of([text]), column_of(joined[-1:])
        same = column and before and column.role == before.role and column.role in ("board", "title", "execute")
        if joined and (column is None or same):
            joined[-1] += " " + text
        else:
            joined.append(text)
    return joined
