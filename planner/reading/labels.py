"""The numbers that sections begin with ("I.", "Điều 2.", "a)", "-"), what each counts, and how deep it stands."""

import re
from dataclasses import dataclass

from planner.text import fold, line

PART, CHAPTER, LETTER, ROMAN, ARTICLE, PROGRAMME, NUMBER, DECIMAL, ITEM, NAME, BULLET = range(11)
_ROMAN = r"[IVX]{1,5}"
_COUNT = rf"(?:nhất|hai|ba|tư|năm|sáu|bảy|{_ROMAN}|\d{{1,2}})"
_NAMED = (
    "chương trình|nhiệm vụ|nội dung|chuyên đề|đợt|giai đoạn|nhóm nhiệm vụ|nhóm giải pháp|mục tiêu|chỉ tiêu"
    "|hoạt động|dự án"
    "|giải pháp|phong trào|khâu|bước|cấu phần|hợp phần"
)
_BULLETS = "-–—+*•●○▪■◦‣►➢✓✔❖o\uf0b7\uf0a7\uf0d8\uf0fc"
_LABELS = (
    "mục tiêu|mục đích|yêu cầu|nhiệm vụ|giải pháp|chỉ tiêu|nội dung|kết quả|hạn chế|nguyên nhân|ưu điểm|tồn tại"
    "|thời gian"
    "|địa điểm|đối tượng|kinh phí|tổ chức thực hiện|phân công|tiến độ|hình thức|phạm vi|căn cứ|kiến nghị"
    "|đề xuất|hoạt động"
)
# The form, its depth, and what it looks like: group 1 is the number as written, 2 what it counts, 3 the rest.
_FORMS: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("part", PART, re.compile(rf"(Phần (?:thứ )?({_COUNT}))(?:[.:-]\s*|\s+|$)(.*)", re.IGNORECASE)),
    ("chapter", CHAPTER, re.compile(rf"(Chương ({_ROMAN}|\d{{1,2}}))(?:[.:-]\s*|\s+|$)(.*)", re.IGNORECASE)),
    ("heading", CHAPTER, re.compile(rf"(Mục ({_ROMAN}|\d{{1,2}}))(?:[.:-]\s*|\s+|$)(.*)", re.IGNORECASE)),
    ("article", ARTICLE, re.compile(r"(Điều (\d{1,3}))[.:]\s*(.*)", re.IGNORECASE)),
    (
        "roman",
        ROMAN,
        # "V/v" is what a letter is about
        re.compile(rf"(?!V/[vV]\b)(({_ROMAN}))(?:\s*[.)/:]\s+|\s?[-–]\s*(?=[^\W\d])|[./](?=[^\W\d]))(.*)"),
    ),
    ("letter", LETTER, re.compile(r"(([A-HĐ]))(?:[.)/]\s+|\s?[-–]\s+)(.*)")),
    ("programme", PROGRAMME, re.compile(rf"((?:{_NAMED}) (?:thứ |số )?({_COUNT}))\s*[:.]\s*(.*)", re.IGNORECASE)),
    ("decimal3", DECIMAL, re.compile(r"(\d{1,2}(?:\.\d{1,2}){3})(?:[.)/:-]\s*|\s+)()(.*)")),
    ("decimal2", DECIMAL, re.compile(r"(\d{1,2}(?:\.\d{1,2}){2})(?:[.)/:-]\s*|\s+)()(.*)")),
    ("decimal1", DECIMAL, re.compile(r"(\d{1,2}\.(\d{1,2}))(?:\s?[.)/:–-]\s+|[.)/:-](?=[^\W\d])|\s+)(.*)")),
    ("bracket", ITEM, re.compile(r"(\((\d{1,2})\))\s*(.*)")),
    ("half bracket", ITEM, re.compile(r"((\d{1,2})\))\s*(?=\S)(.*)")),
    (
        "number",
        NUMBER,
        re.compile(r"((\d{1,2}))(?:[./:]\s+|\s?[-–]\s+(?=[^\W\d])|[./](?=[^\W\d])|-(?=[^\W\d])|-\s+(?=\d))(.*)"),
    ),
    ("small letter", ITEM, re.compile(r"(([a-zđ])\))\s*(.*)|(\(([a-zđ])\))\s*(.*)")),
    ("small letter.", ITEM, re.compile(r"(([a-zđ]))[./-]\s+(.*)")),
    ("name", NAME, re.compile(rf"()()((?:{_LABELS})(?: (?![:.])[^\s:.;]{{1,12}}){{0,4}}:)", re.IGNORECASE)),
    ("bullet", BULLET, re.compile(rf"(([{_BULLETS}]))(?:\s+|(?<!o)(?<!\d)(?=[^\W\d]))(.*)")),
)
_WORDS = dict(zip(("nhat", "hai", "ba", "tu", "nam", "sau", "bay"), range(1, 8), strict=True))
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_DIGITS = {"I": 1, "V": 5, "X": 10}
_CLOSES = {"bracket", "half bracket", "small letter"}  # whose bracket belongs to the number as it is shown
_LONGEST_NUMBER = 40


@dataclass(frozen=True)
class Label:
    """A section's number: its form, usual depth, what it counts (None for bullets), and the text behind it."""

    form: str
    rank: int
    value: int | None
    number: str
    text: str


def label_of(text: str) -> Label | None:
    """The number that a paragraph begins with, if it begins with one."""
    text = line(text).strip("*_ ") if text.startswith(("**", "__")) else line(text)
    for form, rank, pattern in _FORMS:
        if found := pattern.fullmatch(text):
            number, counted, rest = (group for group in found.groups() if group is not None)
            sign = counted if form == "bullet" else ""
            number = "-" if sign and sign in "–—" else number
            return Label(
                f"{form} {number}" if sign else form, rank, _value(form, number, counted), number, rest.strip()
            )
    return None


def _value(form: str, number: str, counted: str) -> int | None:
    if form.startswith("decimal"):
        return int(number.rpartition(".")[2])
    if form in ("bullet", "name"):
        return None
    if counted.isdecimal():
        return int(counted)
    if form.startswith("small") or form == "letter":
        return _ALPHABET.find(counted.lower()) + 1
    return _WORDS.get(fold(counted)) or _roman(counted.upper())


def _roman(text: str) -> int:
    digits = [_DIGITS.get(letter, 0) for letter in text]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))
