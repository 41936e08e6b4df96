"""Other wordings of a doubtful time: what the clerk may have meant, by what is odd about it.

Each function gives texts, the likeliest first; `offers` keeps those that the grammar reads without asking again.
"""

import re
from collections.abc import Callable, Iterable

from planner.answering import lunar_days, other_days, other_times
from planner.answering.model import Asked
from planner.period import questions as ask

ROMAN = ("I", "II", "III", "IV")
MOST = 12  # of the year's months; nobody looks through more buttons
_DASH = re.compile(r"\s*(?:[-–—]|\bđến\b|\btới\b)\s*")
_FROM_BEFORE = re.compile(r"ngày\s*(\d{1,2})\s*(?:[-–—]|đến)\s*(?:ngày\s*)?(\d{1,2})/(\d{1,2})", re.IGNORECASE)
_FIGURE = re.compile(r"\d{1,2}")

Wording = Callable[[Asked], Iterable[str]]


def _other_months(asked: Asked) -> list[str]:
    """A month 13 may be a 12, or a figure too many."""
    number = str(asked.values.get("number"))
    likely = ["12", *dict.fromkeys((number[-1:], number[:1]))] if len(number) > 1 else ["10", "1", "12"]
    return [asked.with_number(number, month) for month in dict.fromkeys(likely) if month != "0"]


def _other_quarters(asked: Asked) -> list[str]:
    number = asked.values.get("number")
    written = asked.with_number(number, "{}")
    if "{}" not in written:
        written = re.sub(r"\b[IVX]+\b", "{}", asked.text, count=1)
    return [written.replace("{}", roman, 1) for roman in reversed(ROMAN)]


def _other_days(asked: Asked) -> list[str]:
    """The last day that the month has, instead of one that it has not."""
    day = str(asked.values.get("number")).split("/")[0]
    last_first = (asked.with_number(day, last) for last in (31, 30, 29, 28))
    return [next((text for text in last_first if not asked.read("execute_text", text)[1]), "")]


def _other_weeks(asked: Asked) -> list[str]:
    return [asked.with_number(asked.values.get("number"), week) for week in (4, 5)]


def _turned(asked: Asked) -> list[str]:
    """A range that runs backwards: the other way round, into the next year, or from the month before."""
    if found := _FROM_BEFORE.fullmatch(asked.text):
        day, last, month = found.groups()
        return [f"ngày {day}/{(int(month) - 2) % 12 + 1} - {last}/{month}"]
    year = asked.years.first
    sides = _DASH.split(asked.text, maxsplit=1)
    if len(sides) != 2:
        return []
    first, last = _FIGURE.findall(sides[0]), _FIGURE.findall(sides[1])
    if len(first) != 1 or len(last) != 1:
        return []
    word = sides[0].replace(first[0], "", 1).strip()
    return [f"{word} {last[0]}-{first[0]}", f"{word} {first[0]}/{year}-{last[0]}/{year + 1}"]


def _not_chained(asked: Asked) -> list[str]:
    pieces = _DASH.split(asked.text)
    return [", ".join(pieces), f"{pieces[0]} - {pieces[-1]}"]


def _in_years(asked: Asked) -> list[str]:
    """The year that the text leaves open; or every one of them."""
    ends = [f"{asked.text}{between}" for between in (("/", " năm ") if not asked.text.endswith("năm") else (" ",))]
    one = [f"{end}{year}" for year in asked.years for end in ends]
    return [*one, f"{asked.text.removesuffix(' năm')} hằng năm"]


def _other_year(asked: Asked) -> list[str]:
    return [asked.with_number(asked.values.get("year"), year) for year in asked.years]


def _other_short_year(asked: Asked) -> list[str]:
    """ "30/9/05" in a plan for 2023: of the plan's year."""
    return [asked.with_number(int(str(asked.values.get("number"))), year) for year in asked.years]


def _in_months(asked: Asked) -> list[str]:
    words = re.sub(r"\s*tháng\s*$", "", asked.text, flags=re.IGNORECASE)
    return [f"{words} tháng {month}".strip() for month in range(1, 13)]


def _in_quarters(asked: Asked) -> list[str]:
    words = re.sub(r"\s*quý\s*$", "", asked.text, flags=re.IGNORECASE)
    return [f"{words} quý {roman}".strip() for roman in ROMAN]


def _of_term(asked: Asked) -> list[str]:
    years = asked.years
    if school := other_times.school_year(asked):
        return school
    return [f"Năm {years.first}" if years.single else f"Năm {years.first} - năm {years.last}"]


def _lasting(asked: Asked) -> list[str]:
    """Twelve months are the year."""
    return [f"Năm {asked.years.first}"] if asked.years.single and asked.text.startswith("12 tháng") else []


def _as_months(asked: Asked) -> list[str]:
    """Two numbers that were taken for a day, or for two months, may be the other one, or a span."""
    first, last = [*_FIGURE.findall(asked.text), "", ""][:2]
    return [f"Tháng {first}, {last}", f"Tháng {first}-{last}", f"Ngày {first}/{last}"] if last else []


def _as_quarters(asked: Asked) -> list[str]:
    figures = re.findall(r"\b(?:[IVX]+|\d)\b", asked.text)
    return [f"Quý {figures[0]} - {figures[1]}"] if len(figures) == 2 else []


def _as_bare_months(asked: Asked) -> list[str]:
    roman = [str(ROMAN.index(found) + 1) for found in re.findall(r"\b[IVX]+\b", asked.text) if found in ROMAN]
    return [f"Tháng {', '.join(roman)}"] if roman else []


def _until_year(asked: Asked) -> list[str]:
    return [_DASH.sub(" đến hết năm ", asked.text, count=1)]


def _halves(asked: Asked) -> list[str]:
    return [f"{asked.text} đầu năm", f"{asked.text} cuối năm"]


def _one_stretch(asked: Asked) -> list[str]:
    """Marks that were read as occurrences, as one stretch from the first to the last day."""
    period = asked.read(asked.field)[0] if asked.field else None
    days = [day for span in (period.spans if period else ()) for day in (span.start, span.finish) if day]
    return [f"{min(days):%d/%m/%Y} - {max(days):%d/%m/%Y}"] if len(days) > 1 else []


def _own_year(asked: Asked) -> list[str]:
    """A year behind the last mark: it may not be that of the marks before it."""
    pieces = re.split(r"\s*[,;]\s*", asked.text)
    return [", ".join([*(f"{piece}/{asked.years.first}" for piece in pieces[:-1]), pieces[-1]])]


def _into_next_year(asked: Asked) -> list[str]:
    """Two marks of which the later one stands before the other in the year."""
    pieces = re.split(r"\s*([,;]|[-–—]|\bđến\b)\s*", asked.text)
    year = asked.years.last
    return [f"{pieces[0]}/{year} {pieces[1]} {pieces[2]}/{year + 1}".replace(" ,", ",")] if len(pieces) == 3 else []


WORDINGS: dict[str, Wording] = {
    ask.NO_MONTH: _other_months, ask.NO_QUARTER: _other_quarters, ask.NO_DAY: _other_days, ask.NO_WEEK: _other_weeks,
    ask.BACKWARDS: _turned, ask.CHAINED: _not_chained, ask.WHICH_YEAR: _in_years, ask.FAR_YEAR: _other_year,
    ask.WHICH_MONTH: _in_months, ask.WEEK_OF_YEAR: _in_months, ask.WHICH_QUARTER: _in_quarters,
    ask.WHICH_TERM: _of_term, ask.SLASHED_MONTHS: _as_months, ask.DAY_OR_MONTH: _as_months,
    ask.SLASHED_QUARTERS: _as_quarters, ask.BARE_QUARTER: _as_bare_months, ask.DASHED_YEAR: _until_year,
    ask.BARE_MONTHS: _halves, ask.DURATION: _lasting, ask.SHARED_YEAR: _own_year, ask.NESTED: _one_stretch,
    ask.RUN_TOGETHER: _one_stretch, ask.BULLETS: _one_stretch, ask.MIXED_ENDS: _one_stretch, ask.SLASHED: _one_stretch,
    ask.LISTED_OR: _one_stretch, ask.NEXT_YEAR: _into_next_year,
    ask.SHORT_YEAR: _other_short_year, ask.OUTSIDE: other_times.in_named_year, ask.LUNAR: lunar_days.solar_days,
    ask.OCCASION: lunar_days.feast_days, ask.WEEKDAY: other_days.right_weekday,
    ask.FROM_EVENT: other_days.counted_otherwise, ask.WORKING_DAYS: other_days.by_working_days,
    ask.BEFORE_END: other_days.before_it_begins, ask.CARRIED_END: other_days.without_end,
    ask.MID_YEAR: other_days.middle_of_year, ask.SLASHED_WEEK: other_days.days_instead_of_weeks,
    ask.CARRIED_DAY: other_days.month_instead_of_day, ask.OTHER_MONTH: other_days.day_of_heading,
    ask.NO_THIRTY_FIRST: other_days.months_that_have_it, ask.BESIDE_RHYTHM: other_times.one_of_them,
    ask.BESIDE_ONGOING: other_times.one_of_them, ask.BESIDE_BRACKETS: other_times.one_of_them,
    ask.WIDE_OR: other_times.either, ask.JOINED_ENDS: other_times.both_ends,
    ask.SOME_TIMES: other_times.months_of_year, ask.TALLY: other_times.one_less,
    ask.RARE: other_times.every_so_many_years, ask.UNDER_WHICH: other_times.of_each_month,
    ask.CARRIED_YEAR: other_times.with_plans_year, ask.LISTED_YEAR: other_times.whole_year_too,
}  # fmt: skip
