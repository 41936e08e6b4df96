"""What brackets do to the time before them, and what two ends that meet become."""

from datetime import timedelta
from itertools import pairwise

from planner.period import questions as ask
from planner.period.groups import Stretch
from planner.period.mark_days import days_of
from planner.period.model import Span
from planner.period.walk import Walk

_WINDOWS = ("month", "quarter", "months", "year")
_MONTHS_OF_QUARTER = 3
_LONG = ("quarter", "months")


def take_ends(parts: list[Stretch], spans: list[Span]) -> None:
    """ "Quý II, chậm nhất 30/6": an end inside the time right before it is that time's own end."""
    for (before, outer), (part, span) in pairwise(zip(parts, spans, strict=True)):
        own = part.first.prefix in ("before", "by") and not part.joined and "apart" not in part.first.extra
        whole = outer.start and before.prefix in (None, "done") and before.unit in _WINDOWS
        if own and whole and lies_in(span, outer) and _ends_it(part, span, before):
            part.first.inside = True


def refine(walk: Walk, parts: list[Stretch], spans: list[Span]) -> tuple[list[Stretch], list[Span]]:
    """ "Quý I (tháng 2, 3)": what stands in brackets says more exactly when. Asks when it does not lie inside."""
    if _says_more_quarters(parts):
        walk.ask(ask.BESIDE_BRACKETS)
    if at := _some_for_each(parts, spans):
        _ask_about_gloss(walk, spans[at:], Span(spans[0].start, spans[at - 1].finish))
        return parts[at:], spans[at:]
    kept: list[tuple[Stretch, Span]] = []
    outer, whole = None, parts[0]
    for part, span in zip(parts, spans, strict=True):
        if not part.first.inside:
            outer, whole = span, part
        elif outer and _is_gloss(part, span, whole, outer):
            continue
        elif outer and (lies_in(span, outer) or _is_that_week(kept[-1][0], span, outer)):
            if not _ends_it(part, span, whole) or _counts_otherwise(part, whole):
                walk.ask(ask.BESIDE_BRACKETS)
            kept = [(other, found) for other, found in kept if found is not outer]
            span = Span(span.start or outer.start, span.finish, span.rule)
            _ask_about_gloss(walk, [found for _, found in kept] + [span], outer)
        elif outer:
            walk.ask(ask.BESIDE_BRACKETS)
        kept.append((part, span))
    return [part for part, _ in kept], [span for _, span in kept]


def _some_for_each(parts: list[Stretch], spans: list[Span]) -> int:
    """ "Quý II, IV (tháng 5, 11)": where the brackets begin, if each time before them has its own inside; else 0."""
    at = next((at for at, part in enumerate(parts) if part.first.inside), 0)
    if at < 2 or not all(part.first.inside for part in parts[at:]) or any(part.prefix for part in parts):
        return 0
    homes = [{number for number, outer in enumerate(spans[:at]) if lies_in(span, outer)} for span in spans[at:]]
    return at if all(homes) and len(set().union(*homes)) == at else 0


def _is_gloss(part: Stretch, span: Span, whole: Stretch, outer: Span) -> bool:
    """ "Tháng 5 (quý II)", "tháng 6 (6 tháng đầu năm)": the longer time only says what the shorter belongs to."""
    coarser = part.unit in _WINDOWS and _WINDOWS.index(part.unit) > _rank(whole.unit)
    return coarser and not (part.joined or part.prefix) and lies_in(outer, span)


def _rank(unit: str) -> int:
    return _WINDOWS.index(unit) if unit in _WINDOWS else -1


def _ask_about_gloss(walk: Walk, inner: list[Span], outer: Span) -> None:
    """ "Quý I (tháng 1, 2, 3)" may only say what a quarter is."""
    if len(inner) > 1 and (inner[0].start, inner[-1].finish) == (outer.start, outer.finish):
        walk.ask(ask.NESTED)


def _ends_it(part: Stretch, span: Span, whole: Stretch) -> bool:
    """Whether a time may stand for the range that it lies in: it has two ends as well, names months of quarters, or
    ends in the range's last part."""
    if not whole.joined or part.joined or (whole.unit in _LONG and part.unit in _WINDOWS and not part.prefix):
        return True
    ends = part.prefix and span.finish and span.finish >= days_of(whole.last)[0]
    return bool(ends) and whole.last.unit != "day"


def _says_more_quarters(parts: list[Stretch]) -> bool:
    """ "9 tháng đầu năm (quý I, II)": two quarters are six months."""
    quarters = [part for part in parts[1:] if part.first.inside and part.unit == "quarter" and not part.joined]
    whole = parts[0]
    both = whole.unit == "months" and not whole.joined and len(quarters) == len(parts) - 1 > 1
    return both and _MONTHS_OF_QUARTER * len(quarters) != whole.first.count


def _counts_otherwise(part: Stretch, whole: Stretch) -> bool:
    """ "6 tháng cuối năm (tháng 8-12)": fewer months than it says."""
    both = whole.unit == "months" and part.unit == "month" and part.joined
    return bool(both) and (part.last.number or 0) - (part.first.number or 0) + 1 != whole.first.count


def _is_that_week(part: Stretch, span: Span, outer: Span) -> bool:
    """ "Tuần 2 tháng 10 (12-16/10)": the office counts its weeks in its own way; the days say which week it means."""
    if part.unit != "week" or not (span.start and span.finish and outer.start and outer.finish):
        return False
    week = timedelta(days=7)
    return span.finish - span.start < week and outer.start - week <= span.start and span.finish <= outer.finish + week


def lies_in(span: Span, outer: Span) -> bool:
    if not (span.finish and outer.start and outer.finish):
        return False
    return outer.start <= (span.start or span.finish) and span.finish <= outer.finish


def merge_ends(walk: Walk, parts: list[Stretch], spans: list[Span]) -> list[Span]:
    """ "Cuối tháng 3 đầu tháng 4" is one window; with a comma between, that is asked."""
    if [part.first.part for part in parts] != ["cuối", "đầu"] or any(part.joined or part.prefix for part in parts):
        return spans
    if parts[0].unit != parts[1].unit or parts[0].unit == "months":
        return spans
    (one, two) = spans
    if not (one.start and one.finish and two.start and two.finish) or (two.start - one.finish).days != 1:
        return spans
    if parts[1].first.join == "list":
        walk.ask(ask.JOINED_ENDS, first=f"{one.start:%d/%m/%Y}", last=f"{two.finish:%d/%m/%Y}")
    return [Span(one.start, two.finish, one.rule)]
