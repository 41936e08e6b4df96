"""Working days: weekends and Vietnam's public holidays (Labour Code 2019, article 112), with corrections."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import holidays

from planner.language import N_, translate

ONE = timedelta(days=1)
_LIBRARY_LANGUAGES = {"vi": "vi", "en": "en_US"}
_IN_LIEU = re.compile(r"\((?:thay cho ngày|substituted from) \d\d/\d\d/\d{4}\)")


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of a year, lunar ones and days in lieu included; later years are the library's guess."""
    return frozenset(holidays.country_holidays("VN", years=year))


@cache
def holiday_names(year: int, language: str = "vi") -> dict[date, str]:
    """The public holidays of a year with what each is called."""
    found = holidays.country_holidays("VN", years=year, language=_LIBRARY_LANGUAGES[language])
    in_lieu = translate(N_("Ngày nghỉ hoán đổi"), language)
    return {day: in_lieu if _IN_LIEU.search(name) else name for day, name in sorted(found.items())}


class WorkCalendar:
    """Tells working days from days off.

    `corrections` are pairs (day, is it a day off) that win over weekend and public holiday.
    """

    def __init__(self, corrections: Iterable[tuple[date, bool]] = ()) -> None:
        self.corrections = dict(corrections)

    def is_working(self, day: date) -> bool:
        if day in self.corrections:
            return not self.corrections[day]
        return day.weekday() < 5 and day not in public_holidays(day.year)

    def last_working_day(self, start: date | None, finish: date) -> date:
        """The last working day of a span, both days included; a span of days off only ends on its last day."""
        day = finish
        first = start or finish - timedelta(days=30)
        while day >= first:
            if self.is_working(day):
                return day
            day -= ONE
        return finish

    def next_working_day(self, day: date) -> date:
        """The day itself if it is a working day, else the first one after it."""
        while not self.is_working(day):
            day += ONE
        return day

    def is_first_working_day_of_month(self, day: date) -> bool:
        return self.next_working_day(day.replace(day=1)) == day
