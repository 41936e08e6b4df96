"""The figures of a promise: value, unit, and whether it is a floor, a ceiling or the figure itself."""

import re
from collections.abc import Iterator

from planner.reading.drafts import Measure
from planner.reading.other_figures import OTHER_THING, UPWARD, is_none
from planner.reading.sentences import own_words
from planner.reading.units import unit_of
from planner.text import line

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d{1,3}|\.\d{1,2})?"
_FIGURE = re.compile(
    rf"(?<![\w.,/-])(?P<value>{_NUMBER})(?P<percent>\s*%)?"
    rf"(?:\s*(?:[-–]|đến)\s*(?P<upto>{_NUMBER})(?P<also>\s*%)?)?(?P<of>/\d+)?(?![\d]|[.,/-]\d)\s*"
)
_FILL = r"(?:\s(?:là|đạt|có|được|thêm|từ|mức|khoảng|còn|mỗi \w{2,6}(?: \w{1,6}){0,3}))*\s*$"
_COMPARATORS = (
    (">=", re.compile(
        rf"\b(?:ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn|thấp nhất){_FILL}"
        r"|(?:≥|>=|=>)\s*$", re.IGNORECASE
    )),
    ("<=", re.compile(
        rf"\b(?:không quá|tối đa|nhiều nhất|không vượt quá|không vượt|không cao hơn|cao nhất){_FILL}"
        r"|(?:≤|<=|=<)\s*$", re.IGNORECASE
    )),
    (">", re.compile(rf"(?<!cấp )\b(?:trên|hơn|vượt){_FILL}|>\s*$", re.IGNORECASE)),
    ("<", re.compile(rf"\b(?:dưới|chưa đến|chưa tới|thấp hơn){_FILL}|<\s*$", re.IGNORECASE)),
)  # fmt: skip
# "ít nhất 03 cuộc giám sát, 02 hội nghị": what is listed behind a floor has it too
_LISTED = re.compile(r"\b(?:ít nhất|tối thiểu|không dưới)\s\d+\s[^;,.:%\d]{1,40}(?:,| và)\s*$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:chiếm|đạt|tăng|giảm|thêm) từ\s*$", re.IGNORECASE)  # "đạt từ 20%"
# "vượt 5% dự toán" is by how much, "vượt 100 nhà" is a floor
_SURPASSES = re.compile(r"\bvượt\s*$", re.IGNORECASE)
_PLANNED = re.compile(r"(?:so với )?(?:dự toán|kế hoạch|chỉ tiêu|cùng kỳ|năm|mức)\b", re.IGNORECASE)
_DOWNWARD = re.compile(rf"{OTHER_THING}{{0,60}}\btrở xuống\b")
_BILLIONS = re.compile(r"\b(\d{1,4}) (tỷ|tỉ) (\d{1,3}) triệu(?: đồng)?\b")
_SAID = re.compile(
    r"\b(ít nhất|tối thiểu|không dưới|không quá|tối đa|từ|đến)((?: (?:có|là|được|thêm))?) "
    r"(một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\b(?! (?:số|phần|vài|trong|là))"
)
_SAID_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_NEAR = 90  # characters looked at on each side: a long paragraph of figures must not cost its square


Figure = tuple[str, Measure]  # with the words before it


def read_measures(sentence: str, first_year: int | None = None) -> list[Measure]:
    """The figures of a sentence in order; years, days, numbers of papers, names and ordinals are none of them.

    What brackets say of years before `first_year` is not promised.
    """
    return [measure for _, measure in read_figures(sentence, first_year)]


def read_figures(sentence: str, first_year: int | None = None) -> list[Figure]:
    """The figures of a sentence in order, each with the words that stand before it."""
    text = own_words(line(sentence), first_year)
    text = _BILLIONS.sub(_in_billions, text)
    text = _SAID.sub(lambda found: f"{found[1]}{found[2]} {_SAID_NUMBERS[found[3]]}", text)
    return [
        (text[max(0, found.start() - _NEAR) : found.start()], measure)
        for found in _FIGURE.finditer(text)
        for measure in _measures(text, found)
    ]


def _measures(text: str, found: re.Match[str]) -> Iterator[Measure]:
    before, after = text[max(0, found.start() - _NEAR) : found.start()], text[found.end() : found.end() + _NEAR]
    percent = bool(found["percent"] or found["also"])
    comparator = _comparator(before, after)
    unit = _unit(found, after, percent)
    if not unit or is_none(found, before, after, percent, comparator):
        return
    if found["upto"]:
        yield Measure(_value(found["value"]), unit, ">=")
        yield Measure(_value(found["upto"]), unit, "<=")
    else:
        yield Measure(_value(found["value"]), unit, comparator)


def _unit(found: re.Match[str], after: str, percent: bool) -> str:
    if not percent:
        return unit_of(after)
    rate = re.match(r"/(?:năm|quý|tháng)\b", after)
    return "%" + (rate[0] if rate else "")


def _in_billions(found: re.Match[str]) -> str:
    return f"{int(found[1]) + int(found[3]) / 1000:g} {found[2]} đồng".replace(".", ",")


def _value(figure: str) -> float:
    """3 digits behind a dot are thousands, fewer are decimals ("86.5")."""
    is_decimal = re.fullmatch(r"\d+\.\d{1,2}", figure)
    value = float(figure if is_decimal else figure.replace(".", "").replace(",", "."))
    return int(value) if value.is_integer() else value


def _comparator(before: str, after: str) -> str:
    if UPWARD.match(after):
        return ">="
    if _DOWNWARD.match(after):
        return "<="
    found = next((sign for sign, wording in _COMPARATORS if wording.search(before)), "=")
    if found == ">" and _SURPASSES.search(before) and _PLANNED.match(after):
        found = "="
    return ">=" if found == "=" and (_LISTED.search(before) or _FROM.search(before)) else found
