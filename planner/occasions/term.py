"""The marked days of a whole term of years (nhiệm kỳ)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from planner.language import N_, translate
from planner.occasions.occasion import Marked, Occasion
from planner.occasions.table import OCCASIONS
from planner.workdays import holiday_names

FRONT_CONGRESS, YEARS_OF_TERM = 2024, 5  # the Front's tenth congress; congresses meet every five years
LABOUR_CODE = "Bộ luật Lao động 2019, Điều 112"


class Correction(Protocol):
    """An administrator's correction of the table of holidays (planner/models/day_off.py)."""

    day: date
    is_off: bool
    name: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office, first and last year included."""

    first: int
    last: int

    @property
    def years(self) -> range:
        return range(self.first, self.last + 1)


def term_of(day: date) -> Term:
    """The term between two congresses of the Front that a day falls in; the year of a congress begins one."""
    first = FRONT_CONGRESS + (day.year - FRONT_CONGRESS) // YEARS_OF_TERM * YEARS_OF_TERM
    return Term(first, first + YEARS_OF_TERM)


def marked_days(
    term: Term, corrections: Sequence[Correction] = (), own: Iterable[Occasion] = (), language: str = "vi"
) -> list[Marked]:
    """Every marked day of a term, in order: holidays as corrected, the table's days, the office's own."""
    own = list(own)
    found = [one for year in term.years for one in marked_in(year, corrections, own, language)]
    return sorted(found, key=lambda one: (one.day, one.key))


def marked_in(
    year: int, corrections: Sequence[Correction], own: Sequence[Occasion], language: str
) -> list[Marked]:  # fmt: skip
    """The marked days of a year, in no order.

    A great day that is a holiday too (2/9) stands once: as itself, with its years, among the holidays.
    """
    off = {one.day: one for one in _days_off(year, corrections, language)}
    found = [marked for occasion in OCCASIONS if (marked := occasion.in_year(year, language))]
    for nth, one in enumerate(found):
        if one.kind == "nation" and one.day in off:
            del off[one.day]
            found[nth] = replace(one, kind="holiday")
    return [*off.values(), *found, *(marked for occasion in own if (marked := occasion.in_year(year, language)))]


def _days_off(year: int, corrections: Sequence[Correction], language: str) -> Iterator[Marked]:
    """Public holidays but those corrected to working days, the days off that were added, and days worked in lieu."""
    names = holiday_names(year, language)
    corrected = {one.day: one for one in corrections if one.day.year == year}
    for day, name in names.items():
        if day not in corrected or corrected[day].is_off:
            said = corrected[day].name if day in corrected else ""
            yield Marked(f"holiday-{day:%Y%m%d}", day, "holiday", said or name, LABOUR_CODE)
    for day, one in corrected.items():
        if one.is_off and day not in names:
            yield Marked(f"holiday-{day:%Y%m%d}", day, "holiday", one.name or translate(N_("Ngày nghỉ"), language))
        elif not one.is_off and day not in names:
            yield Marked(f"working-{day:%Y%m%d}", day, "working", one.name or translate(N_("Ngày làm việc"), language))
