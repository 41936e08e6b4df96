"""What the reader understood, in words: spans of days, and the notes that it asks with."""

from datetime import timedelta

from planner.language import N_
from planner.period import Span
from planner.reading import translate_note
from webapp.dates import day_text
from webapp.language import current_language, say

# The fields of a row, as the preview's columns call them.
COLUMN_WORDS = {
    "number": N_("Số TT"),
    "title": N_("Nội dung công việc"),
    "board": N_("Bộ phận tham mưu"),
    "cooperating": N_("Phối hợp"),
    "submit_text": N_("Trình"),
    "execute_text": N_("Thực hiện"),
}
ONE_DAY = timedelta(days=1)


def say_note(note: str) -> str:
    """A note of the reader in the current language; bare text as it stands."""
    return translate_note(note, current_language())


def span_words(span: Span) -> str:
    """Tháng 5/2026 · tháng 10/2026 – tháng 11/2026 · 03/05/2026 – 10/05/2026 · từ … · đến … · trước …"""
    start, finish = day_text(span.start), day_text(span.finish)
    if span.start is None:
        return say(N_("trước %(day)s") if span.rule == "before" else N_("đến %(day)s"), day=finish)
    if span.finish is None:
        return say(N_("từ %(day)s"), day=start)
    if span.start.day == 1 and (span.finish + ONE_DAY).day == 1:
        start, finish = (say(N_("tháng %(month)s/%(year)s"), month=d.month, year=d.year)
                         for d in (span.start, span.finish))  # fmt: skip
    return start if start == finish else f"{start} – {finish}"
