"""Which occurrence of a row goes on as which: the same days first, then the nearest, in order."""

from datetime import date

import pytest

from planner.period import Span
from planner.reissuing.occurrences import match_occurrences


def on(*months: int) -> list[tuple[None, Span]]:
    """One execution in each month of 2026."""
    return [(None, Span(date(2026, month, 1), date(2026, month, 28))) for month in months]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ((5, 11), (5, 11), {0: 0, 1: 1}),
        ((5, 11), (6, 11), {0: 0, 1: 1}),
        ((5, 11), (11,), {0: 1}),
        ((3,), (3, 6, 9), {0: 0}),
        ((9,), (3, 6, 9), {2: 0}),
        ((2, 5, 8), (3, 9), {0: 0, 1: 2}),
        ((3, 9), (2, 5, 8), {0: 0, 2: 1}),
        ((1,), (), {}),
        ((), (1, 2), {}),
    ],
)
def test_occurrences_go_on_as_the_nearest(old: tuple[int, ...], new: tuple[int, ...], pairs: dict[int, int]) -> None:
    assert match_occurrences(on(*old), on(*new)) == pairs


def test_what_has_no_date_takes_the_place_that_is_left() -> None:
    assert match_occurrences([(None, None), *on(5)], on(5, 12)) == {0: 1, 1: 0}
