"""Ranges of days that a month ends: "từ 15/3 đến hết tháng", "từ ngày 15 đến cuối tháng 3"."""

from planner.period.marks import Mark
from planner.period.walk import FIGURES, Walk

_MONTHS = 12


def to_its_end(walk: Walk) -> bool:
    """ "Từ 15/3 đến hết tháng": to the last day of the month that the first day is in."""
    last, before = walk.last, walk.tokens[walk.at - 1]
    ends = walk.join == "range" and (walk.part == "cuối" or before.text.endswith("hết"))
    if not (ends and last and _is_day(last)):
        return False
    if walk.peek() in ("number", "my") and last.month is None:
        last.unit, walk.part, walk.to_its_end = "day", None, True  # "từ ngày 15 đến hết tháng 3": both are of March
        return False
    if walk.peek() in (*FIGURES, "roman", "next_year", "filler"):
        return False
    walk.part = None
    walk.add(Mark("day", -1, month=last.month, year=last.year))
    return True


def _is_day(mark: Mark) -> bool:
    """ "Từ 15 đến hết tháng 3" counts days; "từ 5 đến hết tháng 8" may count months."""
    return mark.unit == "day" or (mark.unit == "bare" and (mark.number or 0) > _MONTHS)
