"""What a text says of its own length, held against the days that it names: "02 ngày, từ 12 đến 14/8"."""

from datetime import date, timedelta

from planner.period import questions as ask
from planner.period.groups import Stretch
from planner.period.model import Span
from planner.period.tokens import Token
from planner.period.walk import Walk

_SATURDAY = 5
_ROUNDS = ("đợt", "lần", "vòng", "lớp", "kỳ", "phiên", "khóa")


def ask_lengths(walk: Walk, parts: list[Stretch], spans: list[Span]) -> None:
    said = [token.numbers[-1] for token in walk.tokens if token.name == "length" and _counts_days(token)]
    found = _days(spans)
    # "01 ngày, từ 15 - 20/5" is some day of those.
    if len(said) == 1 and said[0] > 1 and found and said[0] not in found:
        walk.ask(ask.LENGTH, number=said[0], found=max(found))
    rounds = [t.text for t in walk.tokens if t.name == "ordinal" and t.text.startswith(_ROUNDS)]
    if rounds and all(part.unit == "year" for part in parts):
        walk.ask(ask.LEFT_OVER, rest=rounds[0])  # "đợt 3 năm 2026": when in the year?


def _counts_days(token: Token) -> bool:
    """ "03 ngày"; "1/2 ngày" and "2 buổi" count none."""
    return bool(token.numbers) and token.text.endswith(" ngày") and token.text.split()[0].isdigit()


def _days(spans: list[Span]) -> set[int]:
    """How many days are named, with and without weekends; none where a time is no written days."""
    days = [day for span in spans for day in _each(span)] if all(span.rule == "day" for span in spans) else []
    return {len(days), sum(day.weekday() < _SATURDAY for day in days)} - {0} if days else set()


def _each(span: Span) -> list[date]:
    if span.start is None or span.finish is None:
        return []
    return [span.start + timedelta(days=n) for n in range((span.finish - span.start).days + 1)]
