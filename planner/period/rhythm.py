"""Rhythms written out: monthly and rarer ones inside the plan's years, weekly and finer ones never."""

from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.questions import Unclear
from planner.period.repeat import MOST, is_report, months_of, repeated, years_of
from planner.period.walk import Walk


def unfold(walk: Walk) -> list[Mark]:
    """The marks without rhythms: each rhythm replaced by its occurrences. Sets the flag "recurring"."""
    _say_once(walk)
    rhythms = [mark for mark in walk.marks if mark.unit == "every"]
    if not rhythms:
        return _periodic_halves(walk) if "periodic" in walk.flags else walk.marks
    _not_bare(walk, rhythms)
    if any(rhythm.count and _is_end(rhythm) for rhythm in rhythms):
        raise Unclear(ask.UNREAD)
    others = [mark for mark in walk.marks if mark.unit != "every"]
    if any(rhythm.count == 0 for rhythm in rhythms):
        return _too_fine(walk, rhythms, others)
    found = repeated(walk, rhythms, others) if others else None
    if found is None:
        walk.flags.add("recurring")
        found = _each_written_out(walk)
    if len(found) > MOST:
        walk.ask(ask.MANY_TIMES)
        walk.flags.add("recurring")
        return []
    return found


def _say_once(walk: Walk) -> None:
    """ "Báo cáo tháng trước ngày 20 hằng tháng" names its rhythm twice."""
    if len(walk.marks) < 3:
        return
    first, last = walk.marks[0], walk.marks[-1]
    both = first.unit == last.unit == "every" and (first.count, first.months) == (last.count, last.months)
    if both and last.join == "next" and not last.prefix:
        walk.marks.pop()


def _is_end(rhythm: Mark) -> bool:
    return rhythm.prefix in ("before", "by", "after", "from") or rhythm.join in ("range", "or")


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
    if walk.marks and all(mark.unit in ("months", "year") for mark in walk.marks):
        walk.flags.add("recurring")
    if len(walk.marks) == 1 and walk.marks[0].unit == "months" and not walk.marks[0].part:
        half = walk.marks[0]
        if 12 % half.count:
            raise Unclear(ask.UNREAD)
        return _written_out(walk, half.copy(unit="every"))
    return walk.marks


def _each_written_out(walk: Walk) -> list[Mark]:
    """Every rhythm in the order of the text; a half beside a year is the first half."""
    found: list[Mark] = []
    alone = all(mark.unit == "every" for mark in walk.marks)
    for mark in walk.marks:
        if mark.unit == "every":
            found += _written_out(walk, mark)
        elif is_report(mark) and mark.year is None:
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
    return [occurrence for year in years_of(walk, rhythm) for occurrence in _in_year(walk, rhythm, year)]


def _in_year(walk: Walk, rhythm: Mark, year: int) -> list[Mark]:
    if rhythm.months or rhythm.count == 1:
        return [Mark("month", month, year=year, join="list") for month in rhythm.months or months_of(walk)]
    if rhythm.count == 3:
        return [Mark("quarter", quarter, year=year, join="list") for quarter in range(1, 5)]
    if rhythm.count == 12:
        return [Mark("year", year=year, join="list")]
    if rhythm.count == 6:
        return [Mark("months", count=6, part=part, year=year, join="list") for part in ("đầu", "cuối")]
    return [Mark("block", n, year=year, count=rhythm.count, join="list") for n in range(12 // rhythm.count)]
