"""What the grammar reads: lower case, one spelling, figures for number words."""

import re
import unicodedata

from planner.period.number_words import NUMBERS, without_glosses
from planner.period.slips import mend
from planner.text import line, one_tone, plain_dashes

_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
# The mark of a footnote is no figure: "tháng 1²".
_FOOTNOTES = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"), " ")
_SENTENCE = re.compile(r"([^\W\d_]{2,}|(?<![0-9])[0-9]{4}|\))\.(?=\s+(\w))")
_ROMAN_SLIP = re.compile(r"(?<=quý )(?:(?=[1|il]*[il|])[1il|]{1,3}|[1l|]v)\b")
# "Quý ll, lll": small letters l in a list of Roman numbers.
_QUARTERS = re.compile(r"(?<=quý )[ivxl|0-9][ivxl|0-9,;+& -]+(?![^\W_])")
_ROMAN_OF_LIST = re.compile(r"(?<![^\W_])[il|]*[l|][il|]*v?(?![^\W_])")
_NUMBER_SLIP = re.compile(r"(?<=tháng )(?=[oli0-9]*[0-9])([0-9]?[oli][0-9]?)|(?<=tháng )(l?[ol])\b")
# "3O/6", "2O26", "l5/6": a figure among letters that look like figures, with no other letter at either end.
_FIGURE_SLIP = re.compile(
    r"(?<![^\W_])(?![0-9]*ii)(?=[oli]*[0-9])[0-9oli]{2,4}(?![^\W_])|(?<=[0-9][,;+-])\s?l[lo]?(?![^\W_])"
)
_DOTTED = re.compile(r"(?<=tháng )[0-9]{1,2}(?:\.[0-9]{1,2}){2,}(?![0-9./])")
# "Quý II các năm 2026 - 2028": the quarter of each of them.
_YEAR = r"(?:năm )?((?:19|20)[0-9]{2})\b"
_EACH_OF_YEARS = re.compile(
    rf"(?<=\S) (?:trong |của |vào )?các năm,?(?: từ)? {_YEAR}\s?(?:-|đến|tới)\s?(?:hết )?{_YEAR}"
)
_ITEM = re.compile(
    r"(?:^|(?:(?<=\S)(?<!quý)(?<!tháng)(?<!tuần)[;,.]?\s))\(?([1-9a-i]|i{2,3}|iv)[.)/]\s?(?=[^\W\d_]{2})"
)
_COUNTS = ("123456789", "abcdefghi", "iiiiiiiv")
_MONTH_OF_QUARTER = re.compile(
    r"\btháng (đầu|giữa|cuối)(?: tiên| cùng)?(?: của)? quý (i{1,3}|iv|[1-4])\b"
    r"(?!\s*(?:[,;+&-]|và\b|đến\b|hoặc\b)\s*(?:[0-9]|[iv]))"
)
_QUARTER = re.compile(r"\b(?:i{1,3}|iv|[1-4])\b")
_MONTHS_OF_QUARTERS = re.compile(
    r"(?:(?<=ngày [0-9] )|(?<=ngày [0-9]{2} )|(?=\S+ \S+ (?:\S+ ){0,2}các ))"
    r"\btháng (đầu|giữa|cuối)(?: tiên| cùng)?(?: của)? (?:các )?quý "
    r"((?:i{1,3}|iv|[1-4])\b(?:\s?(?:,|và)\s?(?:i{1,3}|iv|[1-4])\b)+)"
)
_NTH = {"nhất": "đầu", "một": "đầu", "1": "đầu", "hai": "giữa", "2": "giữa", "ba": "cuối", "3": "cuối"}
_OF_QUARTER = r"(?=(?: của| trong)?(?: mỗi| hằng| các)* quý\b)"
_NTH_MONTH = re.compile(r"\btháng thứ (nhất|một|hai|ba|[123])" + _OF_QUARTER)
_DAY_OF_QUARTER = re.compile(r"(?<![0-9] )(?<!những )(?<!các )(?<!mấy )\bngày(?: làm việc)? (đầu|cuối)(?: tiên| cùng)?"
                             + _OF_QUARTER)  # fmt: skip
# "Ngày 1 tháng năm", "tháng năm năm 2026": May; "6 tháng năm 2026" is the half of a year, "tháng năm 2026" asked.
_MAY = re.compile(
    r"(?:(?<![0-9] )(?<!hằng )(?<!mỗi )(?<!từng )|(?<=ngày [0-9] )|(?<=ngày [0-9]{2} ))\btháng năm\b"
    r"(?! *[0-9]| (?:nay|sau|tới|trước|học|liền|kế|tiếp)\b)"
)
_FIRST_ITEM = re.compile(r"^\(?[1-9a-i][.)]\s(?=[^\W\d_]{2})")
_LONE_ITEM = re.compile(r"(?<!tháng)(?<!quý)(?<!tuần)(?<!ngày) [1-9]\. (?=(?:tháng|quý|tuần|ngày)\b)")
_FIRST_BULLET = re.compile(r"[-–—+•*]\s?(?=[^\W\d_])")
_BULLET = re.compile(r"(?<=\S)\s[-–—+•*]\s?(?=[^\W\d_])")
# "6 tháng đầu và cuối năm": both halves.
_BOTH_ENDS = re.compile(r"\b([0-9]{1,2}) tháng đầu\s?(?:và|[,&+/-])\s?cuối năm\b")
# "Trong 03 tháng 6, 7, 8" counts the months that it names.
_COUNTED_MONTHS = re.compile(r"\b(trong|cả) (?:0?[2-9]|hai|ba|bốn) (?=tháng:? [0-9]{1,2}\s?(?:,|và|-))")
# "10.3 - 10.4", "ngày 10 - 11.11", "ngày 1-9 đến 31-12-2018": days of months, as the other end shows.
_DOTTED_DATES = re.compile(
    r"(?<!tháng )(?<![0-9.,/])(0?[1-9]|[12][0-9]|3[01])\.(0?[1-9]|1[0-2])(\s?(?:-|đến|và)\s?(?:hết )?(?:ngày )?)"
    r"(0?[1-9]|[12][0-9]|3[01])\.(0?[1-9]|1[0-2])(?![0-9./])"
)
_DOTTED_END = re.compile(r"(?<=ngày )([0-9]{1,2}\s?-\s?[0-9]{1,2})\.(0?[1-9]|1[0-2])(?![0-9./])")
_DOTTED_DAYS = re.compile(r"(?<=ngày )([0-9]{1,2}\s?-\s?[0-9]{1,2})\.(0?[1-9]|1[0-2])\.((?:19|20)[0-9]{2})(?![0-9])")
_DASHED_BOTH = re.compile(
    r"(?<![0-9/.-])(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|1[0-2])(\s?(?:đến|tới)\s?(?:hết )?(?:ngày )?)"
    r"(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|1[0-2])(?![0-9/.-])"
)
_TRAILING = re.compile(r"(?<=[0-9]/)([0-9]{1,2})/(?=\s|$)")
_DASHED_START = re.compile(
    r"(?<=ngày )([0-9]{1,2})-(0?[1-9]|1[0-2])"
    r"(?=\s?(?:đến|tới|-)\s?(?:hết )?(?:ngày )?[0-9]{1,2}-[0-9]{1,2}-(?:19|20)[0-9]{2})"
)
_LISTED = 3  # number words in a row: "quý hai, ba, tư"
_FULL = 3  # letters of a capitalised word that is no abbreviation
_DIGITS = str.maketrans("oli", "011")
_ROMANS = str.maketrans("1l|", "iii")


def normalise(text: str) -> str:
    """The one line that the rules match; never longer than a few times `text`."""
    text = line(unicodedata.normalize("NFKC", text.translate(_FOOTNOTES)))
    text = one_tone(plain_dashes(_SENTENCE.sub(_ended, text).lower()))
    if bulleted(text):
        text = _BULLET.sub(" ; ", text)
    text = _EACH_OF_YEARS.sub(r" hằng năm (\1 - \2)", _items(text))
    text = _DOTTED.sub(lambda m: m.group().replace(".", ","), mend(text))
    text = _DASHED_BOTH.sub(r"\1/\2\3\4/\5", text)
    text = _TRAILING.sub(r"\1", _DOTTED_DAYS.sub(r"\1/\2/\3", text))
    text = _DOTTED_END.sub(r"\1/\2", _DOTTED_DATES.sub(r"\1/\2\3\4/\5", _DASHED_START.sub(r"\1/\2", text)))
    text = _QUARTERS.sub(lambda m: _ROMAN_OF_LIST.sub(lambda n: n.group().translate(_ROMANS), m.group()), text)
    text = _ROMAN_SLIP.sub(lambda m: m.group().translate(_ROMANS), text)
    text = _BOTH_ENDS.sub(r"\1 tháng đầu năm và \1 tháng cuối năm", text)
    text = _COUNTED_MONTHS.sub(r"\1 ", text)
    text = _in_quarters(without_glosses(text))
    text = _MONTH_OF_QUARTER.sub(lambda m: f"tháng {_month_of_quarter(m[2], m[1])}", text)
    for slip in (_NUMBER_SLIP, _FIGURE_SLIP):
        text = slip.sub(lambda m: m.group().translate(_DIGITS), text)
    return _numbers(text)


def _ended(found: re.Match[str]) -> str:
    """A full stop before a capital ends a sentence; behind capitals ("TP. Mẫu") it only shortens a word."""
    word, after = found.groups()
    short = word.istitle() and len(word) < _FULL  # "Th. Năm"
    item = not set(word.lower()) - set("ivx")
    return f"{word}{'.' if item or word.isupper() or short or not after.isupper() else ';'}"


def _in_quarters(text: str) -> str:
    """ "Tháng thứ hai của quý" is its middle month, "ngày cuối quý" the last day of its last month."""
    text = _NTH_MONTH.sub(lambda m: f"tháng {_NTH[m[1]]}", text)
    text = _MONTHS_OF_QUARTERS.sub(_listed_months, text)
    return _DAY_OF_QUARTER.sub(lambda m: f"{m.group()} tháng {m[1]}", text)


def _listed_months(found: re.Match[str]) -> str:
    """ "Tháng cuối các quý I, III" is March and September."""
    return "tháng " + _QUARTER.sub(lambda m: str(_month_of_quarter(m[0], found[1])), found[2])


def _month_of_quarter(quarter: str, part: str) -> int:
    """ "Tháng cuối quý II" is June."""
    number = int(quarter) if quarter.isdigit() else ("i", "ii", "iii", "iv").index(quarter) + 1
    return 3 * number - {"đầu": 2, "giữa": 1, "cuối": 0}[part]


def _items(text: str) -> str:
    """ "1. Tháng 3 2. Tháng 9", "a) tháng 4; b) tháng 8": numbers that only count the items, as semicolons."""
    text = _FIRST_ITEM.sub("", text) if len(_ITEM.findall(text)) == 1 else text
    counts = "".join(_ITEM.findall(text))
    if len(counts) < 2 or not any(count.startswith(counts) for count in _COUNTS):
        return _LONE_ITEM.sub(" ; ", text)
    return _ITEM.sub(" ; ", text).removeprefix(" ; ")


def bulleted(text: str) -> bool:
    """Whether a line holds several bullets that were lines of their own: then a dash is no range."""
    return bool(_FIRST_BULLET.match(text) and _BULLET.search(text))


def _numbers(text: str) -> str:
    """Number words as figures, where they count months, quarters or weeks. "Năm" is five only after a lone "tháng"."""
    text = _MAY.sub("tháng 5", text)
    found = rf"\b(tháng|quý|tuần(?: lễ)?(?: thứ)?) (?!năm\b)({_WORDS})\b"
    text = re.sub(found, lambda m: f"{m[1]} {NUMBERS[m[2]]}", text)
    listed = rf"\b((?:tháng|quý) [0-9]{{1,2}}(?:(?:,| và) [0-9]{{1,2}})*(?:,| và)) (?!năm\b)({_WORDS})\b"
    for _ in range(_LISTED):
        text = re.sub(listed, lambda m: f"{m[1]} {NUMBERS[m[2]]}", text)
    counted = r"(?<!thứ )\b(hai|ba|bốn|sáu|chín)(?= (?:tháng|quý|tuần|ngày|lần|kỳ|đợt|cuộc)\b)"
    return re.sub(counted, lambda m: str(NUMBERS[m[1]]), text)
