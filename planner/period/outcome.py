"""The kind of a reading."""

from planner.period import questions as ask
from planner.period.check import ask_rest
from planner.period.groups import Stretch
from planner.period.model import Span
from planner.period.questions import Unclear
from planner.period.walk import Walk


def soft_kind(walk: Walk) -> str:
    """The kind of a reading without days. Raises Unclear when nothing was read."""
    if "continuous" in walk.flags:
        return "continuous"
    if "recurring" in walk.flags:
        ask_rest(walk)
        return "recurring"
    if walk.flags & {"event", "unscheduled", "adhoc"} or walk.relative:
        return "unscheduled"
    if "school_year" in walk.flags:
        raise Unclear(ask.WHICH_TERM)
    if "paper" in walk.flags:
        walk.ask(ask.ONLY_A_PAPER)
        return "unscheduled"
    if walk.flags & {"occasion", "aside"}:
        return "unscheduled"
    raise Unclear(ask.DURATION if "duration" in walk.flags else ask.UNREAD)


def kind_of(walk: Walk, parts: list[Stretch], spans: list[Span]) -> str:
    unscheduled = bool(walk.flags & {"unscheduled", "event"} or walk.relative)
    if "recurring" not in walk.flags:
        unscheduled |= "adhoc" in walk.flags  # "hằng quý và đột xuất" are the quarters
    yearly = all(part.unit == "year" for part in parts)
    if "recurring" in walk.flags and not ("continuous" in walk.flags and yearly):
        if "continuous" in walk.flags or unscheduled:
            walk.ask(ask.BESIDE_ONGOING if "continuous" in walk.flags else ask.BESIDE_UNSCHEDULED, rest=_soft(walk))
        return "recurring"
    if "continuous" in walk.flags:
        return _ongoing(walk, parts, spans)
    if unscheduled:
        walk.ask(ask.BESIDE_UNSCHEDULED, rest=_soft(walk))
        return "mixed"
    return _plain_kind(walk, parts, spans)


def _soft(walk: Walk) -> str:
    return "; ".join(text.strip(" ,") for text in walk.soft) or walk.rest


def _ongoing(walk: Walk, parts: list[Stretch], spans: list[Span]) -> str:
    """ "Thường xuyên trong năm" has no days of its own; "thường xuyên từ tháng 3 đến tháng 12" has."""
    whole_years = all(part.unit == "year" and not part.first.part and not part.prefix for part in parts)
    if whole_years and all(span.start and span.start.year in walk.years for span in spans):
        spans.clear()
        return "continuous"
    if len(parts) == 1 and (parts[0].joined or parts[0].prefix == "from"):
        return "continuous"
    walk.ask(ask.BESIDE_ONGOING)
    return "mixed"


def _plain_kind(walk: Walk, parts: list[Stretch], spans: list[Span]) -> str:
    ends = {_end(part, span) for part, span in zip(parts, spans, strict=True)}
    if len(ends) > 1:
        walk.ask(ask.MIXED_ENDS)
        return "mixed"
    if end := ends.pop():
        return end
    units = {part.unit for part in parts}
    if len(units) > 1:
        return "mixed"
    return _kind_of_unit(units.pop(), parts)


def _end(part: Stretch, span: Span) -> str | None:
    if span.start is None or part.prefix in ("before", "by"):
        return "deadline"
    return "open-start" if span.finish is None else None


def _kind_of_unit(unit: str, parts: list[Stretch]) -> str:
    joined = any(part.joined for part in parts)
    if unit == "day":
        return "day-range" if joined else "date"
    if unit == "week":
        return "date" if all(part.first.weekday is not None for part in parts) else "week-of-month"
    if unit == "month":
        return "month-list" if len(parts) > 1 else "month-range" if joined else "month"
    if unit == "months":
        return "half-year" if all(part.first.count == 6 for part in parts) and not joined else "month-range"
    return unit
