"""What leaves a row of a flattened table in doubt although its lines have a likeliest way into the columns."""

from collections.abc import Sequence
from itertools import pairwise

from planner.reading.bodies import starts_body
from planner.reading.formats.line_likeness import (
    TIMES,
    is_clear_heading,
    is_clear_rest,
    is_lone_number,
    is_time,
    is_time_heading,
)

_LONGEST_BODY = 45  # letters


def heads_unclearly(texts: Sequence[str], columns: Sequence[int], roles: Sequence[str]) -> bool:
    """Whether lines behind the row head the next ones although nothing shows that they are a heading."""
    lines = [text for text, column in zip(texts, columns, strict=False) if column == len(roles)]
    return bool(lines) and not _is_heading_clear(lines, roles)


def is_doubtful(texts: Sequence[str], columns: Sequence[int], roles: Sequence[str]) -> bool:
    """Whether a heading behind the row may be one of its cells, or one cell's second time another column's."""
    pairs = list(zip(texts, columns, strict=False))
    if heads_unclearly(texts, columns, roles):
        return True
    several = sum(role in TIMES for role in roles) > 1
    return any(
        (several and roles[column] in TIMES and is_time(text) and is_time(above))
        or ("cooperating" in roles and roles[column] in ("title", "board") and _is_whole_body(text))
        for (above, before), (text, column) in pairwise(pairs)
        if column == before and column < len(roles)
    )


def _is_whole_body(text: str) -> bool:
    return starts_body(text) and text[:1].isupper() and len(text) < _LONGEST_BODY


def _is_heading_clear(lines: Sequence[str], roles: Sequence[str]) -> bool:
    """Whether lines head what follows: by number, star or capitals; a month does where no column says when."""
    dated = bool({*TIMES} & {*roles})
    return all(
        is_clear_heading(line) or (is_time_heading(line) and not dated) or is_lone_number(above)
        for above, line in zip(["", *lines], lines, strict=False)
    )


def is_torn_row(texts: Sequence[str], columns: Sequence[int], roles: Sequence[str]) -> bool:
    """Whether a row that no number begins may have lines of its neighbours, or lack some of its own."""
    held = {roles[column] for column in columns if column < len(roles)}
    if "title" not in held or ({*TIMES} & {*roles} and not {*TIMES} & held):
        return True
    return any(
        column == before and column < len(roles) and not is_clear_rest(above, text)
        for (above, before), (text, column) in pairwise(zip(texts, columns, strict=False))
    )


def is_bare_part(columns: Sequence[int], roles: Sequence[str], above: Sequence[int]) -> bool:
    """Whether a part of a row that names who leads names nobody, or one body: that one may only co-operate."""
    held, leads = ({roles[column] for column in each if column < len(roles)} for each in (columns, above))
    return "cooperating" in roles and "board" in leads and not {"board", "cooperating"} <= held
