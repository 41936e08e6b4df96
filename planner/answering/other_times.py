"""Other occurrences that a doubtful time may mean: one of its pieces, all of them, or others in the year."""

import re
from itertools import combinations

from planner.answering.model import Asked

_LISTED = re.compile(r"\s*[;,(]\s*|\)\s*|\s+và\s+", re.IGNORECASE)
_OR = re.compile(r"\s+(?:hoặc|hay)\s+", re.IGNORECASE)
_MOST_PIECES = 5
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def one_of_them(asked: Asked) -> list[str]:
    """ "Thường xuyên; tháng 11", "Tháng 10 (17/10-18/11)": only the one or only the other."""
    pieces = [piece.strip(" .-") for piece in _LISTED.split(asked.text)]
    return [piece for piece in pieces if piece] if 1 < len(pieces) <= _MOST_PIECES else []


def either(asked: Asked) -> list[str]:
    """ "Tháng 4 hoặc tháng 9": in the one, in the other, in both."""
    pieces = _OR.split(asked.text)
    if len(pieces) != 2:
        return []
    word = re.match(r"[^\d]*", pieces[0])
    second = pieces[1] if re.match(r"[^\d\s]", pieces[1]) else f"{word[0] if word else ''}{pieces[1]}"
    return [pieces[0], second, f"{pieces[0]}; {second}"]


def both_ends(asked: Asked) -> list[str]:
    """ "Cuối tháng 3, đầu tháng 4": two windows, not one."""
    pieces = re.split(r"\s*[,;]\s*|\s+(?=đầu\b)", asked.text, flags=re.IGNORECASE)
    spans = [span for piece in pieces for span in asked.spans(piece)]
    if len(pieces) != 2 or len(spans) != 2:
        return []
    return ["; ".join(f"{span.start:%d/%m/%Y} - {span.finish:%d/%m/%Y}" for span in spans)]


def months_of_year(asked: Asked) -> list[str]:
    """ "2 lần/năm": at the end of each part of the year, or at its beginning."""
    spans = [span for span in asked.spans() if span.start and span.finish]
    if len(spans) < 2 or not asked.years.single:
        return []
    ends = ", ".join(str(span.finish.month) for span in spans if span.finish)
    return [f"Tháng {ends}", f"Tháng {', '.join(str(span.start.month) for span in spans if span.start)}"]


def one_less(asked: Asked) -> list[str]:
    """ "2 đợt: tháng 3, 6, 9": one of the three is too many."""
    head, _, listed = asked.text.partition(":")
    pieces = re.split(r"\s*,\s*", listed.strip())
    number = int(asked.values.get("number") or 0)
    if not 0 < number < len(pieces) <= _MOST_PIECES:
        return []
    word = re.match(r"[^\d]*", pieces[0])
    chosen = combinations([piece.removeprefix(word[0] if word else "") for piece in pieces], number)
    return [f"{head}: {word[0] if word else ''}{', '.join(some)}" for some in chosen]


def every_so_many_years(asked: Asked) -> list[str]:
    """ "2 năm/lần": from the plan's first year, from its second …; in a plan of one year: this year."""
    found = re.search(r"\d{1,2}", asked.text)
    step = int(found[0]) if found else 0
    if step < 2 or "năm" not in asked.text.lower():
        return []
    years = list(asked.years)
    return [f"Năm {', '.join(map(str, years[start::step]))}" for start in range(min(step, len(years)))]


_MONTH = r"tháng \d{1,2}"


def of_each_month(asked: Asked) -> list[str]:
    """ "Tháng 5, 11, ngày 25", "ngày 25 tháng 5 và tháng 11": the 25th of each of the months."""
    months_after = rf"((?:ngày|tuần) \d{{1,2}}),? ({_MONTH}(?:(?:\s*,| và)\s*{_MONTH})+)"
    led = re.fullmatch(months_after, asked.text, re.IGNORECASE)
    if led:
        months = re.findall(r"\d+", led[2])
        return [f"{led[1]} các tháng {', '.join(months)}"]
    found = re.fullmatch(r"(tháng [\d, ]+?),\s*((?:ngày|tuần) \d{1,2})", asked.text, re.IGNORECASE)
    return [f"{found[2]} {found[1].lower()}"] if found else []


def school_year(asked: Asked) -> list[str]:
    """A school year runs from September to May."""
    named = re.search(r"((?:19|20)\d\d)\s?-\s?(?:19|20)\d\d", asked.text)
    years = [int(named[1])] if named else list(asked.years)
    if "năm học" not in asked.text.lower():
        return []
    return [text for year in years for text in (f"Tháng 9/{year} - tháng 5/{year + 1}", f"Tháng 9/{year}")]


def with_plans_year(asked: Asked) -> list[str]:
    """ "Tháng 01/2024; tháng 9": the mark without a year is of the plan's."""
    pieces = re.split(r"\s*[,;]\s*", asked.text)
    return ["; ".join(piece if _YEAR.search(piece) else f"{piece}/{asked.years.first}" for piece in pieces)]


def whole_year_too(asked: Asked) -> list[str]:
    """ "Tháng 12/2021, 2023": December, and the whole of another year."""
    year = asked.values.get("year")
    return [re.sub(rf"(?<!/)\b{year}\b", f"năm {year}", asked.text, count=1)]


def in_named_year(asked: Asked) -> list[str]:
    """ "Sau tháng 12", which leaves the plan's year."""
    return [f"{asked.text}/{asked.years.last}", f"{asked.text}/{asked.years.first - 1}"]
