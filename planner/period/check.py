"""What is asked about a reading once its days are known."""

from itertools import pairwise

from planner.period import questions as ask
from planner.period.brackets import lies_in
from planner.period.groups import Stretch
from planner.period.marks import days_of
from planner.period.model import Span
from planner.period.questions import Unclear
from planner.period.walk import Walk, seen

_REPEATS = ("every", "every_n", "quarter_month")
_SAYS_A_YEAR = ("of_year", "my", "dmy", "dmy2", "iso", "short_year")
FAR_BACK, FAR_AHEAD = 1, 10  # years around the plan's own that a plan may name without being asked


def check(walk: Walk, parts: list[Stretch], spans: list[Span]) -> None:
    """Asks about what is odd. Raises Unclear for days outside the plan that the text does not name."""
    marks = [mark for part in parts for mark in (part.first, part.last)]
    named = {mark.year for mark in marks if mark.year}
    near = {year + step for year in named for step in (-1, 0, 1)} if seen(walk, _SAYS_A_YEAR) else named
    for span in spans:
        if any(day and day.year not in walk.years and day.year not in near for day in (span.start, span.finish)):
            raise Unclear(ask.OUTSIDE)
    ask_rest(walk)
    if walk.tally and walk.tally != len(spans):
        walk.ask(ask.TALLY, number=walk.tally, found=len(spans))
    _ask_years(walk, named)
    _ask_neighbours(walk, parts, spans)
    reports = len(parts) > 1 and all(part.unit in ("months", "quarter", "year") for part in parts)
    for part in parts:
        _ask_bare_months(walk, part, reports)
        if part.prefix == "before" and part.last.part in ("cuối", "nửa cuối"):
            walk.ask(ask.BEFORE_END)
        if part.first.unit == "year" and "giữa" in (part.first.part, part.last.part):
            walk.ask(ask.MID_YEAR)
        if part.first.unit == "day" and part.first.weekday is not None:
            day = days_of(part.first)[0]
            if day.weekday() != part.first.weekday:
                walk.ask(ask.WEEKDAY, day=f"{day:%d/%m/%Y}")
        if part.first.unit == "week" and part.first.weekday is not None:
            day = days_of(part.first)[0]
            if day.month != part.first.month:
                walk.ask(ask.NEXT_MONTH, day=f"{day:%d/%m/%Y}")


def _ask_neighbours(walk: Walk, parts: list[Stretch], spans: list[Span]) -> None:
    """Marks with nothing between them, and marks that lie in one another, may not be occurrences of their own."""
    if "recurring" in walk.flags:
        return
    if any(_runs_into(before, after) for before, after in pairwise(parts)):
        walk.ask(ask.RUN_TOGETHER)
    if any(_carries_end(part) for part in parts):
        walk.ask(ask.CARRIED_END)
    if any(part.joined == "or" for part in parts) and any(part.first.join == "list" for part in parts[1:]):
        walk.ask(ask.LISTED_OR)
    if not seen(walk, _SAYS_A_YEAR + _REPEATS) and any(_turns_back(*two) for two in pairwise(parts)):
        walk.ask(ask.NEXT_YEAR)
    days = [(span.start, span.finish) for part, span in zip(parts, spans, strict=True) if not part.first.inside]
    if len(set(days)) < len(days):
        walk.ask(ask.NESTED)
    small = [span for part, span in zip(parts, spans, strict=True) if _is_small(part)]
    large = [span for part, span in zip(parts, spans, strict=True) if not _is_small(part)]
    if any(lies_in(one, other) for one in small for other in large):
        walk.ask(ask.NESTED)


def _runs_into(before: Stretch, after: Stretch) -> bool:
    """Nothing stands between them, and no bracket says that the second is in the first."""
    opens = after.first.inside and not before.first.inside
    return after.first.join == "next" and not opens and bool(after.prefix or not after.first.keyword)


def _carries_end(part: Stretch) -> bool:
    """ "Trước 15/6 và 15/12" is two deadlines; "đến hết tháng 8; tháng 9" may not be."""
    carried = part.prefix in ("before", "by") and not part.first.prefix and not part.joined
    return carried and part.first.keyword and part.unit != "day"


def _turns_back(before: Stretch, after: Stretch) -> bool:
    """ "Tháng 12, 01": the second may be of the next year."""
    one, two = before.last, after.first
    if one.year != two.year:
        return False
    return one.unit == two.unit and one.unit in ("day", "month", "quarter") and one.order() > two.order()


def _is_small(part: Stretch) -> bool:
    """Reports of quarters, halves and years lie in one another by their nature; months, weeks and days do not."""
    return part.unit in ("day", "week", "month") and not part.first.inside


def ask_rest(walk: Walk) -> None:
    if walk.left:
        walk.ask(ask.LEFT_OVER, rest=walk.rest)


def _ask_years(walk: Walk, named: set[int]) -> None:
    for year in sorted(named):
        if not walk.years.first - FAR_BACK <= year <= walk.years.last + FAR_AHEAD:
            walk.ask(ask.FAR_YEAR, year=year)


def _ask_bare_months(walk: Walk, part: Stretch, reports: bool) -> None:
    """ "6 tháng" alone may be how long the work takes."""
    mark = part.first
    if mark.unit != "months" or mark.part or "periodic" in walk.flags or reports:
        return
    if mark.count not in (6, 9):
        raise Unclear(ask.DURATION)
    if not any(token.name in ("of_year", "this_year", "next_year") for token in walk.tokens):
        walk.ask(ask.BARE_MONTHS, number=mark.count)
