"""Work that the running text dates: "… (Tháng 7/2023)", "hoàn thành trước ngày 30/6", "Thời gian: Quý II/2023"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.period import Period, Span, Years, read_period
from planner.reading.dated import MOST, Dated, time_heading, times_in
from planner.reading.drafts import ActivityDraft, SectionDraft
from planner.reading.further_times import before_next_turn, is_turn, with_further
from planner.reading.promises import has_been, is_over_heading
from planner.reading.sentences import is_past, own_words, sentences
from planner.reading.targets import is_of_aims, is_of_targets
from planner.reading.work_titles import name_of, shortened, title_above, title_of

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


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
        for title, dated in _works(sentence, before, years):
            period = dated.period
            if period.kind == "recurring" and is_of_aims(above.title):
                continue  # how often something shall be
            yield ActivityDraft(title, sentence, period, section.source, " › ".join(above.path))
        before = name_of(sentence) or before
    inside = _Place((*above.path, section.title) if section.title else above.path, section.title or above.title)
    if section.text and section.children and not section.title:
        inside = replace(inside, title=name_of(sentences(section.text)[0]) or inside.title)
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
            if title := name_of(text):
                yield ActivityDraft(title, text, period, part.source, " › ".join(path))


def _works(sentence: str, before: str, years: Years) -> Iterator[tuple[str, Dated]]:
    """The dated work of a sentence; where it has too many times, one piece of work, whose time is asked about."""
    times = _to_come(sentence, years)
    if len(times) <= MOST:
        yield from with_further(_dated(sentence, before, times), sentence, years)
        return
    title = title_of(sentence, 0, times[0], times[1].start)[0] or before
    period = read_period("; ".join(one.period.text for one in times), years)  # longer than a time may be
    yield shortened(title or name_of(sentence)), replace(times[0], period=period)


def _dated(sentence: str, before: str, times: list[Dated]) -> Iterator[tuple[str, Dated]]:
    """Each time of a sentence with what it dates: the clause before it, else the one after it, else the item above."""
    found, start = _finest(times, sentence)
    for n, dated in enumerate(found):
        until = found[n + 1].start if n + 1 < len(found) else len(sentence)
        head = sentence[start : dated.start] if n else ""
        title, start = title_of(sentence, start, dated, until)
        title = title or title_above(before, head)
        if words := before_next_turn(title, sentence[dated.end : until]):
            title, start = f"{title} {words.strip()}", dated.end + len(words)
        elif title and not n and is_turn(title):
            title = title_above(before, title) or title
        if title:
            yield shortened(title), dated
        before = title or before


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
