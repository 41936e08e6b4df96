"""The years that words name, carried on: 10/2026 becomes 10/2027; months, quarters and rhythms stay as they are."""

import re

_DAY = re.compile(r"(?<!\d)(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*|tháng\s+\d{1,2}\s+năm\s+)(?:19|20)\d\d(?!\d)", re.I)
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT = re.compile(r"(?<=\d/)\d\d(?![\d/])")
_SPAN = re.compile(r"(?<!\d)(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d(?!\d)")
_ANNIVERSARY = re.compile(r"k[ỷỉ] niệm\s+(?:lần thứ\s+)?(\d{1,4})\s+năm|lần thứ\s+(\d{1,4})(?!\d)", re.I)


def times_carried(text: str, first: int, by: int) -> str:
    """A time expression `by` years later; `first` is the plan's year, by which a short one (15/6/26) is known."""
    full = _ANY_YEAR.sub(lambda found: str(int(found[0]) + by), text)
    return _SHORT.sub(lambda found: _short(found[0], first, by), full)


def _short(two: str, first: int, by: int) -> str:
    """Two figures behind a slash are a year where no month has that number."""
    year = int(two)
    return f"{(year + by) % 100:02}" if year > 12 and year in (first % 100, (first + 1) % 100) else two


def words_carried(text: str, first: int, last: int, by: int) -> str:
    """A title or heading: the plan's own years and their neighbours are carried on.

    The day of a resolution, and a span of years (giai đoạn 2021-2025), are names and stay.
    """
    kept = [found.span() for pattern in (_DAY, _SPAN) for found in pattern.finditer(text)]

    def carried(found: re.Match[str]) -> str:
        named = any(start <= found.start() < finish for start, finish in kept)
        year = int(found[0])
        return found[0] if named or not first - 1 <= year <= last + 1 else str(year + by)

    return _ANY_YEAR.sub(carried, text)


def anniversary(text: str) -> str | None:
    """The number that a title counts years or times with: 96 of “kỷ niệm 96 năm …”."""
    found = _ANNIVERSARY.search(text)
    return next((one for one in found.groups() if one), None) if found else None
