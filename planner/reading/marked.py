"""Plans that mark months in twelve columns (a year's timetable with crosses) instead of writing times."""

import re
from itertools import pairwise

from planner.language import N_
from planner.reading.finer_marks import time_in_mark
from planner.reading.formats.blocks import GridRow
from planner.reading.notes import Note
from planner.text import fold, line

NEXT_MONTHS = N_("Các tháng liền nhau được đánh dấu (%(text)s): mỗi tháng một lần hay một đợt?")
NEXT_QUARTERS = N_("Các quý liền nhau được đánh dấu (%(text)s): mỗi quý một lần hay một đợt?")
NEXT_YEARS = N_("Các năm liền nhau được đánh dấu (%(text)s): mỗi năm một lần hay một đợt?")
NEXT_WEEKS = N_("Các tuần liền nhau được đánh dấu (%(text)s): mỗi tuần một lần hay một đợt?")
_NEXT = {"Tháng": NEXT_MONTHS, "Quý": NEXT_QUARTERS, "Năm": NEXT_YEARS, "Tuần": NEXT_WEEKS}
IN_A_MARK = N_("Ở cột %(time)s ghi “%(text)s” chứ không chỉ đánh dấu: có phải thời gian cụ thể không?")
_MARK = re.compile(r"[xX×✓✔√vV*+•●■▪oO1]{1,3}|có", re.IGNORECASE)
_NOT_MARKED = ("", "-", "–", "0")
_FIGURE = re.compile(r"(?!1$)\d[\d.,]*%?")
_MONTH = re.compile(r"(?:thang|thg|th|t)?\.?\s*0?(\d{1,2})")
_WEEK = re.compile(r"tuan(?: thu)?\.?\s*0?([1-5]|i{1,3}|iv|v)(?:\s*[(:]?\s*(?:tu )?(?:ngay )?(\d[\d\s/.–-]*\d)\s*\)?)?")
_SUNDAY = re.compile(r"cn|chu nhat")
_MONTH_ABOVE = re.compile(r"\bthang\s*(\d{1,2})\b")
_YEAR = re.compile(r"(?:nam )?(20\d\d)")
_QUARTER = re.compile(r"(?:quy|q)\.?\s*(iv|i{1,3}|[1-4])")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_FEWEST = 3
_ROMAN = ("I", "II", "III", "IV")


def marked_columns(rows: list[GridRow], width: int) -> dict[int, str]:
    """Column → time, where header rows name at least three months or quarters in order, and say that they are such."""
    return (
        _months(rows, width)
        or _bare_months(rows, width)
        or _weeks(rows, width)
        or _quarters(rows, width)
        or _years(rows, width)
    )


def _months(rows: list[GridRow], width: int) -> dict[int, str]:
    found: dict[int, int] = {}
    for n, (leaf, whole) in _headers(rows, width).items():
        month = _month(leaf, whole)
        if 1 <= month <= 12 and re.search(r"\bth?\.?\s?\d|thang|thg|thoi gian|tien do|\bquy\b", whole):
            found[n] = month
    if any(_SUNDAY.fullmatch(leaf) for leaf, _ in _headers(rows, width).values()):
        return {}  # "T2 … T7, CN" are the days of a week
    if max(found.values(), default=0) <= 4 and any("quy" in whole for _, whole in _headers(rows, width).values()):
        return {}  # the figures are those of quarters
    return {n: f"Tháng {month}" for n, month in found.items()} if _in_order(found) else {}


def _bare_months(rows: list[GridRow], width: int) -> dict[int, str]:
    """Twelve columns headed by 1 to 12 and nothing else: those of days would go on, numbers of columns have names."""
    figures = {n: int(leaf) for n, (leaf, whole) in _headers(rows, width).items() if leaf.isdecimal() and leaf == whole}
    columns = list(figures)
    is_year = list(figures.values()) == list(range(1, 13)) and columns == list(range(columns[0], columns[0] + 12))
    return {n: f"Tháng {month}" for n, month in figures.items()} if is_year and columns[0] > 0 else {}


def _month(leaf: str, whole: str) -> int:
    """The month that a header names in figures, Roman ones only under "Tháng"; 0 where it names none."""
    if leaf in _ROMAN_MONTHS and "thang" in whole:
        return _ROMAN_MONTHS.index(leaf) + 1
    found = _MONTH.fullmatch(leaf)
    return int(found[1]) if found else 0


def _weeks(rows: list[GridRow], width: int) -> dict[int, str]:
    """ "Tuần 1" to "Tuần 4", each perhaps with its days behind it, perhaps of several months above them."""
    found: dict[int, tuple[int, int]] = {}
    times: dict[int, str] = {}
    for n, (leaf, whole) in _headers(rows, width).items():
        above = _MONTH_ABOVE.search(whole)
        if week := _WEEK.fullmatch(leaf):
            month = int(above[1]) if above else 0
            number = int(week[1]) if week[1].isdigit() else _ROMAN_MONTHS.index(week[1]) + 1
            found[n] = month, number
            days = f" ({week[2]})" if week[2] else ""
            times[n] = f"Tuần {number}{days}" + (f" tháng {month}" if month and not days else "")
    in_order = list(found.values()) == sorted(set(found.values()))
    return times if len(found) >= _FEWEST and in_order else {}


def _quarters(rows: list[GridRow], width: int) -> dict[int, str]:
    found: dict[int, int] = {}
    for n, (leaf, whole) in _headers(rows, width).items():
        if (quarter := _QUARTER.fullmatch(leaf)) or (
            "quy" in whole and (quarter := re.fullmatch("(iv|i{1,3}|[1-4])", leaf))
        ):
            found[n] = _QUARTERS.get(quarter[1]) or int(quarter[1])
    return {n: f"Quý {_ROMAN[quarter - 1]}" for n, quarter in found.items()} if _in_order(found) else {}


def _years(rows: list[GridRow], width: int) -> dict[int, str]:
    found = {n: year for n, (leaf, _) in _headers(rows, width).items() if (year := _YEAR.fullmatch(leaf))}
    return {n: f"Năm {year[1]}" for n, year in found.items()} if len(found) > 1 else {}


def _headers(rows: list[GridRow], width: int) -> dict[int, tuple[str, str]]:
    """Column → its lowest header text and all of them together, folded."""
    above = _lost_merges(rows, width)
    parts = {
        n: list(dict.fromkeys([*above.get(n, []), *(line(row.cell(n)) for row in rows if row.cell(n))]))
        for n in range(width)
    }
    return {n: (fold(texts[-1]), fold(" ".join(texts))) for n, texts in parts.items() if texts}


def _lost_merges(rows: list[GridRow], width: int) -> dict[int, list[str]]:
    """Column → what stood above it before a copy as text left of a merged cell only its first place."""
    found: dict[int, list[str]] = {}
    top, below = (rows[0], rows[1]) if len(rows) > 1 else (GridRow([]), GridRow([]))
    above = ""
    for n in range(width):
        if not below.cell(n) or below.cell(n) == top.cell(n):
            above = ""
        elif top.cell(n):
            above = line(top.cell(n))
        elif above:
            found[n] = [above]
    return found


def _in_order(found: dict[int, int]) -> bool:
    times = list(found.values())
    return len(times) >= _FEWEST and times == sorted(set(times))


def are_figures(rows: list[GridRow], columns: dict[int, str]) -> bool:
    """Whether the cells under the months are amounts: then it is a table of figures and no timetable."""
    cells = [line(row.cell(n)) for row in rows[:200] for n in columns if line(row.cell(n))]
    return sum(bool(_FIGURE.fullmatch(cell)) for cell in cells) * 2 > len(cells)


def marked_time(row: GridRow, columns: dict[int, str]) -> tuple[str, list[str]]:
    """The time that a row's marks tell, and what has to be asked.

    Neighbouring months may be one long piece of work, and words instead of a cross may say more than the month.
    """
    marked = [n for n in columns if line(row.cell(n)) not in _NOT_MARKED]
    if not marked:
        return "", []
    texts = {n: line(row.cell(n)) for n in marked}
    finer = {n: told for n in marked if (told := time_in_mark(texts[n], columns[n]))}
    text = _listed([finer.get(n, columns[n]) for n in marked], whole=bool(finer))
    asked: list[str] = [
        Note(IN_A_MARK, time=columns[n], text=texts[n])
        for n in marked
        if n not in finer and not _MARK.fullmatch(texts[n])
    ]
    order = list(columns)
    next_to = any(order.index(after) == order.index(before) + 1 for before, after in pairwise(marked))
    if next_to and not finer:
        asked.append(Note(_NEXT[columns[marked[0]].split(" ")[0]], text=text))
    return text, asked


def _listed(times: list[str], whole: bool) -> str:
    """ "Tháng 3, 5"; times of more than two words stay whole."""
    if whole or any(time.count(" ") > 1 for time in times):
        return "; ".join(times)
    return f"{times[0].split(' ')[0]} " + ", ".join(time.split(" ")[1] for time in times)
