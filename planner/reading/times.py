"""The two times of a row, and how start and finish columns become one."""

import re
from functools import lru_cache

from planner.language import N_
from planner.period import Period, Span, Years, read_period
from planner.reading.notes import Note
from planner.text import fold, line

NOT_JOINED = N_("Thời gian bắt đầu và hoàn thành không khớp nhau: “%(text)s”. Thời gian nào đúng?")
_BARE = re.compile(r"\d{1,2}(?:\s*[-–—,;+&/]\s*\d{1,2})*(?:/\d{4})?")
_ROMAN = re.compile(r"(?:IV|I{1,3})(?:\s*[-–—,;+&]\s*(?:IV|I{1,3}))*(?:/\d{4})?")
_ENDS = re.compile(
    r"(truoc|cham nhat|muon nhat|xong|hoan thanh|khong qua|het|den|hang|moi|dinh ky|thuong xuyen|ca nam)\b"
    r"|tu\b.*\bden\b"
)
_RHYTHM = re.compile(r"(hang|moi|dinh ky|thuong xuyen|lien tuc|ca nam)\b")
# Both ends of the work in one cell, whatever its column is called
_DAYS = re.compile(r"(?:từ )?(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?\s*[-–—]\s*(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?", re.I)
_NAMED = re.compile(
    r"[-–+]?\s*(?:thời gian )?trình\s*:?\s*(?P<submit>.*?\d.*?)"
    r"(?:[-–+,;.\s]+(?:thời gian )?(?:tổ chức |triển khai )?thực hiện\s*:?\s*(?P<execute>.*))?",
    re.IGNORECASE,
)
_BOTH = re.compile(r"Bắt đầu: (?P<start>.*?)(?:; hoàn thành: (?P<finish>.*))?")
_ONLY_FINISH = re.compile(r"Hoàn thành: (?P<finish>.*)")


@lru_cache(maxsize=4096)
def read_time(text: str, years: Years) -> Period:
    """`read_period`, remembered: a plan says the same few times over and over."""
    return read_period(text, years)


def in_words(text: str, header: str) -> str:
    """A bare figure under a header that says what it counts: "5,11" under "Tháng thực hiện" is "Tháng 5,11"."""
    text, header = line(text), fold(header)
    if _ROMAN.fullmatch(text) and re.search(r"\bquy\b", header):
        return f"Quý {text}"
    if not _BARE.fullmatch(text) or text.count("/") > 1:
        return text
    for key, word in (("thang", "Tháng"), ("quy", "Quý"), ("ngay", "Ngày"), ("tuan", "Tuần")):
        if re.search(rf"\b{key}\b", header):
            return f"{word} {text}"
    return text


def submit_and_execute(text: str) -> tuple[str, str]:
    """A cell that names both times: "Trình: tháng 3; thực hiện: tháng 5"; else its text is when the work is done."""
    if both := _NAMED.fullmatch(line(text)):
        return both["submit"].strip(" ,;.-–"), (both["execute"] or "").strip(" ,;.")
    return "", text


def join_times(start: str, finish: str) -> str:
    """One text for the start and finish columns, which `read_execute` takes apart again."""
    start, finish = line(start), line(finish)
    if fold(start) == fold(finish):
        return start
    if not start and _DAYS.fullmatch(finish):
        return finish
    if not start:
        # "Trước 30/6" says itself that it is an end; a rhythm, and "từ … đến …", has windows of its own
        return finish if _ENDS.match(fold(finish)) else f"Hoàn thành: {finish}"
    if not finish:
        return start if _RHYTHM.match(fold(start)) else f"Bắt đầu: {start}"
    return f"Bắt đầu: {start}; hoàn thành: {finish}"


def read_execute(text: str, years: Years) -> tuple[Period | None, list[str]]:
    """The execute time of a row and what has to be asked about it; `text` may be one that `join_times` wrote."""
    if only := _ONLY_FINISH.fullmatch(text):
        return _until(text, read_time(only["finish"], years))
    if both := _BOTH.fullmatch(text):
        return _from_to(text, read_time(both["start"], years), both["finish"], years)
    return read_submit(text, years)


def read_submit(text: str, years: Years) -> tuple[Period | None, list[str]]:
    """A time without further structure; an empty cell is no time."""
    if not text:
        return None, []
    period = read_time(text, years)
    return period, question_of(period)


def question_of(period: Period) -> list[str]:
    """The question that the grammar asks, with what it needs to be said in another language."""
    message = getattr(period, "question_message", None)
    if message:
        return [Note(message, **dict(getattr(period, "question_values", None) or {}))]
    return [period.question] if period.question else []


def _until(text: str, finish: Period) -> tuple[Period | None, list[str]]:
    """Only a finish is known: every span is open at its start and ends on the finish's last day."""
    spans = tuple(Span(None, span.finish, span.rule) for span in finish.spans if span.finish)
    return _rewritten(text, "deadline" if spans else finish.kind, spans, finish), question_of(finish)


def _from_to(text: str, start: Period, finish_text: str | None, years: Years) -> tuple[Period | None, list[str]]:
    """From the first day of the start to the last day of the finish, pair by pair."""
    if not finish_text:
        spans = tuple(Span(span.start, None) for span in start.spans[:1])
        return _rewritten(text, "open-start" if spans else start.kind, spans, start), question_of(start)
    finish = read_time(finish_text, years)
    questions = question_of(start) + question_of(finish)
    if not start.spans:
        return _until(text, finish)[0], questions
    if not finish.spans:
        spans = tuple(Span(span.start, None) for span in start.spans[:1])
        return _rewritten(text, "open-start", spans, start), questions
    spans = _joined(start.spans, finish.spans)
    if len(start.spans) != len(finish.spans) or any(_backwards(span) for span in spans):
        questions.append(Note(NOT_JOINED, text=text))
        spans = (_widest(start.spans, finish.spans),)
    return _rewritten(text, _kind(start, finish, spans), spans, finish), questions


def _joined(start: tuple[Span, ...], finish: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(Span(one.start, other.finish, other.rule) for one, other in zip(start, finish, strict=False))


def _backwards(span: Span) -> bool:
    return span.start is not None and span.finish is not None and span.start > span.finish


def _widest(start: tuple[Span, ...], finish: tuple[Span, ...]) -> Span:
    """The best reading of columns that do not pair up: from the first start to the last finish."""
    span = Span(start[0].start, finish[-1].finish, finish[-1].rule)
    return Span(None, span.finish, span.rule) if _backwards(span) else span


def _kind(start: Period, finish: Period, spans: tuple[Span, ...]) -> str:
    if len(spans) > 1:
        return start.kind if start.kind == finish.kind else "mixed"
    whole = start.kind in _WHOLE and finish.kind in _WHOLE
    return "month-range" if whole else "day-range"


_WHOLE = {"month", "month-list", "month-range", "quarter", "half-year", "year"}


def _rewritten(text: str, kind: str, spans: tuple[Span, ...], source: Period) -> Period:
    return Period(text=text, kind=kind, spans=spans, question=source.question)
