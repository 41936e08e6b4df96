"""Numbers and dates of papers as documents write them."""

import datetime
import re

DAY = r"(?P<day>\d{1,2})\s*(?:/|-|\.|tháng)\s*(?P<month>\d{1,2})\s*(?:/|-|\.|năm)\s*(?P<year>\d{4})"
PAPER = (
    r"(?P<number>\d+[\w.]*\s*[-/]\s*[^\s,;)]*(?:\s*[-/]\s*[^\s,;)]+)*"
    r"|\d+\s+[A-ZĐ][A-Za-zĐđ]{0,5}\s*[-/]\s*[A-ZĐ][^\s,;)]*)"
)
NUMBER = re.compile(rf"^Số\s*:?\s*{PAPER}", re.IGNORECASE)
NUMBER_BLANK = re.compile(r"^Số\s*:?\s*[….\s_]*[-/]\s*[A-ZĐ]", re.IGNORECASE)
ISSUED = re.compile(rf"^(?:[^,:;]{{2,60}},\s*)?ngày\s*{DAY}\s*$", re.IGNORECASE)
ISSUED_BLANK = re.compile(
    r"^(?:[^,:;]{2,60},\s*)?ngày[\s….\d_]*(?:tháng|/)[\s….\d_]*(?:năm|/)[\s….\d_]*$", re.IGNORECASE
)


def paper_number(text: str | None) -> str | None:
    """A paper's number without stray blanks: "10 /CTr-MTTQ" is 10/CTr-MTTQ."""
    return re.sub(r"\s*([-/])\s*", r"\1", text).strip(" .,") if text else None


def date_of(found: re.Match[str]) -> datetime.date | None:
    if not found["year"]:
        return None
    try:
        return datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
