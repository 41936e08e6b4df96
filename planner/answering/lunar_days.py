"""Lunar days and feasts as solar dates, for the clerk to choose from."""

import re
from datetime import date, timedelta

from planner.answering.model import Asked
from planner.occasions import lunar_day
from planner.text import one_tone

_DAY = re.compile(r"(?P<day>\d{1,2})\s?(?:/\s?|tháng )(?P<month>\d{1,2}|giêng|chạp)\b")
_FULL_MOON = re.compile(r"rằm (?:tháng )?(?P<month>\d{1,2}|giêng|chạp)\b")
_OF_TET = re.compile(r"(?:mùng|mồng) (?P<day>\d{1,2})(?: tết)?\b")
_MONTH = re.compile(r"tháng (?P<month>giêng|chạp)\b")
_FEASTS = {"tết nguyên đán": (1, 1), "trung thu": (15, 8), "giỗ tổ": (10, 3), "vu lan": (15, 7)}
_NAMED = {"giêng": 1, "chạp": 12}
_DAYS_BEFORE = 7


def solar_days(asked: Asked) -> list[str]:
    """ "10/3 âm lịch", "rằm tháng 7", "mùng 6 Tết", "tháng Chạp" in each year of the plan."""
    text = one_tone(asked.text.lower())
    for pattern in (_FULL_MOON, _DAY, _OF_TET):
        if found := pattern.search(text):
            parts = found.groupdict()
            day, month = int(parts.get("day") or 15), _month(parts.get("month") or "giêng")
            return [f"{solar:%d/%m/%Y}" for solar in _on(asked, day, month)]
    found = _MONTH.search(text)
    return _whole_month(asked, _month(found["month"])) if found else []


def feast_days(asked: Asked) -> list[str]:
    """ "Dịp 27/7": that month, or before the day; "dịp Tết Nguyên đán", "dịp Trung thu": by the lunar calendar."""
    days = {span.start for span in asked.spans() if span.start and span.start == span.finish}
    if len(days) == 1:
        (day,) = days
        return [f"Tháng {day:%m/%Y}", f"Trước ngày {day:%d/%m/%Y}"]
    text = one_tone(asked.text.lower())
    lunar = next((when for name, when in _FEASTS.items() if name in text), None)
    offered: list[str] = []
    for day in _on(asked, *lunar) if lunar else []:
        week_before = day - timedelta(days=_DAYS_BEFORE)
        offered += [f"Trước ngày {day:%d/%m/%Y}", f"{week_before:%d/%m/%Y} - {day:%d/%m/%Y}", f"{day:%d/%m/%Y}"]
    return offered


def _month(name: str) -> int:
    return _NAMED.get(name) or int(name)


def _on(asked: Asked, day: int, month: int) -> list[date]:
    """The day in every year of the plan; the lunar year before ends in the first weeks of the solar one."""
    if not (1 <= day <= 30 and 1 <= month <= 12):
        return []
    years = range(asked.years.first - 1, asked.years.last + 1)
    found = (lunar_day(day, month, year) for year in years)
    return [solar for solar in found if solar and solar.year in asked.years]


def _whole_month(asked: Asked, month: int) -> list[str]:
    return [f"{first:%d/%m/%Y} - {_month_end(first, month):%d/%m/%Y}" for first in _on(asked, 1, month)]


def _month_end(first: date, month: int) -> date:
    """The 30th of a lunar month, or its 29th when it has no 30th."""
    thirtieth = first + timedelta(days=29)
    long = thirtieth in (lunar_day(30, month, first.year - 1), lunar_day(30, month, first.year))
    return thirtieth if long else first + timedelta(days=28)
