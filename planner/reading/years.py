"""The years that a plan covers: from its title, its text, the years its times name, its date."""

import re
from collections import Counter
from datetime import date

from planner.language import N_
from planner.period import Years
from planner.reading.notes import Note
from planner.text import fold, plain_dashes

WHICH_YEAR = N_("Văn bản không ghi rõ năm kế hoạch; đang đọc là năm %(year)d, có đúng không?")
_SPAN = re.compile(
    r"\b(?:giai doan|nhiem ky|tu nam|cac nam|nam hoc|nam|tu)\s*(20\d\d)"
    r"\s*(?:-|den(?: het)?(?: nam)?|,|va(?: nam)?)\s*(20\d\d)\b"
)
_UNTIL = re.compile(r"\bden(?: het)?(?: nam)?\s*(20\d\d)\b")
_DATE = re.compile(r"(?<!\d)\d{1,2}\s*([/.-])\s*\d{1,2}\s*\1\s*\d{4}|ngay \d{1,2} thang \d{1,2} nam \d{4}")
_YEAR = re.compile(r"\bnam\s*(20\d\d)\b")
_MONTH = re.compile(r"\bthang\s*(\d{1,2})\s*(?:/|nam|-|,\s*nam)\s*(20\d\d)\b")
_ANY = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_MONTHS = re.compile(r"\bthang\s*(\d{1,2})(?:\s*(?:,|va|-|den)\s*(?:thang\s*)?(\d{1,2})\b(?!\s*/\s*\d{1,2}\b))?")
_LOOSE = re.compile(r"(?<!\d)(20\d\d)(?![\d/])(?!\s*[-/]\s*[a-z])")  # not a paper's "12/2026/QĐ"
_LONGEST = 10


def years_of_title(title: str) -> Years | None:
    """The years, or the month, that a title names: "năm 2023", "giai đoạn 2021-2025", "tháng 7/2025"."""
    text = _DATE.sub(" ", plain_dashes(fold(title)))
    if spans := list(_SPAN.finditer(text)):
        # "… Đại hội nhiệm kỳ 2020 - 2025, giai đoạn 2021 - 2025": the term is the congress's
        span = next((found for found in spans if not found[0].startswith("nhiem ky")), spans[0])
        return _span(int(span[1]), int(span[2]))
    months = list(_MONTH.finditer(text))
    if months and 1 <= int(months[0][1]) <= 12:
        return _of_months(text, [int(month[2]) for month in months], int(months[0][1]))
    if found := [int(year) for year in _YEAR.findall(_UNTIL.sub(" ", text))]:
        # "Kế hoạch năm 2024 …, kỷ niệm năm 1945": the last one named is the plan's ("… NĂM 2023")
        return Years(found[-1], found[-1])
    loose = sorted({int(year) for year in _LOOSE.findall(_UNTIL.sub(" ", text))})
    return _span(loose[0], loose[-1]) if loose else None


def _of_months(text: str, years: list[int], month: int) -> Years | None:
    """The month, if the title names just one; else the years of its months."""
    named = {int(one) for pair in _MONTHS.findall(text) for one in pair if one}
    return Years(years[0], years[0], month) if len(named) == len(years) == 1 else _span(min(years), max(years))


def years_of_times(texts: list[str]) -> Years | None:
    """The years that the times name, from the first to the last, where nearly all of them do.

    A single "Năm 2027" in a plan for 2026 says nothing about the rows around it.
    """
    texts = [text for text in texts if text]
    if sum(bool(_ANY.search(text)) for text in texts) * 10 < len(texts) * 8:
        return None
    found = sorted({int(year) for text in texts for year in _ANY.findall(text)})
    return _span(found[0], found[-1]) if found else None


def years_of_document(
    titles: list[str], times: list[str], issued: date | None, file_name: str, opening: str = ""
) -> tuple[Years | None, list[str]]:
    """The best reading and what has to be asked: a year that only the date or the file's name tells is doubtful."""
    for title in sorted(titles, key=_names_a_congress):
        if years := years_of_title(title):
            return years, []
    if years := years_of_times([title for title in titles if _DATE.search(plain_dashes(fold(title)))]):
        return years, []
    until = [int(year) for title in titles for year in _UNTIL.findall(plain_dashes(fold(title)))]
    if until and issued and (years := _span(issued.year, until[-1])):
        return years, []
    if years := years_of_times(times):
        return years, []
    doubtful = Years(issued.year, issued.year) if issued else years_of_times([file_name])
    doubtful = doubtful or _most(_ANY.findall(" ".join(times))) or _most_named(opening)
    if doubtful is None:
        return None, []
    return doubtful, [Note(WHICH_YEAR, year=doubtful.first)]


def _names_a_congress(title: str) -> bool:
    """ "Thực hiện Nghị quyết Đại hội nhiệm kỳ 2025 - 2030" tells the congress's term: another line tells the plan's."""
    text = plain_dashes(fold(title))
    spans = [found[0] for found in _SPAN.finditer(text)]
    return "dai hoi" in text and bool(spans) and all(span.startswith("nhiem ky") for span in spans)


def _most_named(text: str) -> Years | None:
    """The year that a text speaks of most."""
    return _most(_YEAR.findall(_DATE.sub(" ", plain_dashes(fold(text)))))


def _most(years: list[str]) -> Years | None:
    """The year that is named most, the later one of equals."""
    named = Counter(map(int, years))
    year = max(named, key=lambda year: (named[year], year), default=None)
    return Years(year, year) if year else None


def _span(first: int, last: int) -> Years | None:
    return Years(first, last) if first <= last <= first + _LONGEST else None
