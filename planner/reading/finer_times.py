"""Two columns for one time: the month or the quarter, and the week or the days in it."""

import re

from planner.reading.columns import Column, column_of
from planner.reading.times import in_words
from planner.text import fold, line

_COARSE = re.compile(r"(thang|quy)\b")
_FINE = re.compile(r"(tu )?(tuan|ngay)\b")
_QUARTER, _MONTH = re.compile(r"quy\b"), re.compile(r"thang\b")
_OWN_MONTH = re.compile(r"\d\s?/\s?\d|\btháng\b", re.IGNORECASE)
_DAY_AT_END = re.compile(r"\d{1,2}/\d{1,2}$")


def finer_column(name: str, columns: dict[int, Column]) -> Column | None:
    """The column of this name as a part of the time that another tells, if the one is finer than the other."""
    other = next((column for column in columns.values() if column.role == "execute"), None)
    own = column_of([name])
    if other is None or own is None or own.role != "execute":
        return None
    names = fold(name), fold(other.header)
    is_pair = any(_is_finer(one, two) for one, two in (names, names[::-1]))
    return Column("execute", 1, name) if is_pair else None


def _finer_text(text: str, header: str) -> str:
    """ "6/12" under "Tháng, ngày" is a day, not two months."""
    return f"ngày {text}" if _DAY_AT_END.fullmatch(text) and "ngay" in fold(header) else in_words(text, header)


def _is_finer(name: str, other: str) -> bool:
    """Weeks and days in a month or quarter, months in a quarter."""
    return bool((_FINE.match(name) and _COARSE.match(other)) or (_MONTH.match(name) and _QUARTER.match(other)))


def one_time(texts: list[tuple[str, str]]) -> str:
    """The time that two cells tell together; `texts` are their headers and texts, in the order of the columns."""
    of_quarter = any(_QUARTER.match(fold(header)) for header, _ in texts)
    wide = _QUARTER if of_quarter else _COARSE
    coarse = next((in_words(text, header) for header, text in texts if wide.match(fold(header))), "")
    finer = _MONTH if of_quarter and not any(_FINE.match(fold(header)) for header, _ in texts) else _FINE
    fine = next((_finer_text(text, header) for header, text in texts if finer.match(fold(header))), "")
    if not fine or not coarse:
        return coarse or fine
    if not _OWN_MONTH.search(fine):
        return f"{fine} {coarse[:1].lower()}{coarse[1:]}"
    year = re.search(r"20\d\d", coarse)
    return line(f"{fine}/{year[0]}") if year and _DAY_AT_END.search(fine) else fine
