"""What is asked about a reading once its days are known."""

from itertools import zip_longest

from planner.period import questions as ask
from planner.period.groups import Stretch
from planner.period.lengths import ask_lengths
from planner.period.mark_days import days_of, weekday_of
from planner.period.marks import Mark
from planner.period.model import Span
from planner.period.neighbours import ask_neighbours
from planner.period.questions import Unclear
from planner.period.walk import Walk, seen
from planner.period.which_years import ask_far_month, ask_years, not_outside


def check(walk: Walk, parts: list[Stretch], spans: list[Span]) -> None:
    """Asks about what is odd. Raises Unclear for days outside the plan that the text does not name."""
    named = {mark.year for part in parts for mark in (part.first, part.last) if mark.year}
    not_outside(walk, spans, named)
    ask_rest(walk)
    named_times = sum(part.first.inside for part in parts) or len(spans)
    if walk.tally and walk.tally not in (named_times, len(spans)):
        walk.ask(ask.TALLY, number=walk.tally, found=len(spans))
    ask_far_month(walk, parts)
    ask_lengths(walk, parts, spans)
    if seen(walk, ["year_before"]) and seen(walk, ["next_year"]):
        walk.ask(ask.WHICH_YEAR, first=walk.years.first, last=walk.years.last)  # of which year's report?
    ask_years(walk, parts)
    ask_neighbours(walk, parts, spans)
    _ask_days_as_months(walk, parts)
    _ask_steps(walk, parts)
    _ask_open_ends(walk, spans)
    reports = len(parts) > 1 and all(part.unit in ("months", "quarter", "year") for part in parts)
    for part, after in zip_longest(parts, parts[1:]):
        if not (part.first.inside or (after and after.first.inside)):
            _ask_bare_months(walk, part, reports)
        _ask_soft(walk, part)
        _ask_weekday(walk, part.first)
    if any("week" in part.first.extra and not _is_short(span) for part, span in zip(parts, spans, strict=True)):
        walk.ask(ask.BESIDE_BRACKETS)


def _ask_days_as_months(walk: Walk, parts: list[Stretch]) -> None:
    """ "2 ngày 5 và 6": bare figures after a length in days may be days rather than months."""
    length = next((token.text for token in walk.tokens if token.name == "length" and "ngày" in token.text), "")
    told = any(token.name in ("month", "my") for token in walk.tokens)
    days = [part.first.number for part in parts if part.unit == "day" and not part.joined]
    if len(parts) > 1 and days == [len(parts)] * len(parts) and not seen(walk, ["day", "dm", "dmy"]):
        walk.ask(ask.LEFT_OVER, rest=str(len(parts)))  # "3 tháng 7, 8, 9": three months, or three third days
    if length and not told and any(part.first.unit == "month" for part in parts):
        walk.ask(ask.LEFT_OVER, rest=length)


def _ask_steps(walk: Walk, parts: list[Stretch]) -> None:
    """ "Trình tháng 2, thực hiện tháng 4", "triển khai tháng 3, hoàn thành tháng 6" may be one piece of work."""
    if len(parts) < 2 or "recurring" in walk.flags:
        return
    done = [part.prefix == "done" for part in parts]
    both = seen(walk, ["handed_in"]) and seen(walk, ["carried_out"])
    if both or (done[-1] and not all(done)):
        walk.ask(ask.STEPS)


def _ask_open_ends(walk: Walk, spans: list[Span]) -> None:
    """ "Từ ngày 20 hằng tháng" begins again and again, and never says until when."""
    if "framed" in walk.flags and any(span.finish is None for span in spans):
        walk.ask(ask.NO_END)  # "tháng 3, từ ngày 20"
    elif "duration" in walk.flags and any(span.finish is None for span in spans):
        walk.ask(ask.LEFT_OVER, rest=next((token.text for token in walk.tokens if token.name == "length"), walk.rest))
    elif sum(span.finish is None for span in spans) > 1:
        words = [token.text for token in walk.tokens if token.name in ("from", "after", "onwards")]
        walk.ask(ask.LEFT_OVER, rest=" ".join(words) or walk.rest)


def _is_short(span: Span) -> bool:
    return bool(span.start and span.finish) and (span.finish - span.start).days < 7  # type: ignore[operator]


def _ask_soft(walk: Walk, part: Stretch) -> None:
    if part.prefix == "before" and (part.last.part or "").endswith("cuối"):
        walk.ask(ask.BEFORE_END)
    if _is_part_of_a_term(part):
        raise Unclear(ask.WHICH_TERM)
    if part.first.unit == "year" and "giữa" in (part.first.part, part.last.part):
        walk.ask(ask.MID_YEAR)


def _is_part_of_a_term(part: Stretch) -> bool:
    """ "Đầu giai đoạn 2021-2025" is no part of 2021; "đầu năm 2026 đến năm 2027" begins in one."""
    both = bool(part.last.part or "named" in part.last.extra)
    return part.first.unit == part.last.unit == "year" and bool(part.joined and part.first.part) and not both


def _ask_weekday(walk: Walk, mark: Mark) -> None:
    """A day that is no such weekday; a week's weekday that falls into another month."""
    if mark.weekday is None:
        return
    if mark.unit not in ("day", "week"):
        return
    day = days_of(mark)[0] if mark.unit == "day" else weekday_of(mark, mark.year or 0)
    if mark.unit == "day" and day.weekday() != mark.weekday:
        walk.ask(ask.WEEKDAY, day=f"{day:%d/%m/%Y}")
    if mark.unit == "week" and day.month != mark.month:
        walk.ask(ask.NEXT_MONTH, day=f"{day:%d/%m/%Y}")


def ask_rest(walk: Walk) -> None:
    if walk.left:
        walk.ask(ask.LEFT_OVER, rest=walk.rest)


def _beside_rhythm(walk: Walk) -> bool:
    """ "Hằng tháng, quý, 6 tháng và năm": the half is a report too."""
    return "recurring" in walk.flags and len(walk.marks) > 1


def _ask_bare_months(walk: Walk, part: Stretch, reports: bool) -> None:
    """ "6 tháng" alone may be how long the work takes."""
    mark = part.first
    if mark.unit != "months" or mark.part or "periodic" in walk.flags or reports or _beside_rhythm(walk):
        return
    if mark.count not in (6, 9):
        raise Unclear(ask.DURATION)
    if not any(token.name in ("of_year", "this_year", "next_year") for token in walk.tokens):
        walk.ask(ask.BARE_MONTHS, number=mark.count)
