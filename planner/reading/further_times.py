"""Parts of a sentence that name no work of their own: "và", "đợt 2", "kỳ cuối năm", "báo cáo năm", "tổng kết".

Their time is a further time of the work before them.
"""

import re
from collections.abc import Iterable, Iterator

from planner.period import Years, read_period
from planner.reading.dated import Dated
from planner.reading.work_titles import LONGEST, title_above
from planner.text import line

_EDGE = " ;,.:-–—("
_AND = re.compile(r"^(?:(?:và|hoặc|rồi|còn|riêng|cùng với)(?:\s+|$))+", re.IGNORECASE)
_WHICH = (
    r"(?:\d{1,2}(?:/20\d\d)?|[IVX]{1,4}(?:/20\d\d)?|một|hai|ba|tư|bốn|năm|đầu|cuối|sau|kế tiếp|tiếp theo|còn lại"
    r"|(?:(?:đầu|giữa|cuối)|6 tháng(?: (?:đầu|cuối))?) năm)"
)
_LED_ON = re.compile(r"^(?:và|hoặc)\s+", re.IGNORECASE)
_ONLY_AND = re.compile(r"\s*,?\s*(?:và|hoặc)\s*", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:gửi|về|cho|tại|với|ở|để)\b", re.IGNORECASE)
_WHERE = re.compile(r"(?:gửi )?(?:về|cho|tại|với|ở|để)\b", re.IGNORECASE)
_TURN = re.compile(
    rf"(?:(?:đợt|lần|kỳ|vòng|bước|giai đoạn|lượt|khóa|học kỳ|phiên|cuộc|lớp|buổi|chuyến|kỳ họp)(?: thứ)? {_WHICH}"
    r"|quý (?:[IVX]{1,3}|\d)|(?:đầu|giữa|cuối|cả) năm"
    r"|6 tháng (?:đầu|cuối) năm|(?:đầu|giữa|cuối) (?:kỳ|nhiệm kỳ|năm học|học kỳ)|(?:0?1 )?năm|[369] tháng"
    r"|(?:dịp )?Tết(?: Nguyên đán)?|(?:làm |tổ chức |triển khai )?(?:đại trà|diện rộng))"
    r"(?: (?:là|xong|dự kiến|chậm nhất))?",
    re.IGNORECASE,
)
# "chi hội 2", "các thôn còn lại": who does it then, in the same work
_BODY = re.compile(
    r"(?:các )?(?:chi hội|chi bộ|chi đoàn|thôn|bản|ấp|khu|khu phố|tổ|tổ dân phố|cụm|nhóm|khối|điểm|xã|phường|đơn vị"
    r"|trường) (?:số )?(?:\d{1,2}|[IVX]{1,4}|còn lại|khác)|cấp (?:tỉnh|huyện|xã|cơ sở|trung ương)"
    r"|(?:các )?(?:hộ |gia đình |đối tượng |người )+(?:nghèo|cận nghèo|(?:mới )?thoát nghèo|có công|cao tuổi|khuyết tật"
    r"|chính sách|còn lại|khác)",
    re.IGNORECASE,
)
_SAID_BESIDE = re.compile(r"\s*\([^()]{1,40}\)\s*(?:,|,?\s*(?:và|hoặc))\s*", re.IGNORECASE)
_STAGE = re.compile(r"(?:sơ kết|tổng kết|chung kết)(?: (?:năm|cuối năm|cả năm))?", re.IGNORECASE)
_REPORT = re.compile(
    r"(?:(?:gửi|nộp) )?báo cáo(?: kết quả)? (?:(?:sơ kết|tổng kết)(?: năm)?|(?:cả |cuối )?năm"
    r"|(?:6|9) tháng(?: (?:đầu|cuối) năm)?|quý(?: (?:[IVX]{1,3}|\d))?|chính thức)(?: 20\d\d)?(?: gửi)?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")
_STEP = re.compile(r"\s*\([^()]*\)$")  # "Cuộc thi (phát động)"
_REPORTS = re.compile(r"\bbáo cáo\b", re.IGNORECASE)

Work = tuple[str, Dated]


def is_turn(title: str) -> bool:
    """Whether a title only counts ("đợt 2", "kỳ cuối năm"): it says which of the work above, not what."""
    return not (words := _words(title)) or bool(_TURN.fullmatch(words))


def before_next_turn(title: str, between: str) -> str:
    """What of the words between two times is the first one's: "Kỳ I trước 15/6 gửi báo cáo, kỳ II trước 15/12"."""
    first, comma, last = between.rpartition(",")
    if not comma or not _words(last) or not is_turn(last) or not is_turn(title.rpartition(": ")[2]):
        return ""
    return first if first.strip(_EDGE) and not _IN_BRACKETS.fullmatch(first) else ""


def _goes_on(title: str, between: str) -> bool:
    """ "Báo cáo trước 20/6 và trước 20/11 gửi Ủy ban": behind "và" and its time the first clause goes on."""
    return bool(_ONLY_AND.fullmatch(between) and _GOES_ON.match(_words(title)))


def with_further(found: Iterable[Work], sentence: str, years: Years) -> Iterator[Work]:
    """The dated work of a sentence; a time whose words name no work belongs to the work before it.

    Where the times do not read together as one, the further one is named by the work before it.
    """
    kept: Work | None = None
    for title, dated in found:
        if kept and (named := _of_turns(kept[0], title, sentence[kept[1].end : dated.start])):
            title, kept = named, (named, kept[1])
        if kept and _is_further(title, kept[0], sentence[kept[1].end : dated.start]):
            if joined := _joined(kept, (title, dated), sentence, years):
                kept = joined
                continue
            title = title_above(_STEP.sub("", kept[0]), _words(title)) or kept[0]
        if kept:
            yield kept
        kept = _LED_ON.sub("", title) or title, dated
    if kept:
        yield kept


def _of_turns(before: str, title: str, between: str) -> str:
    """ "Kỳ I trước 15/6, kỳ II trước 15/12 gửi báo cáo": what stands behind the last turn is the work of all."""
    turns = before.rpartition(": ")[2]
    words, turn = _words(title), _words(between)
    if ";" in between or not turn or not is_turn(turn) or not words.startswith(f"{turn} "):
        return ""
    if _WHERE.match(words[len(turn) + 1 :]):
        return f"{before}, {words}"
    return f"{turns}, {words}" if all(map(is_turn, turns.split(", "))) else ""


def _is_further(title: str, before: str, between: str) -> bool:
    """A report on the year is one with the half-year's only where a comma or "và" holds them together."""
    if title == before or is_turn(title) or _goes_on(title, between) or _SAID_BESIDE.fullmatch(between):
        return True
    words = _words(title)
    if ";" in between or not line(between).strip(_EDGE):
        return False
    return bool(
        _STAGE.fullmatch(words) or _BODY.fullmatch(words) or (_REPORT.fullmatch(words) and _REPORTS.search(before))
    )


def _joined(before: Work, further: Work, sentence: str, years: Years) -> Work | None:
    (title, first), (part, second) = before, further
    between = sentence[first.end : second.start]
    text = f"{first.period.text}; {second.period.text}"
    period = read_period(text, years)
    if period.question or set(period.spans) != {*first.period.spans, *second.period.spans}:
        return None
    part = "" if _SAID_BESIDE.fullmatch(between) else _words(part)
    return _named(title, part), Dated(first.start, second.end, period)


def _named(title: str, part: str) -> str:
    """ "Tập huấn 02 đợt (đợt 1)" and "đợt 2": "Tập huấn 02 đợt (đợt 1, đợt 2)"."""
    if not part or part == title:
        return title
    comma = "" if _GOES_ON.match(part) else ","
    named = f"{title[:-1]}{comma} {part})" if title.endswith(")") else f"{title}{comma} {part}"
    return named if len(named) <= LONGEST else title


def _words(title: str) -> str:
    return _AND.sub("", line(title).strip(_EDGE)).strip(_EDGE)
