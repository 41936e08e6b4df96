"""Where running text dates work: the times in a sentence that are neither a paper's, nor an anniversary's, nor over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planner.period import Period, Years, read_period
from planner.text import fold, line

_YEAR = r"(?:\s*(?:/|-|,?\s?năm)\s*20\d\d)?"
_DAY = rf"\d{{1,2}}\s?[/.-]\s?\d{{1,2}}(?:\s?[/.-]\s?20\d\d)?(?![\d/%])|\d{{1,2}}\s+tháng\s+\d{{1,2}}{_YEAR}"
_WHOLE_DAY = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?20\d\d(?![\d/%])"
_YEARS = r"(?:giai đoạn 20\d\d\s*[-–]\s*20\d\d|năm 20\d\d(?:\s*(?:,|;|và|[-–])\s*(?:năm )?20\d\d){0,5})"
_POINT = (
    rf"(?:(?:đầu|giữa|cuối|hết|trung tuần|thượng tuần|hạ tuần)\s+)?(?:ngày\s+(?:{_DAY}|\d{{1,2}}(?=\s*(?:-|–"
    rf"|đến|và)\s*(?:ngày\s+)?\d))"
    rf"|ngày\s+\d{{1,2}}\s+(?:hằng|hàng)\s+(?:tháng|quý)"
    rf"|(?:từ\s+)?tuần\s+(?:thứ\s+)?\w{{1,4}}\s+(?:của\s+)?tháng\s+\d{{1,2}}{_YEAR}|(?:tháng|T)\s*\d{{1,2}}\b{_YEAR}"
    rf"|quý\s+(?:I{{1,3}}|IV|[1-4])\b{_YEAR}|\d{{1,2}}/20\d\d|6 tháng (?:đầu|cuối) năm{_YEAR})"
)
_BARE = rf"(?:{_DAY}|(?:I{{1,3}}|IV|\d{{1,2}})\b(?:/20\d\d)?(?=\s*(?:$|[.,;:)]|và\b|đến\b|[-–])))"
_MORE = (
    rf"(?:\s*(?:,|;)?\s*(?:và|đến(?: hết)?|tới|hoặc|[-–]|,)\s*(?:trước\s+|từ\s+)?(?:{_POINT}|{_BARE}{_YEAR})){{0,5}}"
)
_SPAN = rf"{_POINT}{_MORE}(?:\s+(?:hằng|hàng) năm)?"
# "Từ 05/9 đến 02/10": two days need not call themselves such
_DAYS = r"\d{1,2}/\d{1,2}(?:/20\d\d)?\s*(?:đến(?: hết)?|[-–])\s*(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/20\d\d)?(?![\d/%])"
_LEAD = r"(?:(?:dự kiến|trong|vào|trước|xong|từ|đến|hết|chậm nhất|là|khoảng|của)\s+){1,3}"
_FLAGS = re.IGNORECASE
_BRACKETS = re.compile(
    rf"\(\s*(?P<time>(?:(?:dự kiến|hoàn thành|thực hiện|tổ chức|xong|thời gian:?)\s+){{0,2}}(?:{_LEAD})?"
    rf"(?:{_SPAN}|{_YEARS}|{_DAYS}|(?<=trước ){_DAY}"
    rf"|(?:\d{{1,2}}\s*[-–]\s*)?{_WHOLE_DAY}(?:\s*(?:-|–|đến)\s*{_WHOLE_DAY})?)[^()\d]{{0,25}})\)",
    _FLAGS,
)
_CALLED = re.compile(
    r"(?:^|[;,.:(–-]\s*|\s)(?:thời gian|thời hạn|tiến độ|hạn)(?:\s(?:nộp|xong|thực hiện|hoàn thành|tổ chức"
    r"|triển khai|dự kiến"
    rf"|báo cáo)){{0,3}}\s*(?::\s*|\s)(?P<time>(?:{_LEAD})?(?:{_SPAN}|{_DAYS}|{_WHOLE_DAY}))",
    _FLAGS,
)
_LED = re.compile(rf"(?<!\w)(?P<time>{_LEAD}(?:{_SPAN}|(?<=từ ){_DAYS}|(?<=trước ){_DAY}))", _FLAGS)
# "Đến năm 2030" says what shall be true by then
_IN_YEARS = re.compile(
    r"(?<!\w)(?P<time>từ năm 20\d\d đến(?: hết)? năm 20\d\d"
    r"|(?:trong|vào)(?: các)? năm 20\d\d(?:\s*(?:,|và|[-–])\s*(?:năm )?20\d\d)*)",
    _FLAGS,
)
_FIRST = re.compile(rf"^(?P<time>{_SPAN})(?=\s*[:,–-]\s)", _FLAGS)
_LAST = re.compile(
    rf"(?:[:,]|(?<!\d)(?<!\d\s)[–-])\s*(?P<time>(?:dự kiến\s+)?(?:{_SPAN}|(?:dịp\s+)?{_WHOLE_DAY}))"
    r"(?=\s*(?:[;.]|\./\.)?\s*$|\s*[;)]|,?\stại\b)",
    _FLAGS,
)
_AT_END = re.compile(
    r"(?<!báo cáo)(?<!kế hoạch)(?<!công tác)(?<!nhiệm vụ)(?<!kết quả)(?<!giao ban)(?<!chương trình)(?<!hoạt động)"
    r"(?<!kỳ họp)(?<!phiên họp)"
    r"(?<=\w)\s(?P<time>(?:tháng\s\d{1,2}|quý\s(?:I{1,3}|IV|[1-4]))(?:/|\snăm\s)20\d\d)(?=\s*(?:[;.]|\./\.)?\s*$|\s*;)",
    _FLAGS,
)
# "(phát động tháng 3/2026, tổng kết tháng 11/2026)"
_WORDED = re.compile(
    r"(?:phát động|khai mạc|bế mạc|trao giải|công bố|chấm(?: thi| giải)?|nghiệm thu|sơ kết|tổng kết|bắt đầu|kết thúc"
    rf"|hoàn thành|triển khai|tổ chức|vòng \w+|đợt \d+|lần \d+)\s*:?\s+(?P<time>(?:{_LEAD})?(?:{_SPAN}|{_DAYS}))"
    r"(?=\s*[,;)])",
    _FLAGS,
)
_INSIDE = re.compile(r"\([^()]{8,200}\)")
_PAPER = re.compile(
    r"(?:số\s*:?\s*\d[\w/.-]{0,40}|\d+[-/][A-ZĐ][\w/.-]{0,40}|nghị quyết|quyết định|chỉ thị|kế hoạch|kết luận|thông báo"
    r"|hướng dẫn|công văn|luật|nghị định|thông tư|quy định|công điện|tờ trình"
    r"|văn bản)(?:\s[^,;().\d]{1,40})?,?\s*(?:ra\s)?$",
    _FLAGS,
)
_NOT_WORK = re.compile(r"\b(?:kể|hiệu lực|tính|áp dụng|chốt|số liệu)\s*$", _FLAGS)
_OTHERS = re.compile(r"\b(?:phạm vi|thời kỳ|thời điểm|niên độ|số liệu|mốc)\b[^;.\d]{0,40}:\s*$", _FLAGS)
_BORN = re.compile(r"\b(?:ban hành|thành lập|sinh|ra đời|ký)\s*$", _FLAGS)
_FEAST = re.compile(
    r"kỷ niệm|ngày (?:sinh|mất|thành lập|truyền thống|giải phóng|quốc khánh|hội|quốc tế)|năm ngày", _FLAGS
)
_ONLY_DAY = re.compile(r"(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}(?!\s?/\s?20)|" + _WHOLE_DAY, _FLAGS)
_LONG_AGO = re.compile(r"(?<!\d)1[5-9]\d\d(?!\d)")
# A month or a quarter first: "Năm 2026" heads other things too
_TIME_HEADING = re.compile(
    r"(?:(?:cac|trong|vao|thoi gian|du kien|tu|dau|giua|cuoi) )*(?:thang|quy|6 thang|tuan)\b"
    r"(?: |[,;/.–-]|\d{1,4}|(?:i{1,3}|iv|thang|quy|nam|tuan|tu|den|va|dau|cuoi|giua|het|hoac)\b)+"
)
_FIGURES = re.compile(r"\d|\b[IVX]")
_NEAR = 90  # characters


@dataclass(frozen=True)
class Dated:
    """A time in a sentence: where it stands and how it reads."""

    start: int
    end: int
    period: Period


def times_in(sentence: str, years: Years) -> list[Dated]:
    """The times of a sentence that say when its work is done, from left to right, none inside another."""
    found: list[Dated] = []
    for match in sorted(_matches(sentence), key=lambda one: (one.start("time"), -one.end("time"))):
        begins = match.start() if match.re in (_BRACKETS, _CALLED) else match.start("time")
        if (not found or begins >= found[-1].end) and (period := _period(sentence, match, years)):
            found.append(Dated(begins, match.end(), period))
    return found


def time_within(text: str, years: Years) -> str:
    """The times that a piece of work names in its own words, as they stand there, or nothing."""
    text = line(text)
    if not _FIGURES.search(text):
        return ""
    return "; ".join(dated.period.text for dated in times_in(text, years))


def time_heading(title: str, years: Years) -> Period | None:
    """The time that a heading is and nothing else ("Tháng 3/2026", "Quý II - III"): its parts are done then."""
    text = line(title).strip(" :.*")
    if not _TIME_HEADING.fullmatch(fold(text)):
        return None
    period = read_period(text, years)
    return period if period.spans and _is_to_come(period, years) else None


def _matches(sentence: str) -> Iterator[re.Match[str]]:
    for wording in (_BRACKETS, _CALLED, _LED, _IN_YEARS, _FIRST, _LAST, _AT_END):
        yield from wording.finditer(sentence)
    for inside in _INSIDE.finditer(sentence):
        yield from _WORDED.finditer(sentence, inside.start(), inside.end())


def _period(sentence: str, match: re.Match[str], years: Years) -> Period | None:
    text = line(match["time"])
    before = sentence[max(0, match.start("time") - _NEAR) : match.start("time")]
    if _LONG_AGO.search(text) or _is_feast(before, text) or _NOT_WORK.search(before) or _OTHERS.search(before):
        return None
    if re.match(r"(?:(?:từ |vào )?ngày\b|\d)", text, _FLAGS) and (_PAPER.search(before) or _BORN.search(before)):
        return None
    if years.first == years.last and (match.re is _IN_YEARS or re.fullmatch(_YEARS, text, _FLAGS)):
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
