"""Times with exceptions: "hằng tháng (trừ tháng 2)" are the others, "tháng 1-12 trừ tháng 2" what lies around it."""

import re
from collections.abc import Callable
from datetime import timedelta

from planner.period.model import Span
from planner.period.pieces import Reading
from planner.period.questions import Unclear
from planner.text import line

_BUT = re.compile(
    r"[\s,;]*\(?\s*\b(?:ngoại trừ|trừ ra|trừ|không kể|không tính|không bao gồm|"
    r"không (?:thực hiện|tổ chức|làm|họp)(?: vào| trong)?)(?: ra)?\s*:?\s+(?:các\s+)?"
    r"(?P<left_out>[^()]*\d[^()]*|[^()]*\bquý [IVX]+[^()]*)\)?\s*",
    re.IGNORECASE,
)


_OFF = re.compile(r"\s*\bnghỉ (?:hè|tết|lễ)\b[^()\d]*$", re.IGNORECASE)
# Kinds whose spans an exception of whole months or quarters may cut, the finest first
_CUT_BY = ("month", "month-list", "month-range", "quarter")
_CUTTABLE = (*_CUT_BY, "half-year", "year")


def read_with_exception(text: str, read: Callable[[str], Reading]) -> Reading | None:
    """The reading without what the text takes out, or None where it takes nothing out or that is not certain.

    Certain is an exception that is some whole occurrences of what stands before it and nothing else, or whole months
    or quarters inside a longer time.
    """
    found = next((but for but in _BUT.finditer(line(text)) if but.end() == len(line(text))), None)
    if found is None or not found.start():
        return None
    try:
        whole, without = read(line(text)[: found.start()]), read(_OFF.sub("", found["left_out"]))
    except Unclear:
        return None
    if whole[2] or without[2] or not without[1]:
        return None
    return _without_occurrences(whole, without[1]) or _cut(whole, without)


def _without_occurrences(whole: Reading, left_out: list[Span]) -> Reading | None:
    kind, spans, _ = whole
    kept = [span for span in spans if not any(_holds(out, span) for out in left_out)]
    # Every exception names something of the text, and what is kept lies outside of all of them
    named = all(any(_holds(out, span) for span in spans) for out in left_out)
    apart = not any(_touches(out, span) for out in left_out for span in kept)
    return (kind, kept, []) if named and apart and kept else None


def _cut(whole: Reading, without: Reading) -> Reading | None:
    """ "Tháng 1-12 trừ tháng 2": January, and March to December."""
    (kind, spans, _), (finer, left_out, _) = whole, without
    if kind not in _CUTTABLE or finer not in _CUT_BY or not all(_lies_in_one(out, spans) for out in left_out):
        return None
    kept = [rest for span in spans for rest in _around(span, left_out)]
    if not kept:
        return None
    if kind == finer == "quarter":
        return "quarter", kept, []
    return "month-list" if len(kept) > 1 else "month-range", kept, []


def _lies_in_one(out: Span, spans: list[Span]) -> bool:
    return sum(_holds(span, out) for span in spans) == 1


def _around(span: Span, left_out: list[Span]) -> list[Span]:
    """What is left of a span, in order."""
    rests = [span]
    for out in left_out:
        rests = [rest for part in rests for rest in (_around_one(part, out) if _touches(out, part) else [part])]
    return rests


def _around_one(span: Span, out: Span) -> list[Span]:
    """Every end is closed: `_lies_in_one` let nothing else through."""
    if span.start is None or span.finish is None or out.start is None or out.finish is None:
        return [span]
    day = timedelta(days=1)
    before = [Span(span.start, out.start - day)] if span.start < out.start else []
    return before + ([Span(out.finish + day, span.finish)] if out.finish < span.finish else [])


def _holds(out: Span, span: Span) -> bool:
    if out.start is None or out.finish is None or span.finish is None:
        return False
    return out.start <= (span.start or span.finish) and span.finish <= out.finish


def _touches(out: Span, span: Span) -> bool:
    if out.start is None or out.finish is None:
        return True
    if span.start is None and span.finish is not None:
        return out.start <= span.finish <= out.finish
    return not (span.finish and span.finish < out.start) and not (span.start and out.finish < span.start)
