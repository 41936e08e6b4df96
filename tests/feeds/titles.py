"""Titles that break careless writers and readers of iCalendar, made from pieces by a seed."""

import random
from collections.abc import Iterator

PIECES = (
    "\\", "\\\\", "\\n", "\\N", "\\,", "\\;", ",", ";", ":", '"', "'", "^", "^n", "^'", "=", "\r\n",
    "\n", "\r", "\t", " ", "\u00a0", "\u2028", "\u2029", "\u0085", "\x00", "\x07", "\x1b[31m",
    "\u200b", "\ufeff", "\u200d", "\u202e", "\u2066", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR",
    "X-EVIL:1", "DTSTART;VALUE=DATE:19700101", "mailto:", "%s", "{{ x }}", "<script>", "&amp;",
    "🇻🇳", "👩‍👩‍👧", "✔️", "🏳️‍🌈", "祖國", "مرحبا", "Ơ", "ệ", "e\u0323\u0302", "a\u0301\u0323", "𝓑",
    "\U0010fffd", "Hội nghị", "Đại đoàn kết", "Tuyên truyền, vận động; giám sát", "quý I/2026",
    "tháng 5,11", "C:\\new\\notes", "ﬁ", "Å",
)  # fmt: skip


def hostile_titles(count: int, seed: int) -> Iterator[str]:
    """So many titles, the same for the same seed; each with a letter, since a task has a title."""
    dice = random.Random(seed)
    for nth in range(count):
        pieces = dice.choices(PIECES, k=dice.randint(1, 12))
        if nth % 50 == 0:
            pieces *= 40  # far longer than a line of 75 octets
        if nth % 7 == 0:
            pieces.append("".join(map(chr, dice.choices(range(0x20, 0x2FFF), k=8))))
        yield f"{nth}" + "".join(pieces)
