"""Plans for a part of a year: rhythms are read over the whole year, and asked about where they leave the part."""

import re

from planner.language import N_
from planner.period import Span, Years, read_period
from planner.reading.drafts import RowDraft
from planner.reading.notes import Note
from planner.text import line

BEYOND = N_("Kế hoạch là của “%(part)s”, nhưng “%(text)s” đang đọc cho cả năm: những lần nào là của kế hoạch này?")
_PART = re.compile(
    r"\b(?:quý\s+(?:I{1,3}|IV|[1-4])(?:\s*(?:,|và|-|–)\s*(?:quý\s+)?(?:I{1,3}|IV|[1-4])\b)?"
    r"|6 tháng (?:đầu|cuối) năm|(?:tháng \d{1,2}\s*(?:,|và|-|–|đến)\s*)+(?:tháng )?\d{1,2})\b",
    re.IGNORECASE,
)


def ask_beyond(rows: list[RowDraft], titles: list[str], years: Years) -> None:
    """Asks about rows whose rhythm reaches beyond the quarter, the half or the months that the title names."""
    part = next((found[0] for title in titles if (found := _PART.search(line(title)))), "")
    spans = read_period(part, years).spans if part and years.month is None else ()
    for row in rows if spans else ():
        for period in (row.submit, row.execute):
            rhythm = period is not None and (period.kind == "recurring" or len(period.spans) > 2)
            if period and rhythm and not row.questions and not all(_inside(one, spans) for one in period.spans):
                row.questions.append(Note(BEYOND, part=line(part), text=period.text))


def _inside(span: Span, parts: tuple[Span, ...]) -> bool:
    first, last = parts[0].start, parts[-1].finish
    end = span.finish or span.start
    return first is None or last is None or end is None or first <= end <= last
