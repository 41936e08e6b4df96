"""A cell of a timetable that says a time inside its column's instead of only marking it: "Tháng 5" below "Quý II"."""

import re
from functools import lru_cache

from planner.period import Period, Span, Years, read_period
from planner.reading.guess import looks_like_time
from planner.text import line

_ANY_YEAR = 2026  # columns of months and quarters say no year: times are compared in one
_YEAR = re.compile(r"\b20\d\d\b")
_PART = re.compile(
    r"(?:đầu|giữa|cuối)(?: (?:tháng|quý))?|ngày \d{1,2}(?:\s?[-–]\s?\d{1,2})?|tuần (?:\d|[IV]{1,3})(?: tháng)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def time_in_mark(text: str, column: str) -> str:
    """The time that a cell tells below "Tháng 5", "Quý II" or "Năm 2027"; "" where it is not sure to be within it."""
    year = int(found[0]) if (found := _YEAR.search(column) or _YEAR.search(text)) else _ANY_YEAR
    text, years = line(text), Years(year, year)
    if _PART.fullmatch(text):
        word, _, number = column.partition(" ")
        told = re.sub(rf"\s*{word}$", "", text, flags=re.IGNORECASE) + f" {word.lower()} {number}"
        return told if _is_within(told, column, years) else ""
    if not looks_like_time(text) or not _is_within(text, column, years):
        return ""
    return f"{text} năm {year}" if column.startswith("Năm") and not _YEAR.search(text) else text


def _is_within(text: str, column: str, years: Years) -> bool:
    told, whole = read_period(text, years), read_period(column, years)
    if told.question or not told.spans or len(whole.spans) != 1:
        return False
    return all(_inside(span, whole) for span in told.spans)


def _inside(span: Span, whole: Period) -> bool:
    start, finish = whole.spans[0].start, whole.spans[0].finish
    if not (start and finish and span.finish):
        return False
    return start <= span.finish <= finish and (span.start is None or start <= span.start)
