"""Where running text dates work: the times in a sentence that are neither a paper's, nor an anniversary's, nor over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planner.period import Period, Years, read_period
from planner.reading.time_phrases import (
    AT_END,
    AT_HOUR,
    BRACKETS,
    CALLED,
    FIRST,
    FLAGS,
    IN_YEARS,
    LAST,
    LED,
    OFTEN,
    OFTEN_FIRST,
    ON_DAY,
    WHOLE_DAY,
    WORDED,
    YEARS,
)
from planner.text import fold, line

_INSIDE = re.compile(r"\([^()]{8,200}\)")
_PAPER = re.compile(
    r"(?:số\s*:?\s*\d[\w/.-]{0,40}|\d+[-/][A-ZĐ][\w/.-]{0,40}|nghị quyết|quyết định|chỉ thị|kế hoạch|kết luận|thông báo"
    r"|hướng dẫn|công văn|luật|nghị định|thông tư|quy định|công điện|tờ trình"
    r"|văn bản)(?:\s[^,;().\d]{1,40})?,?\s*(?:ra\s)?$",
    FLAGS,
)
_NOT_WORK = re.compile(r"\b(?:kể|hiệu lực|tính|áp dụng|chốt|số liệu)\s*$", FLAGS)
_OTHERS = re.compile(r"\b(?:phạm vi|thời kỳ|thời điểm|niên độ|số liệu|mốc)\b[^;.\d]{0,40}:\s*$", FLAGS)
_BORN = re.compile(r"\b(?:ban hành|thành lập|(?<!vệ )(?<!học )(?<!hy )sinh|ra đời|ký)\s*$", FLAGS)
_FEAST = re.compile(
    r"kỷ niệm|ngày (?:sinh|mất|thành lập|truyền thống|giải phóng|quốc khánh|hội|quốc tế)|năm ngày", FLAGS
)
_HONOURS = re.compile(r"hưởng ứng|chào mừng|nhân (?:dịp|ngày|lễ)|\bdịp\b|\bngày\s(?!\d)[^;:]*$", FLAGS)
# "Duy trì sinh hoạt hằng tháng", "chế độ báo cáo hằng quý": how things go on, no piece of work
_ROUTINE = re.compile(
    r"(?:^|[;:,]\s*)(?:nâng cao|duy trì|thực hiện|đổi mới|đẩy mạnh|tăng cường|bảo đảm|đảm bảo|cải tiến)\b[^;]*$"
    r"|\b(?:chế độ|nền nếp|lịch|theo|chất lượng)\b[^;,]{0,60}$|\b(?:ngày|thứ|tuần|đầu|giữa|cuối)(?: \w+)?\s*$",
    FLAGS,
)
# "Mức phụ cấp hằng tháng", "Số liệu báo cáo hằng tháng": what is paid or counted
_NO_WORK = re.compile(r"(?:^|[;.]\s*)(?:mức|số liệu|kinh phí|phụ cấp|tiền|chi phí|lương)\b[^;.]*$", FLAGS)
_ONLY_DAY = re.compile(r"(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}(?!\s?/\s?20)|" + WHOLE_DAY, FLAGS)
_LONG_AGO = re.compile(r"(?<!\d)1[5-9]\d\d(?!\d)")
# A month or a quarter first: "Năm 2026" heads other things too
_TIME_HEADING = re.compile(
    r"(?:(?:cac|trong|vao|thoi gian|du kien|tu|dau|giua|cuoi) )*(?:thang|quy|6 thang|tuan)\b"
    r"(?: |[,;/.–-]|\d{1,4}|(?:i{1,3}|iv|thang|quy|nam|tuan|tu|den|va|dau|cuoi|giua|het|hoac)\b)+"
)
_FIGURES = re.compile(r"\d|\b[IVX]")
_NEAR = 90  # characters
MOST = 60  # times of a sentence that are told apart


@dataclass(frozen=True)
class Dated:
    """A time in a sentence: where it stands and how it reads."""

    start: int
    end: int
    period: Period


def times_in(sentence: str, years: Years) -> list[Dated]:
    """The times of a sentence that say when its work is done, from left to right, none inside another.

    Of a sentence with too many to tell apart one more than `MOST`, so that a caller sees it.
    """
    found: list[Dated] = []
    for match in sorted(_matches(sentence), key=lambda one: (one.start("time"), -one.end("time"))):
        begins = match.start() if match.re in (BRACKETS, CALLED, AT_HOUR) else match.start("time")
        if (not found or begins >= found[-1].end) and (period := _period(sentence, match, years)):
            found.append(Dated(begins, match.end(), period))
            if len(found) > MOST:
                break
    return found


def time_within(text: str, years: Years) -> str:
    """The times that a piece of work names in its own words, as they stand there, or nothing."""
    text = line(text)
    if not _FIGURES.search(text):
        return ""
    return "; ".join(dated.period.text for dated in times_in(text, years) if dated.period.kind != "recurring")


def time_heading(title: str, years: Years) -> Period | None:
    """The time that a heading is and nothing else ("Tháng 3/2026", "Quý II - III"): its parts are done then."""
    text = line(title).strip(" :.*")
    if not _TIME_HEADING.fullmatch(fold(text)):
        return None
    period = read_period(text, years)
    return period if period.spans and _is_to_come(period, years) else None


def _matches(sentence: str) -> Iterator[re.Match[str]]:
    for wording in (AT_HOUR, BRACKETS, CALLED, LED, IN_YEARS, FIRST, LAST, AT_END, ON_DAY, OFTEN, OFTEN_FIRST):
        yield from wording.finditer(sentence)
    for inside in _INSIDE.finditer(sentence):
        yield from WORDED.finditer(sentence, inside.start(), inside.end())


def _period(sentence: str, match: re.Match[str], years: Years) -> Period | None:
    text = line(match["time"])
    before = sentence[max(0, match.start("time") - _NEAR) : match.start("time")]
    if _LONG_AGO.search(text) or _is_feast(before, text) or _NOT_WORK.search(before) or _OTHERS.search(before):
        return None
    if re.match(r"(?:(?:từ |vào )?ngày\b|\d)", text, FLAGS) and (_PAPER.search(before) or _BORN.search(before)):
        return None
    if match.re is OFTEN and _NO_WORK.search(before):
        return None
    if (match.re is ON_DAY and _HONOURS.search(before)) or (match.re is OFTEN and _ROUTINE.search(before)):
        return None
    if years.first == years.last and (match.re is IN_YEARS or re.fullmatch(YEARS, text, FLAGS)):
        return None  # in a plan of one year it says nothing of when
    period = read_period(text, years)
    return period if period.spans and _is_to_come(period, years) else None


def _is_feast(before: str, text: str) -> bool:
    """ "Ngày hội Đại đoàn kết (18/11)" says which day it is, not when somebody works."""
    clause = re.split(r"[;:]", before)[-1]
    return bool(_ONLY_DAY.match(text)) and bool(_FEAST.search(clause))


def _is_to_come(period: Period, years: Years) -> bool:
    """Whether it ends in the plan's years, or a year after them (a report on the last one)."""
    ends = [span.finish or span.start for span in period.spans]
    return all(end is not None and years.first <= end.year <= years.last + 1 for end in ends)
