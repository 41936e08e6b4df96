"""Rhythms written out: monthly and rarer ones inside the plan's years, weekly and finer ones never."""

from planner.period import questions as ask
from planner.period.marks import Mark, month_end
from planner.period.questions import Unclear
from planner.period.walk import Walk

_RHYTHMS_WITH_PARTS = {"month": (1,), "quarter": (3, 12)}
MOST = 120  # occurrences that are still written out one by one


def unfold(walk: Walk) -> list[Mark]:
    """The marks without rhythms: each rhythm replaced by its occurrences. Sets the flag "recurring"."""
    rhythms = [mark for mark in walk.marks if mark.unit == "every"]
    if not rhythms:
        return _periodic_halves(walk) if "periodic" in walk.flags else walk.marks
    _not_bare(walk, rhythms)
    if any(rhythm.prefix in ("before", "by", "after", "from") or rhythm.join in ("range", "or") for rhythm in rhythms):
        raise Unclear(ask.UNREAD)
    others = [mark for mark in walk.marks if mark.unit != "every"]
    if any(rhythm.count == 0 for rhythm in rhythms):
        return _too_fine(walk, rhythms, others)
    found = _repeated(walk, rhythms, others) if others else None
    if found is None:
        walk.flags.add("recurring")
        found = _each_written_out(walk)
    if len(found) > MOST:
        walk.ask(ask.MANY_TIMES)
        walk.flags.add("recurring")
        return []
    return found


def _not_bare(walk: Walk, rhythms: list[Mark]) -> None:
    """ "Tháng, quý, năm" is a rhythm; "Quý" alone is a number that was forgotten."""
    bare = all("bare" in rhythm.extra for rhythm in rhythms)
    company = len(walk.marks) > 1 or "periodic" in walk.flags
    if not bare or company:
        return
    raise Unclear({1: ask.WHICH_MONTH, 3: ask.WHICH_QUARTER}.get(rhythms[0].count, ask.UNREAD))


def _too_fine(walk: Walk, rhythms: list[Mark], others: list[Mark]) -> list[Mark]:
    walk.flags.add("recurring")
    walk.weekday = None
    if others or len({rhythm.count for rhythm in rhythms}) > 1:
        walk.ask(ask.BESIDE_RHYTHM)
    return []


def _periodic_halves(walk: Walk) -> list[Mark]:
    """ "Định kỳ 6 tháng": both halves; "định kỳ 6 tháng, 1 năm" came here as the first half and the year."""
    if all(mark.unit in ("months", "year") for mark in walk.marks):
        walk.flags.add("recurring")
    if len(walk.marks) == 1 and walk.marks[0].unit == "months" and not walk.marks[0].part:
        half = walk.marks[0]
        if 12 % half.count:
            raise Unclear(ask.UNREAD)
        return _written_out(walk, half.copy(unit="every"))
    return walk.marks


def _repeated(walk: Walk, rhythms: list[Mark], others: list[Mark]) -> list[Mark] | None:
    """The marks that the rhythm repeats ("ngày 25 hằng tháng"), or None when they stand beside it."""
    rhythm, *more = rhythms
    if "apart" in rhythm.extra or (walk.marks[0] is rhythm and "apart" in others[0].extra):
        return None
    if not more and _names_each_time(rhythm, others):
        walk.asks = [question for question in walk.asks if question.message != ask.SOME_TIMES]
        return others
    if more and not all(extra.count == 12 for extra in more):
        return None
    if rhythm.count in (1, 3) and all(mark.lacks_month for mark in others) and (rhythm.count == 1 or rhythm.months):
        months = rhythm.months or _months(walk)
        _recurs(walk, others)
        pairs = [(year, month) for year in _years(walk, rhythm) for month in months]
        return [_in_month(walk, mark, *pair) for pair in pairs for mark in others]
    if all(mark.unit in ("month", "quarter") and mark.number is None for mark in others):
        return _parts(walk, rhythm, others)
    dated = not any(mark.lacks_month or mark.unit == "year" or _is_report(mark) for mark in others)
    if rhythm.count == 12 and "bare" not in rhythm.extra and dated:
        return _yearly(walk, rhythm, others)
    return _years_between(walk, others) if rhythm.count == 12 else _split(walk, rhythm, others)


def _is_report(mark: Mark) -> bool:
    """ "Định kỳ 6 tháng, hằng năm": two reports, not a half of each year."""
    return mark.unit == "months" and not mark.part


def _names_each_time(rhythm: Mark, others: list[Mark]) -> bool:
    """ "2 lần/năm (tháng 6, tháng 12)", "hằng quý vào các tháng 3, 6, 9, 12"."""
    alone = all(mark.join not in ("range", "or") and not mark.prefix for mark in others)
    whole = all((mark.unit == "day" and mark.month) or (mark.unit == "month" and mark.number) for mark in others)
    return alone and whole and rhythm.count in (3, 6) and len(others) == 12 // rhythm.count


def _recurs(walk: Walk, others: list[Mark]) -> None:
    """ "Trước ngày 25 hằng tháng" stays a deadline, many times."""
    if not any(mark.prefix for mark in others):
        walk.flags.add("recurring")


def _in_month(walk: Walk, mark: Mark, year: int, month: int) -> Mark:
    """ "Ngày 31 hằng tháng" is the last day where a month has no 31st; that is asked."""
    mark = mark.copy(join=mark.join if mark.join in ("range", "or") else "list")
    if mark.unit == "day" and 28 < (mark.number or 0) <= 31 and (mark.number or 0) > month_end(year, month).day:
        walk.ask(ask.NO_THIRTY_FIRST, number=mark.number)
        return mark.copy(number=-1, month=month, year=year)
    return mark.copy(month=month, year=year)


def _parts(walk: Walk, rhythm: Mark, others: list[Mark]) -> list[Mark] | None:
    """ "Cuối mỗi quý", "đầu tháng, hằng tháng"; not "cuối quý" beside "hằng tháng"."""
    if any(rhythm.count not in _RHYTHMS_WITH_PARTS[mark.unit] for mark in others):
        return None
    _recurs(walk, others)
    numbers = range(1, 5) if others[0].unit == "quarter" else _months(walk)
    return [mark.copy(number=n, year=year) for year in _years(walk, rhythm) for n in numbers for mark in others]


def _yearly(walk: Walk, rhythm: Mark, others: list[Mark]) -> list[Mark]:
    if walk.years.single or rhythm.year:
        return others
    if any(mark.year for mark in others):
        return others
    return [mark.copy(year=year) for year in _years(walk, rhythm) for mark in others]


def _split(walk: Walk, rhythm: Mark, others: list[Mark]) -> list[Mark] | None:
    """ "Hằng tháng từ tháng 3 đến tháng 10": the months between; without an end, to the end of the year."""
    unit = {1: "month", 3: "quarter"}.get(rhythm.count)
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


def _years_between(walk: Walk, others: list[Mark]) -> list[Mark] | None:
    """ "Hằng năm, từ 2022", "hằng năm (2022 - 2025)": each of the years."""
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


def _each_written_out(walk: Walk) -> list[Mark]:
    """Every rhythm in the order of the text; a half beside a year is the first half."""
    found: list[Mark] = []
    alone = all(mark.unit == "every" for mark in walk.marks)
    for mark in walk.marks:
        if mark.unit == "every":
            found += _written_out(walk, mark)
        elif _is_report(mark) and mark.year is None:
            found += [mark.copy(year=year) for year in walk.years]
        else:
            found.append(mark)
    bare_years = all("bare" in mark.extra and mark.count == 12 for mark in walk.marks if mark.unit == "every")
    reports = ("every", "months", "quarter") if bare_years and len(walk.marks) > 2 else ("every", "months")
    if not alone and any(mark.unit not in reports for mark in walk.marks):
        walk.ask(ask.BESIDE_RHYTHM)
    elif not alone and "periodic" not in walk.flags and all("bare" in m.extra for m in walk.marks if m.unit == "every"):
        walk.flags.discard("recurring")
    return found


def _written_out(walk: Walk, rhythm: Mark) -> list[Mark]:
    return [occurrence for year in _years(walk, rhythm) for occurrence in _in_year(walk, rhythm, year)]


def _in_year(walk: Walk, rhythm: Mark, year: int) -> list[Mark]:
    if rhythm.months or rhythm.count == 1:
        return [Mark("month", month, year=year, join="list") for month in rhythm.months or _months(walk)]
    if rhythm.count == 3:
        return [Mark("quarter", quarter, year=year, join="list") for quarter in range(1, 5)]
    if rhythm.count == 12:
        return [Mark("year", year=year, join="list")]
    if rhythm.count == 6:
        return [Mark("months", count=6, part=part, year=year, join="list") for part in ("đầu", "cuối")]
    return [Mark("block", n, year=year, count=rhythm.count, join="list") for n in range(12 // rhythm.count)]


def _months(walk: Walk) -> range:
    month = walk.years.month
    return range(month, month + 1) if month else range(1, 13)


def _years(walk: Walk, rhythm: Mark) -> list[int]:
    return [rhythm.year] if rhythm.year else list(walk.years)
