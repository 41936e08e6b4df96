"""Work that the running text dates: "… (Tháng 7/2023)", "Thời gian hoàn thành trong tháng 6/2021."

Only wordings that leave no doubt are taken: a time in brackets of its own, or one that calls itself the time. Dates of
papers, anniversaries and spans of years in the text are not the work's time.
"""

import re
from dataclasses import replace

from planner.period import Period, Years, read_period
from planner.reading.drafts import ActivityDraft, SectionDraft
from planner.reading.targets import sentences
from planner.text import line

_TIME = (
    r"(?:(?:từ|trong|trước|đến|hết|đầu|giữa|cuối|vào)\s+)*(?:ngày \d|tháng \d|quý [IVX\d]|\d{1,2}/20\d\d|6 tháng|T\d)"
)
_BRACKETS = re.compile(rf"\(\s*((?:dự kiến\s+)?{_TIME}[^()\d]{{0,3}}[^()]{{0,40}}?)\s*\)", re.IGNORECASE)
_NAMED = re.compile(
    r"[;,.:]?\s*\b(?:thời gian|thời hạn|tiến độ)\s*(?:xong|thực hiện|hoàn thành|tổ chức|triển khai|\s)*:?\s*"
    rf"({_TIME}[^.;()]{{0,60}})",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(r"\d{1,2}/\d{1,2}/1[89]\d\d|1[89]\d\d")
_TITLE = 300


def read_activities(outline: list[SectionDraft], years: Years, above: tuple[str, ...] = ()) -> list[ActivityDraft]:
    """The dated pieces of work of the whole outline, in order; `above` are the titles of the sections around it."""
    found: list[ActivityDraft] = []
    for section in outline:
        before = section.title
        for sentence in sentences(f"{section.title}\n{section.text}"):
            own = _of_sentence(sentence, before, section, years)
            found += [replace(activity, section=" › ".join(above)) for activity in own]
            before = sentence
        found += read_activities(section.children, years, (*above, section.title) if section.title else above)
    return found


def _of_sentence(sentence: str, before: str, section: SectionDraft, years: Years) -> list[ActivityDraft]:
    activities: list[ActivityDraft] = []
    start = 0
    for match in sorted([*_BRACKETS.finditer(sentence), *_NAMED.finditer(sentence)], key=lambda m: m.start()):
        period = None if _ANNIVERSARY.search(match[1]) else _read(match[1], years)
        title = _title(sentence[start : match.start()]) or _title(before)
        if period and title:
            activities.append(ActivityDraft(title, sentence, period, section.source))
            start = match.end()
    return activities


def _read(text: str, years: Years) -> Period | None:
    text = re.split(r",\s*(?!\d)", line(text))[0]
    period = read_period(re.sub(r"^dự kiến\s+", "", text, flags=re.IGNORECASE), years)
    return period if period.spans else None


def _title(text: str) -> str:
    """The clause that the time belongs to: the last one before it."""
    text = line(text).strip(" ;,.:-–")
    clause = text.rsplit(";", 1)[-1].strip()
    return clause if 0 < len(clause) <= _TITLE else ""
