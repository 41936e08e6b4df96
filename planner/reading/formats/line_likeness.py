"""How well a line of text stands in a cell of a column, by what the column is: as its first line, or as one more."""

import re
from collections.abc import Sequence
from functools import lru_cache

from planner.period import Years, read_period
from planner.reading.bodies import starts_body
from planner.reading.guess import looks_like_time
from planner.reading.leads import is_person
from planner.text import fold

TIMES = ("submit", "execute", "start", "finish")
_BODIES = ("board", "cooperating", "both")
_ANY = Years.parse("2026")  # which year it is does not matter for whether a text is a time
_LONGEST_TIME, _LONG_NAME, _SHORT_NAME, _LONG_TITLE = 160, 100, 45, 60  # letters
_SAYS_WHO = re.compile(r"[-–+•*]?\s*(co quan |don vi )?(chu tri|phoi hop|tham muu|thuc hien)( voi)?\s*:")
_WHOLE_TIME = re.compile(r"cả (năm|quý|tháng|kỳ|nhiệm kỳ)\b", re.IGNORECASE)  # "cả" begins bodies too
_NAMED_TIME = re.compile(
    r"^(bắt đầu|kết thúc|hoàn thành|trình|thực hiện|ban hành|khởi công|triển khai)\s*:\s*", re.IGNORECASE
)
_PRODUCT = re.compile(
    r"(bao cao|ke hoach|nghi quyet|cong van|van ban|to trinh|ho so|danh sach|quyet dinh|thong bao|chuong trinh|bien ban"
    r"|huong dan|ket luan|hoi nghi|de an|giay moi|tai lieu|thong tri|chi thi|quy che|bai viet|tin, bai)\b"
)
_OPEN = re.compile(
    r"(,|;|:|-|–|\(|\b(và|của|với|cho|các|về|tại|theo|từ|đến|trước|ngày|tháng|quý|hoặc|số|năm|lần|khóa|thứ))$|^(ban|hội|sở|phòng|các)$"
)
_BULLET = re.compile(r"[-–+•*]\s*\S|[a-zđ]\)")
_HEADING = re.compile(r"(?:(?:phần|mục)\s+)?(?:[IVXLC]{1,6}|[A-HĐ])\s?[.):/-]\s*\S.{1,300}", re.IGNORECASE)
_CAPITALS = re.compile(r"[^a-zà-ỹ\d]{4,200}")
_LONE_LETTER = re.compile(r"([IVXLC]{1,6}|[A-HĐ])[.)]?")
_PART_OF_MONTH = re.compile(
    r"((trước|đến|sau|từ|xong|hoàn thành|chậm nhất|muộn nhất|khoảng|trong)\s+)*"
    r"((các )?ngày \d{1,2}(\s*[-–,]\s*\d{1,2})*|(đầu|giữa|cuối|trong) tháng|tuần (\d|[IV]+|đầu|cuối))",
    re.IGNORECASE,
)  # below a month that heads rows
_SAME = re.compile(r"[-–]?\s*(nt|như trên|như nt|\"|〃|-)\s*[-–]?", re.IGNORECASE)
_CODE = re.compile(r"\d{1,4}[-/][A-ZĐ-]{1,12}(/[A-ZĐ0-9-]{1,12})*")  # of another paper: "05-CT/TW"
_STARS = ("*", "**", "***", "♦", "❖")
_TIME_HEADING = re.compile(r"(tháng|quý) (\d{1,2}|[IVX]{1,3})(/20\d\d| năm 20\d\d)?\s*:?", re.IGNORECASE)

SKIPPED = {"title": -8.0, "board": -1.8, "both": -1.8, "cooperating": -0.5, "note": -0.1, "product": -0.4}
SKIPPED |= dict.fromkeys(TIMES, -1.5)
SKIPPED_OTHER = -0.3


@lru_cache(maxsize=8192)
def is_time(text: str) -> bool:
    """Whether a text is a time and nothing else."""
    if len(text) > _LONGEST_TIME or (starts_body(text) and not _WHOLE_TIME.match(text)):
        return False
    if _PART_OF_MONTH.fullmatch(text):
        return True
    period = read_period(_NAMED_TIME.sub("", text), _ANY)
    return period.kind != "unreadable" and (period.question is None or looks_like_time(text))


@lru_cache(maxsize=8192)
def is_heading(text: str) -> bool:
    """Whether a line is the heading of a section: numbered with a letter, or in capitals."""
    if text.endswith(".") and not _LONE_LETTER.fullmatch(text):
        return False
    capitals = bool(_CAPITALS.fullmatch(text)) and " " in text and not starts_body(text)
    return bool(_HEADING.fullmatch(text) or _LONE_LETTER.fullmatch(text)) or capitals


def is_numbered_heading(text: str) -> bool:
    """Whether a line is headed by a Roman figure or a letter ("II. CÔNG TÁC …", "B")."""
    return bool(_HEADING.fullmatch(text) or _LONE_LETTER.fullmatch(text))


def is_lone_number(text: str) -> bool:
    """Whether a line is the number of a heading whose words stand below it ("II", "*")."""
    return text in _STARS or bool(_LONE_LETTER.fullmatch(text))


def is_time_heading(text: str) -> bool:
    """Whether a line is a month or a quarter, as headings of sections are."""
    return bool(_TIME_HEADING.fullmatch(text))


def is_same(text: str) -> bool:
    """Whether a line only says that it is the same as in the row above ("nt"): a whole cell."""
    return bool(_SAME.fullmatch(text))


def is_clear_rest(before: str, text: str) -> bool:
    """Whether a line cannot but belong to the cell of the line before it."""
    return goes_on(before, text) or bool(_BULLET.match(text))


def is_clear_heading(text: str) -> bool:
    """Whether a line heads a section by its number, its star or its capitals."""
    return is_heading(text) or is_lone_number(text) or (is_time_heading(text) and text.isupper())


def is_open(text: str) -> bool:
    """Whether words must follow a line ("Thực hiện Chỉ thị số")."""
    return bool(_OPEN.search(text.rstrip().lower()))


def goes_on(before: str, text: str) -> bool:
    """Whether a line is the rest of the words before it."""
    return text[:1].islower() or is_open(before) or before.count("(") > before.count(")")


@lru_cache(maxsize=16384)
def first(text: str, role: str) -> float:
    """How well a line begins the cell of a column."""
    if role in TIMES:
        return 3.0 if is_time(text) else 0.5 if looks_like_time(text) else -4.0
    if role in _BODIES:
        return _body(text, role)
    if role == "title":
        return _title(text)
    if role == "product":
        return -3.0 if is_time(text) else 1.0 if _PRODUCT.match(fold(text)) else -0.5 if starts_body(text) else 0.0
    if is_time(text):
        return -1.0
    return -0.5 if role == "note" and starts_body(text) else 0.0


def _body(text: str, role: str) -> float:
    if is_time(text):
        return -4.0
    if _CODE.fullmatch(text):
        return -4.0
    if len(text) > _LONG_NAME and "," not in text and ";" not in text:
        return -2.0
    if starts_body(text) or _SAYS_WHO.match(fold(text)):
        return 2.0
    return 1.5 if is_person(text) else -0.5 if role == "board" else -0.3


def _title(text: str) -> float:
    if is_time(text) or text.isdecimal():
        return -3.0
    if starts_body(text) and len(text) < _SHORT_NAME:
        return -1.0
    return 1.0 + min(len(text), _LONG_TITLE) / _LONG_TITLE


@lru_cache(maxsize=16384)
def further(before: str, text: str, role: str) -> float:
    """How well a line goes on in the cell of a column."""
    if is_same(text):
        return -4.0
    if role in TIMES:
        return _further_time(before, text)
    if is_time(text) and not goes_on(before, text):
        return -4.0 if role in _BODIES else -3.0 if role == "title" else -1.0
    if is_clear_rest(before, text):
        return 1.0
    if role in _BODIES:
        return -0.6 if role == "board" else -0.3
    return -1.5 if starts_body(text) and len(text) < _SHORT_NAME else -0.7


def _further_time(before: str, text: str) -> float:
    if is_time(text):
        return -0.4
    return 1.0 if looks_like_time(before) and is_time(f"{before} {text}") else -4.0


def as_heading(text: str, before: str | None, roles: Sequence[str]) -> float:
    """How well a line behind a row's last cell heads the next section; `before` is the heading's line above it."""
    if before is not None and _LONE_LETTER.fullmatch(before):
        return 1.5
    if is_heading(text) or text in _STARS:
        return 3.0
    if is_time_heading(text):
        return 3.0 if not {*TIMES} & {*roles} else 2.0 if text.isupper() else 1.0 if before is not None else -0.5
    if before is not None:
        return 1.0 if before in _STARS else -3.0
    if is_time(text) or text[:1].islower() or starts_body(text):
        return -4.0
    return -0.5 if roles and roles[-1] in TIMES else -2.5
