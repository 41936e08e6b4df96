"""Which occurrence of a row as it was is which of the row as it is now: "Tháng 5,11" and "Tháng 6,11"."""

from collections.abc import Sequence
from datetime import date

from planner.reading.drafts import Occurrence

_UNDATED = 400  # days; what has no date is as near to every date


def match_occurrences(old: Sequence[Occurrence], new: Sequence[Occurrence]) -> dict[int, int]:
    """The place of a new occurrence → that of the old one whose work goes on in it; each at most once.

    The same spans come first; the others keep their order, as near in time as it can be.
    """
    found: dict[int, int] = {}
    for b, occurrence in enumerate(new):
        a = next((a for a, one in enumerate(old) if one == occurrence and a not in found.values()), None)
        if a is not None:
            found[b] = a
    left = [a for a in range(len(old)) if a not in found.values()]
    fresh = [b for b in range(len(new)) if b not in found]
    return found | _nearest(old, new, left, fresh)


def _nearest(
    old: Sequence[Occurrence], new: Sequence[Occurrence], left: list[int], fresh: list[int]
) -> dict[int, int]:  # fmt: skip
    """As many pairs as there can be, in order, with the least days between them in all."""
    wanted = min(len(left), len(fresh))
    best: dict[int, tuple[int, dict[int, int]]] = {0: (0, {})}  # by how many are paired: the days and the pairs
    row = [best] * (len(fresh) + 1)
    for a in left:
        above, row = row, [{0: (0, {})}]
        for n, b in enumerate(fresh, 1):
            days = _days_between(old[a], new[b])
            paired = {k + 1: (cost + days, {**pairs, b: a}) for k, (cost, pairs) in above[n - 1].items()}
            row.append(_cheapest(above[n], row[n - 1], paired))
    return row[-1][wanted][1]


def _cheapest(*ways: dict[int, tuple[int, dict[int, int]]]) -> dict[int, tuple[int, dict[int, int]]]:
    counts = {k for way in ways for k in way}
    return {k: min((way[k] for way in ways if k in way), key=lambda found: found[0]) for k in counts}


def _days_between(one: Occurrence, other: Occurrence) -> int:
    mine, yours = _day(one), _day(other)
    return abs((mine - yours).days) if mine and yours else _UNDATED


def _day(occurrence: Occurrence) -> date | None:
    """The last day that an occurrence names; its first where it has no end."""
    submit, execute = occurrence
    spans = [span for span in (execute, submit) if span]
    return next((day for span in spans for day in (span.finish, span.start) if day), None)
