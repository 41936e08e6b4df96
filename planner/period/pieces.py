"""A text that makes no sense as a whole, read piece by piece between its semicolons."""

import re
from collections.abc import Callable

from planner.period import questions as ask
from planner.period.model import Span
from planner.period.questions import Question, Unclear

Reading = tuple[str, list[Span], list[Question]]

_MENDABLE = (ask.UNREAD, ask.WHICH_MONTH, ask.WHICH_QUARTER)
_MIXTURES = (ask.BESIDE_RHYTHM, ask.MIXED_ENDS)
_NAMES = re.compile(
    r"(?:báo cáo|họp|sinh hoạt|giao ban|sơ kết|tổng kết|hội nghị|đại hội|kiểm tra|giám sát|tập huấn|tuyên truyền|"
    r"cuộc|cấp|xã|phường|thôn|tổ|khu dân cư|chi bộ|chi hội|chi đoàn|đảng bộ|đơn vị|cụm)\b",
    re.IGNORECASE,
)
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


def read_named_pieces(text: str, whole: Reading, read: Callable[[str], Reading]) -> Reading:
    """ "Họp Ban Chấp hành: các tháng 1, 7; họp Ban Thường vụ: hằng tháng": each piece says what it is the time of.

    `whole` where a piece has no name, or is asked about by itself, or more than their mixture is asked of the whole.
    """
    pieces = [piece for piece in re.split(r"\s*;\s*|,\s*(?=báo cáo\b)", text, flags=re.IGNORECASE) if piece]
    mixed = bool(whole[2]) and all(question.message in _MIXTURES for question in whole[2])
    if not mixed or len(pieces) < 2 or not all(_is_whole(piece) and _NAMES.match(piece) for piece in pieces):
        return whole
    try:
        readings = [read(piece) for piece in pieces]
    except Unclear:
        return whole
    if any(asks or not spans for _, spans, asks in readings):
        return whole
    kinds = {kind for kind, _, _ in readings}
    kind = _SEVERAL.get(min(kinds), min(kinds)) if len(kinds) == 1 else "mixed"
    return kind, [span for _, spans, _ in readings for span in spans], []


def _is_whole(piece: str) -> bool:
    return piece.count("(") == piece.count(")")


def _kind_of(kinds: list[str]) -> tuple[str, list[Question]]:
    if len(set(kinds)) == 1:
        return _SEVERAL.get(kinds[0], kinds[0]), []
    return "mixed", [Question(ask.MIXED_ENDS if "deadline" in kinds else ask.BESIDE_RHYTHM)]
