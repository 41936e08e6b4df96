"""Other days that a doubtful time may mean."""

import re
from datetime import date, datetime, timedelta

from planner.answering.model import Asked
from planner.workdays import WorkCalendar

_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "chủ nhật": 6, "cn": 6}
_WEEKDAY = re.compile(r"(?:thứ |\bt)(hai|ba|tư|năm|sáu|bảy|[2-7])\b|\b(chủ nhật|cn)\b")
_TERM = re.compile(r"(\d{1,3}) ngày làm việc")
_WRITTEN = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?")
_END = re.compile(r"^(?:xong trước|(?:cho )?đến hết|đến|hết|trước|chậm nhất|muộn nhất)\s+(?:ngày\s+)?", re.IGNORECASE)
_LONG_MONTHS = {29: (1, *range(3, 13)), 30: (1, *range(3, 13)), 31: (1, 3, 5, 7, 8, 10, 12)}


def _said_day(asked: Asked) -> date:
    return datetime.strptime(str(asked.values["day"]), "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone


def right_weekday(asked: Asked) -> list[str]:
    """The day is no such weekday: the nearest ones that are."""
    found = _WEEKDAY.search(asked.text.lower())
    if not found or len(asked.spans()) != 1:
        return []
    name, said = found[1] or found[2], _said_day(asked)
    weekday = int(name) - 2 if name.isdigit() else _WEEKDAYS[name]
    ahead = (weekday - said.weekday()) % 7
    near = sorted((said + timedelta(days=ahead), said + timedelta(days=ahead - 7)), key=lambda day: abs(day - said))
    return [f"{day:%d/%m/%Y}" for day in near]


def counted_otherwise(asked: Asked) -> list[str]:
    """The first day of a term may count too."""
    return [f"Chậm nhất ngày {_said_day(asked) - timedelta(days=1):%d/%m/%Y}"]


def by_working_days(asked: Asked) -> list[str]:
    """A term of working days from a written day, weekends and public holidays left out."""
    term, written = _TERM.search(asked.text), _WRITTEN.search(asked.text)
    work = WorkCalendar()
    if not term or not written:
        return [f"{work.last_working_day(None, span.finish):%d/%m/%Y}" for span in asked.spans() if span.finish][:1]
    begin = next((span.finish for span in asked.spans(written[0])), None)
    for _ in range(int(term[1]) if begin else 0):
        begin = work.next_working_day((begin or date.min) + timedelta(days=1))
    return [f"Chậm nhất ngày {begin:%d/%m/%Y}"] if begin else []


def before_it_begins(asked: Asked) -> list[str]:
    """ "Trước cuối tháng 6": before the 21st, not by the month's end."""
    window = asked.spans(_END.sub("", asked.text))
    return [f"Trước ngày {span.start:%d/%m/%Y}" for span in window[:1] if span.start]


def without_end(asked: Asked) -> list[str]:
    """ "Đến hết tháng 8; tháng 9": both as times in which the work is done."""
    return [_END.sub("", asked.text)]


def middle_of_year(asked: Asked) -> list[str]:
    """The legal middle of a year is 30 June (Civil Code 2015, article 148)."""
    names = ("tháng 6", "tháng 7", "ngày 30/6")
    return [re.sub(r"giữa năm", name, asked.text, count=1, flags=re.IGNORECASE) for name in names]


def days_instead_of_weeks(asked: Asked) -> list[str]:
    return [re.sub(r"tuần", "ngày", asked.text, count=1, flags=re.IGNORECASE)]


def month_instead_of_day(asked: Asked) -> list[str]:
    """ "Ngày 5 tháng 9 đến 10": to the tenth, or to October."""
    number = asked.values.get("number")
    return [re.sub(rf"\b0*{number}(?=\D*$)", f"tháng {number}", asked.text, count=1)]


def day_of_heading(asked: Asked) -> list[str]:
    """ "5, 20/8" under a heading for July: the fifth of July."""
    number = asked.values.get("number")
    return [asked.with_number(number, f"{number}/{asked.row.month}")] if asked.row.month else []


def months_that_have_it(asked: Asked) -> list[str]:
    """ "Ngày 31 hằng tháng": only in the months of 31 days."""
    months = _LONG_MONTHS.get(int(asked.values.get("number") or 0), ())
    return [re.sub(r"h[ằà]ng tháng", f"tháng {', '.join(map(str, months))}", asked.text, count=1, flags=re.IGNORECASE)]
