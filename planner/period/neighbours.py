"""What is asked about times that stand beside each other."""

from itertools import pairwise

from planner.period import questions as ask
from planner.period.brackets import lies_in
from planner.period.groups import Stretch
from planner.period.model import Span
from planner.period.walk import Walk, seen

_MONTHS_OF_QUARTER = 3
_HAS_PARTS = ("month", "quarter", "year")
_REPEATS = ("every", "every_n", "quarter_month")
SAYS_A_YEAR = ("of_year", "my", "ym", "dmy", "dmy2", "iso", "short_year")


def ask_neighbours(walk: Walk, parts: list[Stretch], spans: list[Span]) -> None:
    """Marks with nothing between them, and marks that lie in one another, may not be occurrences of their own."""
    if "recurring" in walk.flags:
        return
    if any(_runs_into(*two) or _changes_unit(*two) for two in pairwise(parts)):
        walk.ask(ask.RUN_TOGETHER)
    if any(_may_share_the_day(*two) for two in pairwise(parts)):
        walk.ask(ask.UNDER_WHICH)
    if any(_may_share_the_part(*two) for two in pairwise(parts)):
        walk.ask(ask.PART_OF_WHICH)
    if any(_carries_end(part) for part in parts) or any(_ends_twice(*two) for two in pairwise(parts)):
        walk.ask(ask.CARRIED_END)
    if any(part.joined == "or" for part in parts) and any(part.first.join == "list" for part in parts[1:]):
        walk.ask(ask.LISTED_OR)
    if not seen(walk, SAYS_A_YEAR + _REPEATS) and any(_turns_back(*two) for two in pairwise(parts)):
        walk.ask(ask.NEXT_YEAR)
    _ask_nested(walk, parts, spans)


def _ask_nested(walk: Walk, parts: list[Stretch], spans: list[Span]) -> None:
    """Reports lie in one another by their nature; months, weeks and days do not: "tháng 10, ngày 17/10"."""
    days = [(span.start, span.finish) for part, span in zip(parts, spans, strict=True) if not part.first.inside]
    if len(set(days)) < len(days):
        walk.ask(ask.NESTED)
    small = [span for part, span in zip(parts, spans, strict=True) if _is_small(part)]
    others = [span for part, span in zip(parts, spans, strict=True) if not part.first.inside]
    nested = any(lies_in(one, other) for one in small for other in others if one is not other)
    if nested or _in_a_term(parts, spans):
        walk.ask(ask.NESTED)


def _in_a_term(parts: list[Stretch], spans: list[Span]) -> bool:
    """ "Nhiệm kỳ 2026-2031, quý II/2026": a time beside the years that it lies in."""
    both = list(zip(parts, spans, strict=True))
    terms = [span for part, span in both if part.unit == "year" and part.joined and not part.first.inside]
    others = [span for part, span in both if not (part.unit == "year" or part.first.inside)]
    return any(lies_in(span, term) for span in others for term in terms)


def _runs_into(before: Stretch, after: Stretch) -> bool:
    """Nothing stands between them, and no bracket says that the second is in the first."""
    opens = after.first.inside and not before.first.inside
    if after.first.join == "next" and not opens and _counts_in(before, after):
        return True
    return after.first.join == "next" and not opens and bool(after.prefix or not after.first.keyword)


def _changes_unit(before: Stretch, after: Stretch) -> bool:
    """ "Tháng 6, quý III" may be two times, or one of them wrong."""
    one, two = before.last, after.first
    listed = two.join == "list" and "apart" not in two.extra and not (two.inside or two.prefix or one.prefix)
    return listed and not (one.part or two.part) and {one.unit, two.unit} == {"month", "quarter"}


def _may_share_the_day(before: Stretch, after: Stretch) -> bool:
    """ "Ngày 10 tháng 3 và tháng 9": the tenth of both, or the whole of September."""
    mark = after.first
    listed = mark.join == "list" and "semicolon" not in mark.extra and not mark.inside
    return "attached" in before.last.extra and listed and after.unit == "month" and not (after.prefix or mark.part)


def _may_share_the_part(before: Stretch, after: Stretch) -> bool:
    """ "Đầu tháng 5 và tháng 9": the beginning of both, or the whole of September."""
    one, two = before.last, after.first
    listed = two.join == "list" and "semicolon" not in two.extra and not two.inside
    bare = not (two.part or two.prefix)
    return bool(one.part) and bare and listed and one.unit == two.unit and one.unit in _HAS_PARTS


def _counts_in(before: Stretch, after: Stretch) -> bool:
    """ "Tháng 2 quý II" may be February and the quarter, or the quarter's second month."""
    months = before.last.unit == "month" and (before.last.number or 0) <= _MONTHS_OF_QUARTER
    return months and after.first.unit == "quarter" and after.first.number != 1


def _carries_end(part: Stretch) -> bool:
    """ "Trước 15/6 và 15/12" is two deadlines; "đến hết tháng 8; tháng 9" may not be."""
    carried = part.prefix in ("before", "by") and not part.first.prefix and not part.joined
    return carried and part.first.keyword and part.unit != "day"


def _ends_twice(before: Stretch, after: Stretch) -> bool:
    """ "Trước 10/4, muộn nhất 15/4": which of the two is the end?"""
    both = before.first.prefix == "before" and after.first.prefix == "by"
    return both and after.first.join == "list" and not (before.joined or after.joined or after.first.inside)


def _turns_back(before: Stretch, after: Stretch) -> bool:
    """ "Tháng 12, 01": the second may be of the next year."""
    one, two = before.last, after.first
    if one.year != two.year:
        return False
    return one.unit == two.unit and one.unit in ("day", "month", "quarter") and one.order() > two.order()


def _is_small(part: Stretch) -> bool:
    """Reports of quarters, halves and years lie in one another by their nature; months, weeks and days do not."""
    return part.unit in ("day", "week", "month") and not part.first.inside
