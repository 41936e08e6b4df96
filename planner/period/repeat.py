"""What a rhythm does to the marks beside it: "ngày 25 hằng tháng", "hằng năm, trước 30/11", "hằng quý từ quý II"."""

from planner.period import questions as ask
from planner.period.frames import in_frame
from planner.period.mark_days import month_end
from planner.period.marks import Mark
from planner.period.walk import Walk

MOST = 120  # occurrences that are still written out one by one
_RHYTHMS_WITH_PARTS = {"month": (1,), "quarter": (3, 12)}


def months_of(walk: Walk) -> range:
    month = walk.years.month
    return range(month, month + 1) if month else range(1, 13)


def years_of(walk: Walk, rhythm: Mark) -> list[int]:
    return [rhythm.year] if rhythm.year else list(walk.years)


def is_report(mark: Mark) -> bool:
    """ "Định kỳ 6 tháng, hằng năm": two reports, not a half of each year."""
    return mark.unit == "months" and not mark.part


def repeated(walk: Walk, rhythms: list[Mark], others: list[Mark]) -> list[Mark] | None:
    """The marks that the rhythm repeats ("ngày 25 hằng tháng"), or None when they stand beside it."""
    rhythm, *more = rhythms
    if "apart" in rhythm.extra or (walk.marks[0] is rhythm and "apart" in others[0].extra):
        return None
    if not more and _names_each_time(rhythm, others):
        walk.asks = [question for question in walk.asks if question.message != ask.SOME_TIMES]
        if walk.years.single or rhythm.year or any(mark.year for mark in others):
            return others
        return [mark.copy(year=year) for year in walk.years for mark in others]
    if more and not all(extra.count == 12 for extra in more):
        return None
    if more and rhythm.count != 12:
        return _in_months(walk, rhythm, others, [mark for mark in others if not mark.lacks_month])
    found = (rule(walk, rhythm, others) for rule in (_in_months, _parts, _yearly, _years_between, in_frame, _split))
    return next((marks for marks in found if marks is not None), None)


def _names_each_time(rhythm: Mark, others: list[Mark]) -> bool:
    """ "2 lần/năm (tháng 6, tháng 12)", "hằng quý vào các tháng 3, 6, 9, 12"."""
    alone = all(mark.join not in ("range", "or") and mark.prefix in (None, "before", "by") for mark in others)
    months = ("month", "quarter")
    whole = all(mark.month if mark.unit == "day" else mark.unit in months and mark.number for mark in others)
    return alone and whole and rhythm.count in (2, 3, 4, 6) and len(others) == 12 // rhythm.count


def _recurs(walk: Walk, others: list[Mark]) -> None:
    """ "Trước ngày 25 hằng tháng" stays a deadline, many times."""
    if not any(mark.prefix in ("before", "by", "after") for mark in others):
        walk.flags.add("recurring")


def _in_months(walk: Walk, rhythm: Mark, others: list[Mark], dated: list[Mark] | None = None) -> list[Mark] | None:
    """Days and weeks in each of the rhythm's months; then `dated`, which have a yearly rhythm of their own ("trước
    ngày 20 tháng cuối quý và trước ngày 15/11 hằng năm")."""
    inside = [mark for mark in others if mark not in (dated or [])]
    if not inside or not all(mark.lacks_month for mark in inside):
        return None
    if not (rhythm.count == 1 or (rhythm.count == 3 and rhythm.months)) or any(
        mark.unit != "day" for mark in dated or []
    ):
        return None
    if "bare" in rhythm.extra:
        walk.ask(ask.WHICH_MONTH)  # "ngày 25 của tháng"
    _recurs(walk, others)
    pairs = [(year, month) for year in years_of(walk, rhythm) for month in rhythm.months or months_of(walk)]
    found = [_in_month(walk, mark, *pair) for pair in pairs for mark in inside]
    return found + [mark.copy(year=year) for year in years_of(walk, rhythm) for mark in dated or []]


def _in_month(walk: Walk, mark: Mark, year: int, month: int) -> Mark:
    """ "Ngày 31 hằng tháng" is the last day where a month has no 31st; that is asked."""
    mark = mark.copy(join=mark.join if mark.join in ("range", "or") else "list")
    if mark.unit == "day" and 28 < (mark.number or 0) <= 31 and (mark.number or 0) > month_end(year, month).day:
        walk.ask(ask.NO_THIRTY_FIRST, number=mark.number)
        return mark.copy(number=-1, month=month, year=year)
    return mark.copy(month=month, year=year)


def _parts(walk: Walk, rhythm: Mark, others: list[Mark]) -> list[Mark] | None:
    """ "Cuối mỗi quý", "đầu tháng, hằng tháng"; not "cuối quý" beside "hằng tháng"."""
    if not all(mark.unit in _RHYTHMS_WITH_PARTS and mark.number is None for mark in others):
        return None
    if any(rhythm.count not in _RHYTHMS_WITH_PARTS[mark.unit] for mark in others):
        return None
    _recurs(walk, others)
    numbers = range(1, 5) if others[0].unit == "quarter" else months_of(walk)
    return [mark.copy(number=n, year=year) for year in years_of(walk, rhythm) for n in numbers for mark in others]


def _yearly(walk: Walk, rhythm: Mark, others: list[Mark]) -> list[Mark] | None:
    """ "Tháng 6 hằng năm" in each year of the plan, or in the years that stand beside it."""
    dated = [mark for mark in others if mark.unit != "year"]
    named = _years_between(walk, rhythm, [mark for mark in others if mark.unit == "year"])
    if rhythm.count != 12 or "bare" in rhythm.extra or not dated or any(map(_is_no_date, dated)):
        return None
    if named:
        walk.flags.discard("recurring")
        return [mark.copy(year=year.year) for year in named for mark in dated]
    if len(dated) < len(others):
        return None
    if walk.years.single or rhythm.year or any(mark.year for mark in others):
        return others
    return [mark.copy(year=year) for year in years_of(walk, rhythm) for mark in others]


def _is_no_date(mark: Mark) -> bool:
    return mark.lacks_month or is_report(mark)


def _split(walk: Walk, rhythm: Mark, others: list[Mark]) -> list[Mark] | None:
    """ "Hằng tháng từ tháng 3 đến tháng 10": the months between; without an end, to the end of the year."""
    unit = {1: "month", 3: "quarter"}.get(rhythm.count)
    others = [_first_month(mark) if unit == "month" else mark for mark in others]
    first, last = others[0], others[-1]
    if unit is None or len(others) > 2 or any(mark.unit != unit or mark.part for mark in others):
        return None
    if (last.join != "range") if len(others) == 2 else (first.prefix != "from"):
        return None
    end = 12 // rhythm.count if len(others) == 1 else last.number
    if first.number is None or end is None or not 1 <= first.number <= end <= 12 or first.year != last.year:
        return None
    walk.flags.add("recurring")
    return [Mark(unit, n, year=first.year, join="list") for n in range(first.number, end + 1)]


def _first_month(mark: Mark) -> Mark:
    """ "Hằng tháng, từ quý III": from July."""
    if mark.unit != "quarter" or mark.prefix != "from" or mark.part or mark.number is None:
        return mark
    return mark.copy(unit="month", number=3 * mark.number - 2)


def _years_between(walk: Walk, rhythm: Mark, others: list[Mark]) -> list[Mark] | None:
    """ "Hằng năm, từ 2022", "hằng năm (2022 - 2025)": each of the years."""
    if rhythm.count != 12 or not others:
        return None
    first, last = others[0].year, others[-1].year
    from_on = len(others) == 1 and others[0].prefix == "from"
    between = len(others) == 2 and others[1].join == "range" and others[0].prefix in (None, "from")
    if not (from_on or between) or any(mark.unit != "year" or mark.part for mark in others):
        return None
    end = walk.years.last if from_on else last
    if first is None or end is None or not first <= end <= first + MOST:
        return None
    walk.flags.add("recurring")
    return [Mark("year", year=year, join="list") for year in range(first, end + 1)]
