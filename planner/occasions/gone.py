"""Marked days that were there before: taken out by an administrator, and still to be told to who has them."""

from collections.abc import Iterable, Iterator, Sequence

from planner.occasions.occasion import Marked, Occasion
from planner.occasions.term import Correction, Term, marked_in


def gone_days(
    term: Term, here: Iterable[Marked], history: Sequence[Correction], removed: Sequence[Occasion], language: str = "vi"
) -> list[Marked]:
    """The days of a term that stood in the calendar and are not among those that are `here`, as they were last.

    `history` is every correction of the table of holidays that was ever made, in its order; `removed` are days of the
    office's own. What only lies outside the term is not gone: it is as true as before.
    """
    known = {one.key for one in here}
    earlier = {one.key: one for year in term.years for one in _earlier(year, history, removed, language)}
    return [one for key, one in earlier.items() if key not in known]


def _earlier(
    year: int, history: Sequence[Correction], removed: Sequence[Occasion], language: str
) -> Iterator[Marked]:  # fmt: skip
    """What a year's corrected days were called at any time, by the table and after each correction; removed days."""
    yield from (one for occasion in removed if (one := occasion.in_year(year, language)))
    corrections = [one for one in history if one.day.year == year]
    corrected = {one.day for one in corrections}
    for given in ([], *([one] for one in corrections)) if corrections else ():
        yield from (one for one in marked_in(year, given, (), language) if one.day in corrected)
