"""Marks joined by their joints and prefixes into stretches; each stretch gives one span."""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.period import questions as ask
from planner.period.mark_days import days_of
from planner.period.marks import Mark
from planner.period.model import Span
from planner.period.questions import Unclear
from planner.period.walk import Walk


@dataclass(slots=True)
class Stretch:
    first: Mark
    last: Mark
    prefix: str | None = None
    joined: str | None = None  # range, or

    @property
    def unit(self) -> str:
        """The finer of the two units says what kind it is."""
        order = ("day", "week", "month", "block", "months", "quarter", "year")
        return min((self.first.unit, self.last.unit), key=order.index)


def stretches(marks: list[Mark]) -> list[Stretch]:
    found: list[Stretch] = []
    for mark in marks:
        if found and _continues(found[-1], mark):
            _continue(found[-1], mark)
        else:
            found.append(Stretch(mark, mark, _prefix(mark, found)))
    return found


def _continues(stretch: Stretch, mark: Mark) -> bool:
    if stretch.prefix == "from" and not stretch.joined and mark.prefix in ("before", "by", "done"):
        return True
    if stretch.joined and "range" in (mark.join, stretch.joined) and mark.join in ("range", "or"):
        raise Unclear(ask.CHAINED)
    return mark.join in ("range", "or")


def _continue(stretch: Stretch, mark: Mark) -> None:
    if stretch.prefix in ("before", "after", "by") or mark.prefix in ("from", "after"):
        raise Unclear(ask.UNREAD)
    stretch.joined = "or" if mark.join == "or" else "range"
    stretch.last = mark
    if mark.prefix in ("before", "by") or stretch.prefix in (None, "from", "done"):
        stretch.prefix = mark.prefix if mark.prefix in ("before", "by") else None


def _prefix(mark: Mark, before: list[Stretch]) -> str | None:
    """ "Trước ngày 15/6 và ngày 15/12": the second is a deadline too."""
    if mark.prefix or not before or mark.unit == "year":
        return mark.prefix
    return before[-1].prefix if before[-1].prefix in ("before", "by") and mark.unit == before[-1].unit else None


def span_of(stretch: Stretch, walk: Walk) -> Span:
    """The days of a stretch. Raises Unclear when it runs backwards or no calendar has it."""
    first, last = days_of(stretch.first), days_of(stretch.last)
    start, finish = first[0], last[1]
    to_its_end = stretch.first.unit == "day" and any(token.text.endswith("hết") for token in walk.tokens)
    early = last[1] < first[1] or (last[0] < first[0] and stretch.last.unit != "year" and not to_its_end)
    if start > finish or (stretch.joined == "range" and early):
        raise Unclear(ask.BACKWARDS)
    if stretch.joined == "or":
        _ask_about_gap(walk, first[1], last[0], start, finish)
    rule = "day" if stretch.last.unit == "day" or stretch.last.weekday is not None else "window"
    span = _PREFIXES[stretch.prefix or ""](stretch, start, finish, rule, "clock" in walk.flags)
    if span.start and span.finish and span.start > span.finish:
        raise Unclear(ask.BACKWARDS)
    return span


def _ask_about_gap(walk: Walk, end: date, begin: date, start: date, finish: date) -> None:
    if begin > end + timedelta(days=1):
        walk.ask(ask.WIDE_OR, first=f"{start:%d/%m/%Y}", last=f"{finish:%d/%m/%Y}")


def _plain(stretch: Stretch, start: date, finish: date, rule: str, clock: bool) -> Span:
    return Span(start, finish, rule)


def _before(stretch: Stretch, start: date, finish: date, rule: str, clock: bool) -> Span:
    """Before a day the reading keeps the day; before a month, quarter or year it ends on the day before that.
    "Trước 17 giờ ngày 25/3" is on that day."""
    begin = start if stretch.joined else None
    if rule == "day":
        return Span(begin, finish, "day" if clock else "before")
    if (stretch.last.part or "").endswith("cuối"):
        return Span(begin, finish, "window")  # "trước cuối tháng 6" is asked
    return Span(begin, days_of(stretch.last)[0] - timedelta(days=1), "window")


def _by(stretch: Stretch, start: date, finish: date, rule: str, clock: bool) -> Span:
    return Span(start if stretch.joined else None, finish, rule)


def _done(stretch: Stretch, start: date, finish: date, rule: str, clock: bool) -> Span:
    """ "Hoàn thành trong tháng 9" is a month; "hoàn thành ngày 30/9" is a deadline."""
    return Span(None, finish, rule) if rule == "day" else Span(start, finish, rule)


def _from(stretch: Stretch, start: date, finish: date, rule: str, clock: bool) -> Span:
    return Span(start, None, "window")


def _after(stretch: Stretch, start: date, finish: date, rule: str, clock: bool) -> Span:
    """ "Sau 17 giờ ngày 20/3" is still on that day."""
    return Span(finish if clock else finish + timedelta(days=1), None, "window")


_PREFIXES = {"": _plain, "before": _before, "by": _by, "done": _done, "from": _from, "after": _after}
