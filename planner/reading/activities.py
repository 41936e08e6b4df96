"""Work that the running text dates: "… (Tháng 7/2023)", "hoàn thành trước ngày 30/6", "Thời gian: Quý II/2023"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.period import Period, Span, Years
from planner.reading.dated import Dated, time_heading, times_in
from planner.reading.drafts import ActivityDraft, SectionDraft
from planner.reading.promises import has_been, is_over_heading
from planner.reading.sentences import is_past, own_words, sentences
from planner.reading.targets import is_of_aims, is_of_targets
from planner.text import line

_TITLE = 300  # characters
_EDGE = " ;,.:-–—("
# Words that say only that the time follows.
_TAIL = re.compile(
    r"(?:(?:[,:;.–-]\s*|^)(?:hoàn thành|thực hiện|thời gian|thời hạn|bắt đầu|kết thúc|diễn ra|tiến hành|tổ chức"
    r"|triển khai)"
    r"(?:\s(?:xong|thực hiện|tổ chức|là))*|(?:\s|^)(?:dự kiến|xong|chậm nhất|được|diễn ra|ngay|bắt đầu))\s*$",
    re.IGNORECASE,
)
_PUNCTUATED = re.compile(r"^(?:[,:;.()–-]|$)")
_HEAD = re.compile(r"^(?:[,;:.–-]\s*)?(?:(?:và|hoặc|đồng thời|rồi|sau đó)\s+)?", re.IGNORECASE)
_ONLY_TIME = re.compile(
    r"^(?:thời gian|tiến độ|thời hạn|lịch)\b[^:]{0,40}(?::\s*(?:trong\s)?\d+\s(?:ngày|buổi|đợt)[^:]{0,20})?$",
    re.IGNORECASE,
)
# "Giai đoạn 1 (từ tháng 01 đến tháng 6): tuyên truyền": what is done in it follows
_STAGE = re.compile(r"(?:giai đoạn|đợt|bước|vòng|lần)\s(?:thứ\s)?\w+", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# "với các huyện, thành phố": kinds of bodies are one list
_PART = re.compile(r";|,(?! (?:thành phố|phường|thị|xã|đặc khu|thôn|bản|tổ dân phố|ban|ngành|đơn vị|đoàn thể)\b)")
_CLAUSE = re.compile(r"[;.]\s|;$")


@dataclass(frozen=True)
class _Place:
    """The headings around a sentence: their path, and the nearest that names work."""

    path: tuple[str, ...] = ()
    title: str = ""


def read_activities(outline: list[SectionDraft], years: Years) -> list[ActivityDraft]:
    """The dated pieces of work of the whole outline, in order.

    Times that call themselves the time, stand in brackets of their own, open or end a clause, or are led in ("trước",
    "trong", "từ") are taken. Dates of papers, anniversaries and what was before the plan's years are not the work's;
    what targets name is their term.
    """
    return [activity for section in outline for activity in _of_section(section, _Place(), years)]


def _of_section(section: SectionDraft, above: _Place, years: Years) -> Iterator[ActivityDraft]:
    if is_over_heading(section.title) or is_of_targets(section):
        return
    if period := time_heading(section.title, years):
        yield from _under_time(section, above, period, years)
        return
    before = above.title
    for sentence in sentences(f"{section.title}\n{section.text}"):
        for title, dated in _dated(sentence, before, years):
            period = dated.period
            if period.kind == "recurring" and is_of_aims(above.title):
                continue  # how often something shall be
            yield ActivityDraft(title, sentence, period, section.source, " › ".join(above.path))
        before = _name_of(sentence) or before
    inside = _Place((*above.path, section.title) if section.title else above.path, section.title or above.title)
    if section.text and section.children and not section.title:
        inside = replace(inside, title=_name_of(sentences(section.text)[0]) or inside.title)
    for child in section.children:
        yield from _of_section(child, inside, years)


def _under_time(section: SectionDraft, above: _Place, period: Period, years: Years) -> Iterator[ActivityDraft]:
    """The work under a heading that is a time ("Tháng 3/2026"): what names no other time is done then."""
    path = (*above.path, section.title)
    for part in (replace(section, title="", children=[]), *section.children):
        dated = list(_of_section(part, _Place(path), years))
        yield from dated
        texts = [] if dated or time_heading(part.title, years) else sentences(f"{part.title}\n{part.text}")
        for text in texts:
            if title := _name_of(text):
                yield ActivityDraft(title, text, period, part.source, " › ".join(path))


def _name_of(sentence: str) -> str:
    """What later times in the same section may be about, unless the sentence itself is only about time."""
    text = line(sentence).strip(_EDGE)
    return text if len(text) <= _TITLE and not _ONLY_TIME.match(text.split(":")[0]) else ""


def _dated(sentence: str, before: str, years: Years) -> Iterator[tuple[str, Dated]]:
    """Each time of a sentence with what it dates: the clause before it, else the one after it, else the item above."""
    found, start = _finest(_to_come(sentence, years), sentence)
    for n, dated in enumerate(found):
        until = found[n + 1].start if n + 1 < len(found) else len(sentence)
        head = _CLAUSE.split(sentence[start : dated.start])[-1]
        title, start = _title(sentence, start, dated, until)
        title = title or _goes_on(before.strip(_EDGE), head if n else "")
        if title and len(title) <= _TITLE:
            yield title, dated
        before = title or before


def _goes_on(before: str, head: str) -> str:
    """The work above, with the words that say what of it is dated ("Thu Quỹ từ tháng 5, kết thúc trước 27/7")."""
    words = _HEAD.sub("", line(head).strip(_EDGE))
    return f"{before}: {words}" if before and words else before


def _to_come(sentence: str, years: Years) -> list[Dated]:
    """The times of a sentence's work. Of a sentence about years before the plan's only those that say another year
    ("Quyết toán năm 2025 xong trước ngày 31/3/2026").
    """
    if has_been(sentence, years.first):
        return []
    found = times_in(sentence, years)
    if is_past(own_words(sentence, years.first), years.first):
        return [one for one in found if any(int(year) >= years.first for year in _YEAR.findall(one.period.text))]
    return found


def _finest(found: list[Dated], sentence: str) -> tuple[list[Dated], int]:
    """ "Tháng 5: Tổng kết (trước ngày 31/5)": the month only says where in the list the work stands.

    The times to read, and where the words begin that they date.
    """
    if len(found) != 2 or ":" not in sentence[found[0].end : found[1].start] or sentence[found[1].start] != "(":
        return found, 0
    spans, inner = found[0].period.spans, found[1].period.spans
    if len(spans) != 1 or len(inner) != 1 or not _ends_inside(inner[0], spans[0]):
        return found, 0
    return found[1:], found[0].end


def _ends_inside(span: Span, other: Span) -> bool:
    return bool(span.finish and other.start and other.finish and other.start <= span.finish <= other.finish)


def _title(sentence: str, start: int, dated: Dated, until: int) -> tuple[str, int]:
    """The title of a dated clause, and where the next one begins."""
    head = _CLAUSE.split(sentence[start : dated.start])[-1]
    bare = _closed(_bare(head))
    after = sentence[dated.end : until]
    if not bare or _ONLY_TIME.match(bare):
        return ("", dated.end) if bare else _behind(_clause(after), dated.end, until < len(sentence))
    if _STAGE.fullmatch(bare) and after.startswith(":") and (rest := _bare(_clause(after))):
        return f"{bare}: {rest}", dated.end + len(_clause(after))
    if _PUNCTUATED.match(after.strip()) or sentence[dated.start] == "(":
        return bare, dated.end
    clause = _PART.split(_clause(after))[0]
    rest = "" if until < len(sentence) else _bare(clause)
    return (line(f"{head.strip(_EDGE)} {rest}") if rest else bare), dated.end + (len(clause) if rest else 0)


def _behind(clause: str, begins: int, is_dated: bool) -> tuple[str, int]:
    """The title that follows its time ("Quý IV: Sơ kết, báo cáo …"), and where the next clause begins.

    Where another time follows, the clause's last part is that time's, or both times' where it has no parts.
    """
    if not is_dated:
        return _bare(clause), begins + len(clause)
    first, comma, _ = clause.rpartition(",")
    return (_bare(first), begins + len(first)) if comma and _bare(first) else (_bare(clause), begins)


def _bare(text: str) -> str:
    """A clause without the words and marks at its edges that only lead to a time or to the next clause."""
    text = _HEAD.sub("", line(text).strip(_EDGE))
    while (cut := _TAIL.sub("", text)) != text:
        text = cut
    return text.strip(_EDGE)


def _closed(text: str) -> str:
    """ "Tập huấn: 02 đợt (đợt 1" was cut inside its brackets."""
    return f"{text})" if text.count("(") > text.count(")") else text


def _clause(text: str) -> str:
    found = _CLAUSE.search(text)
    return text[: found.start()] if found else text
