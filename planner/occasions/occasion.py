"""A day of the year that is marked, and the day on which it falls in a given year."""

from dataclasses import dataclass
from datetime import date

from lunar_vn import LunarDate, lunar_to_solar, solar_to_lunar

from planner.language import N_, translate

LABELS = {
    "holiday": N_("Ngày nghỉ lễ"),
    "working": N_("Ngày làm việc bù"),
    "nation": N_("Ngày lễ lớn, ngày kỷ niệm"),
    "front": N_("Mặt trận và các tổ chức thành viên"),
    "office": N_("Ngày của cơ quan"),
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked day of one year. `key` is the same for ever; `kind` one of LABELS; `years` since it began, if counted.

    `name` is in the reader's language.
    """

    key: str
    day: date
    kind: str
    name: str
    source: str = ""
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day that comes every year, by the solar or the lunar calendar, or in one year only.

    `since` is the year that its years are counted from.
    """

    key: str
    day: int
    month: int
    kind: str
    name: str
    since: int | None = None
    source: str = ""
    lunar: bool = False
    only_in: int | None = None

    def on(self, year: int) -> date | None:
        """The day in a solar year; None when that year has none (29/2, or the 30th of a short lunar month)."""
        if self.only_in not in (None, year):
            return None
        if self.lunar:
            return lunar_day(self.day, self.month, year)
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def in_year(self, year: int, language: str = "vi") -> Marked | None:
        """The occasion of a year, or None before it began."""
        day = self.on(year)
        if day is None or (self.since is not None and year < self.since):
            return None
        years = year - self.since if self.since else None
        name = self.name if self.kind == "office" else translate(self.name, language)
        return Marked(f"{self.key}-{year}", day, self.kind, name, self.source, years)


def lunar_day(day: int, month: int, year: int) -> date | None:
    """The solar day of a lunar day in the lunar year that begins in `year`, by Việt Nam's own calendar (UTC+7).

    None for the 30th of a month of 29 days. Leap months are not meant: feasts are kept in the month proper.
    """
    asked = LunarDate(day, month, year)
    found = lunar_to_solar(asked)
    return found if solar_to_lunar(found) == asked else None  # the library counts on into the next month
