"""A text that makes no sense as a whole, read piece by piece between its semicolons."""

import re
from collections.abc import Callable

from planner.period import questions as ask
from planner.period.model import Span
from planner.period.questions import Question, Unclear

Reading = tuple[str, list[Span], list[Question]]

_MENDABLE = (ask.UNREAD, ask.WHICH_MONTH, ask.WHICH_QUARTER)
_SEVERAL = {"month": "month-list"}


def read_pieces(text: str, unclear: Unclear, read: Callable[[str], Reading]) -> Reading:
    """ "Báo cáo tháng trước ngày 18; báo cáo quý trước ngày 15 tháng cuối quý": each piece has a rhythm of its own.

    Raises `unclear`, the doubt about the whole, when a piece cannot be read either.
    """
    pieces = [piece for piece in re.split(r"\s*;\s*", text) if piece]
    if unclear.question.message not in _MENDABLE or len(pieces) < 2 or not all(map(_is_whole, pieces)):
        raise unclear
    try:
        readings = [read(piece) for piece in pieces]
    except Unclear:
        raise unclear from None
    if not all(spans for _, spans, _ in readings):
        raise unclear
    kind, doubts = _kind_of([kind for kind, _, _ in readings])
    doubts += [question for _, _, asks in readings for question in asks]
    return kind, [span for _, spans, _ in readings for span in spans], doubts


def _is_whole(piece: str) -> bool:
    return piece.count("(") == piece.count(")")


def _kind_of(kinds: list[str]) -> tuple[str, list[Question]]:
    if len(set(kinds)) == 1:
        return _SEVERAL.get(kinds[0], kinds[0]), []
    return "mixed", [Question(ask.MIXED_ENDS if "deadline" in kinds else ask.BESIDE_RHYTHM)]
