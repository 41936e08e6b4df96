"""From a text to its reading: walk, carry, unfold, group; then what remains is asked."""

import re

from planner.period import questions as ask
from planner.period.beside import without_words_beside
from planner.period.brackets import merge_ends, refine, take_ends
from planner.period.carry import carry
from planner.period.check import check
from planner.period.exceptions import read_with_exception
from planner.period.groups import Stretch, span_of, stretches
from planner.period.labels import drop_labels
from planner.period.model import Period, Span, Years
from planner.period.normalise import bulleted, normalise
from planner.period.outcome import kind_of, soft_kind
from planner.period.pieces import Reading, read_named_pieces, read_pieces
from planner.period.questions import Unclear
from planner.period.relative import read_relative
from planner.period.rhythm import unfold
from planner.period.tokens import tokens
from planner.period.walk import Walk
from planner.period.words import walk_over
from planner.period.wrapping import unwrapped
from planner.text import line

LIMIT = 400  # characters of a time expression; a cell that is longer holds something else
# A cell that was left empty, or struck out; ditto and question marks are something else.
_LINE_BULLET = re.compile(r"[-–—+•*·]\s*(?=\S)")
_ROUND = re.compile(r"(?:đợt|lần|vòng|bước|lớp|giai đoạn) (?:[0-9]{1,2}|[IVX]+)\b", re.IGNORECASE)
_NOTHING = re.compile(r"[\s._/:;*•()\[\]…\u2010-\u2015\u2212-]*")


def read_period(text: str, years: Years) -> Period:
    """The reading of a time expression in a plan for `years`. Never raises; what is doubtful carries a question.

    Days of spans are included at both ends and are days in the plan's own time zone (Asia/Ho_Chi_Minh).
    """
    listed = _listed(text)
    text = line(text)
    if _NOTHING.fullmatch(text):
        return Period(text, "unscheduled")
    try:
        kind, spans, asks = _read(listed, years)
    except Unclear as unclear:
        kind, spans, asks = "unreadable", [], [unclear.question]
    if not asks:
        return Period(text, kind, tuple(spans))
    first = asks[0]
    values = {**first.values, "text": text}
    return Period(text, kind, tuple(spans), first.said(text), first.message, values)


def _listed(text: str) -> str:
    """One line; where each line of several has its own bullet, a semicolon stands for it."""
    lines = [piece.strip() for piece in text.splitlines() if piece.strip()]
    head = lines[:1] if lines and lines[0].endswith(":") else []
    items = lines[len(head):]
    if sum(bool(_ROUND.match(piece)) for piece in lines) > 1:
        return line(" ".join(f"; {piece}" if _ROUND.match(piece) else piece for piece in lines).removeprefix("; "))
    if len(lines) == 1 and re.match(r"[-–—+•*·]\s+(?=[^\W\d_])", lines[0]) and not bulleted(line(text)):
        return line(_LINE_BULLET.sub("", lines[0], count=1))
    if len(items) < 2 or not all(_LINE_BULLET.match(item) for item in items):
        return line(text)
    return line(" ".join([*head, "; ".join(_LINE_BULLET.sub("", item).rstrip(" ;,.") for item in items)]))


def _read(text: str, years: Years) -> Reading:
    if len(text) > LIMIT:
        raise Unclear(ask.TOO_LONG, limit=LIMIT)
    text = unwrapped(text)
    if without := read_with_exception(text, lambda piece: _read_whole(piece, years)):
        return without
    try:
        whole = _read_whole(text, years)
    except Unclear as unclear:
        return read_pieces(text, unclear, lambda piece: _read_whole(piece, years))
    return read_named_pieces(text, whole, lambda piece: _read_whole(piece, years))


def _read_whole(text: str, years: Years) -> Reading:
    walk = walk_over(Walk(years, without_words_beside(list(tokens(normalise(text))))))
    _leave_pending(walk)
    if bulleted(text):
        walk.ask(ask.BULLETS)
    if walk.relative:
        found = read_relative(walk, walk.relative)
        if found:
            return found
    drop_labels(walk)
    carry(walk)
    marks = unfold(walk)
    if not marks:
        return soft_kind(walk), [], walk.asks
    if any(mark.year is None for mark in marks):
        raise Unclear(ask.WHICH_YEAR, first=years.first, last=years.last)
    parts = stretches(marks)
    return _result(walk, parts, [span_of(part, walk) for part in parts])


def _result(walk: Walk, parts: list[Stretch], spans: list[Span]) -> Reading:
    take_ends(parts, spans)
    check(walk, parts, spans)
    parts, spans = refine(walk, parts, spans)
    kind, merged = kind_of(walk, parts, spans), merge_ends(walk, parts, spans)
    if kind == "month-list" and len(merged) == 1:
        kind = "month-range"
    return kind, merged, walk.asks


def _leave_pending(walk: Walk) -> None:
    """What waited for a mark that never came stays unread."""
    if walk.part:
        walk.left.append(walk.part)
    if walk.weekday is not None and not any(mark.unit == "every" and mark.count == 0 for mark in walk.marks):
        walk.left.append(next(token.text for token in walk.tokens if token.name == "weekday"))
    if (walk.prefix and walk.prefix != "done") or (walk.join == "range" and walk.marks):
        names = (walk.prefix, "ended", "until", "range")
        walk.left += [token.text for token in reversed(walk.tokens) if token.name in names][:1]
