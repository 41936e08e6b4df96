"""Times with exceptions: "hằng tháng (trừ tháng 2)" are the eleven others."""

import re
from collections.abc import Callable

from planner.period.model import Span
from planner.period.pieces import Reading
from planner.period.questions import Unclear
from planner.text import line

_BUT = re.compile(
    r"[\s,;]*\(?\s*\b(?:ngoại trừ|trừ ra|trừ|không kể|không tính|không bao gồm)(?: ra)?\s*:?\s+(?:các\s+)?"
    r"(?P<left_out>[^()]*\d[^()]*|[^()]*\bquý [IVX]+[^()]*)\)?\s*",
    re.IGNORECASE,
)


def read_with_exception(text: str, read: Callable[[str], Reading]) -> Reading | None:
    """The reading without what the text takes out, or None where it takes nothing out or that is not certain.

    Certain is an exception that is some whole occurrences of what stands before it and nothing else.
    """
    found = next((but for but in _BUT.finditer(line(text)) if but.end() == len(line(text))), None)
    if found is None or not found.start():
        return None
    try:
        kind, spans, doubts = read(line(text)[: found.start()])
        _, left_out, others = read(found["left_out"])
    except Unclear:
        return None
    if doubts or others or not left_out:
        return None
    kept = [span for span in spans if not any(_holds(out, span) for out in left_out)]
    # Every exception names something of the text, and what is kept lies outside of all of them
    named = all(any(_holds(out, span) for span in spans) for out in left_out)
    apart = not any(_touches(out, span) for out in left_out for span in kept)
    return (kind, kept, []) if named and apart and kept else None


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
