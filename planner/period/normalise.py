"""What the grammar reads: lower case, one spelling, with the slips of scanners where one reading is possible."""

import re
import unicodedata

from planner.text import fold, line, one_tone, plain_dashes

_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
            "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "nhất": 1, "nhì": 2}  # fmt: skip
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_ROMAN_SLIP = re.compile(r"(?<=quý )(?=[1|il]*[il|])([1il|]{1,3}|[1l|]v)\b")
_NUMBER_SLIP = re.compile(r"(?<=tháng )(?=[oli0-9]*[0-9])([0-9]?[oli][0-9]?)|(?<=tháng )([ol])\b")
_DOTTED = re.compile(r"(?<=tháng )[0-9]{1,2}(?:\.[0-9]{1,2}){2,}(?![0-9./])")
_FIRST_BULLET = re.compile(r"[-–—+•*]\s?(?=[^\W\d_])")
_BULLET = re.compile(r"(?<=\S)\s[-–—+•*]\s?(?=[^\W\d_])")
_DIGITS = str.maketrans("oli", "011")
_ROMANS = str.maketrans("1l|", "iii")
_AFTER_QUARTER = r"(?=\s*(?:[0-9]|[ivxl1|]+\b))"

# Spellings and slips: (what is written, what it stands for). A slip counts only where a number or a
# time word follows, so that "quy định", "thẳng" or "tử" stay what they are.
_SLIPS = [(re.compile(found), meant) for found, meant in (
    (r"\bth[aàảãạăắằẳâấ]ng(?=\s*(?:[0-9ol]|[ivx]+\b))", "tháng"),
    (r"\b(?:[qo0g]u[yỳỷỹỵiíìỉĩị]|[o0g](?:uý|úy)|quí|qú[yi])" + _AFTER_QUARTER, "quý"),
    (r"\b(?:quí|qúy|qúi)\b", "quý"),
    (r"\bng[aáảã]y(?=\s*[0-9])", "ngày"),
    (r"\bn[aàãâáạ]m(?=\s*(?:19|20)[0-9]{2})", "năm"),
    (r"\bđ[eêềểễẽẹ]n(?=\s*(?:hết|ngày|tháng|quý|năm|[0-9]))", "đến"),
    (r"\btr[uư][oóơớ]c\b", "trước"),
    (r"(?<!quý )(?<!tháng )\bt[ửưùủũữụ](?=\s+(?:ngày|tháng|quý|năm|[0-9]))", "từ"),
    (r"\bhàng(?=\s+(?:ngày|tuần|tháng|quý|năm))", "hằng"),
    (r"(?<=[0-9])\s*(?:÷|~|→|->|=>)\s*(?=[0-9tqnđh])", " - "),
    (r"\bquý(?=[0-9ivxl1|])", "quý "),
    (r"\btháng(?=[0-9ol])", "tháng "),
)]  # fmt: skip

# Text typed without any accent: only words of this list get them back.
_TYPED_PLAIN = {fold(word): word for word in (
    "thường xuyên", "theo kế hoạch", "theo chỉ đạo", "theo hướng dẫn", "theo yêu cầu", "sau khi", "khi có", "liên tục",
    "đột xuất", "định kỳ", "giai đoạn", "nhiệm kỳ", "dự kiến", "chậm nhất", "hoàn thành", "hằng", "mỗi", "các", "tháng",
    "quý", "năm", "ngày", "tuần", "từ", "đến", "tới", "hết", "trước", "và", "hoặc", "đầu", "giữa", "cuối", "trong",
    "cả", "lần", "thứ", "đợt",
)}  # fmt: skip
_PLAIN = re.compile(r"\b(?:" + "|".join(sorted(_TYPED_PLAIN, key=len, reverse=True)) + r")\b")
_PLAIN_SIX = re.compile(r"\bsau(?= thang (?:dau|cuoi))")


def normalise(text: str) -> str:
    """The one line that the rules match; never longer than a few times `text`."""
    text = one_tone(plain_dashes(line(unicodedata.normalize("NFKC", text)).lower()))
    if bulleted(text):
        text = _BULLET.sub(" ; ", text)
    if text.isascii():
        text = _PLAIN.sub(lambda m: _TYPED_PLAIN[m.group()], _PLAIN_SIX.sub("6", text))
    for slip, meant in _SLIPS:
        text = slip.sub(meant, text)
    text = _DOTTED.sub(lambda m: m.group().replace(".", ","), text)
    text = _ROMAN_SLIP.sub(lambda m: m.group().translate(_ROMANS), text)
    text = _NUMBER_SLIP.sub(lambda m: m.group().translate(_DIGITS), text)
    return _numbers(text)


def bulleted(text: str) -> bool:
    """Whether a line holds several bullets that were lines of their own: then a dash is no range."""
    return bool(_FIRST_BULLET.match(text) and _BULLET.search(text))


def _numbers(text: str) -> str:
    """Number words as figures, where they count months, quarters or weeks. "Năm" is five only after a lone "tháng"."""
    text = re.sub(r"(?<!hằng )(?<!mỗi )(?<![0-9] )\btháng năm(?= *(?:$|[,;]|và\b))", "tháng 5", text)
    found = rf"\b(tháng|quý|tuần(?: thứ)?) (?!năm\b)({_WORDS})\b"
    text = re.sub(found, lambda m: f"{m[1]} {_NUMBERS[m[2]]}", text)
    return re.sub(r"\b(hai|ba|bốn|sáu|chín)(?= tháng\b)", lambda m: str(_NUMBERS[m[1]]), text)
