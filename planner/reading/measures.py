"""The figures of a promise: value, unit, and whether it is a floor, a ceiling or the figure itself."""

import re

from planner.reading.drafts import Measure
from planner.text import line

_FIGURE = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\d]|[.,/-]\d)\s*(%?)")
_AT_LEAST = re.compile(
    r"(ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn)\s*(?:là |đạt |có )?(?:từ )?$", re.IGNORECASE
)
_MORE = re.compile(r"(?<!cấp )(trên|hơn|vượt)\s*$", re.IGNORECASE)
_AT_MOST = re.compile(r"(không quá|tối đa|nhiều nhất|không vượt quá|không vượt|không cao hơn)\s*$", re.IGNORECASE)
_LESS = re.compile(r"\b(dưới)\s*$", re.IGNORECASE)
_UPWARD = re.compile(r"[^;,.]{0,40}?\b(trở lên)\b")
_DOWNWARD = re.compile(r"[^;,.]{0,40}?\b(trở xuống)\b")
# A figure behind one of these is a name or a time, not a promise.
_NAMES = re.compile(
    r"(số|lần thứ|thứ|khóa|khoá|năm|tháng|ngày|quý|điều|khoản|đợt|kỳ|tuần|nghị quyết|quyết định|kết luận|chỉ thị"
    r"|luật|lớp|giai đoạn|mục|chương trình|trung ương|biểu|vòng|hạng|loại|từ|đến|quốc lộ|tuổi|covid-|covid)\s*$",
    re.IGNORECASE,
)
_TIMES = re.compile(r"(năm|tháng|ngày|tuần|giờ|quý)\b(?!\s*(?:công|tuổi)|/)", re.IGNORECASE)
_CONDITION = re.compile(r"\bcó từ\s*$", re.IGNORECASE)  # "doanh nghiệp có từ 20 lao động": whom it is about
_UNIT = re.compile(r"[^\W\d]+(?:/[^\W\d]+(?: vị)?)?")
# Words that no unit begins with, and those that end one.
_PREPOSITIONS = re.compile(
    r"cho|của|trong|ở|trở|về|và|đạt|được|theo|với|từ|đến|do|tại|trên|để|là|có|cùng|hoặc|trước|vào|mỗi|dưới|nhằm|giữa"
    r"|chưa|không|hằng|hàng",
    re.IGNORECASE,
)
_VERBS = re.compile(r"thực|tổ|xây|ủng|làm|sửa|chủ|phấn|tham|trực|thuộc|đề", re.IGNORECASE)
_WORDS = 4
_NEAR = 60  # characters looked at on each side: a long paragraph of figures must not cost its square


def read_measures(sentence: str) -> list[Measure]:
    """The figures of a sentence in order; years, days, numbers of papers and ordinals are none of them."""
    sentence = line(sentence)
    return [measure for found in _FIGURE.finditer(sentence) if (measure := _measure(sentence, found))]


def _measure(sentence: str, found: re.Match[str]) -> Measure | None:
    start, end = found.span()
    before, after = sentence[max(0, start - _NEAR) : start], sentence[end : end + _NEAR]
    percent = found[2] == "%"
    comparator = _comparator(before, after)
    if not percent and (_is_name(before, comparator) or _TIMES.match(after)):
        return None
    unit = "%" if percent else _unit(after)
    if not unit or (not percent and not found[1].strip("0")):
        return None
    return Measure(_value(found[1]), unit, comparator)


def _is_name(before: str, comparator: str) -> bool:
    return bool(_CONDITION.search(before)) or (comparator == "=" and bool(_NAMES.search(before)))


def _value(figure: str) -> float:
    value = float(figure.replace(".", "").replace(",", "."))
    return int(value) if value.is_integer() else value


def _comparator(before: str, after: str) -> str:
    if _AT_LEAST.search(before) or _UPWARD.match(after):
        return ">="
    if _AT_MOST.search(before) or _DOWNWARD.match(after):
        return "<="
    if _MORE.search(before):
        return ">"
    return "<" if _LESS.search(before) else "="


def _unit(after: str) -> str:
    """The words after the figure that name what is counted ("cuộc giám sát/đơn vị", "tỷ đồng"): four at most."""
    words: list[str] = []
    for word in after.split(" "):
        found = _UNIT.match(word)
        if not found or len(words) == _WORDS or _PREPOSITIONS.fullmatch(found[0]):
            break
        if words and _VERBS.fullmatch(found[0]):
            break
        words.append(found[0])
        if "/" in found[0]:
            words += _rest_of_ratio(after, found[0])
            break
        if found[0] != word:
            break
    return " ".join(words)


def _rest_of_ratio(after: str, word: str) -> list[str]:
    """The second syllable of what a rate is of: "/đơn vị", "/khu dân cư"."""
    rest = after.split(word, 1)[1].split(" ")
    known = {"đơn": 1, "khu": 2, "cơ": 1, "tổ": 2, "mô": 1, "hội": 1, "thành": 1, "địa": 1}
    count = known.get(word.rpartition("/")[2].lower(), 0)
    return [found[0] for piece in rest[1 : 1 + count] if (found := _UNIT.match(piece))] if not rest[0] else []
