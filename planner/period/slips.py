"""Slips of the pen, of keyboards and of scanners, put right where only one reading is possible."""

import re
import unicodedata

_AFTER_QUARTER = r"(?=\s*(?:[0-9]|[ivxl1|]+\b))"
_A = "aàáảãạăằắẳẵặâầấẩẫậ"
_E = "eèéẻẽẹêềếểễệ"
_O = "oòóỏõọôồốổỗộơờớởỡợ"
_U = "uùúủũụưừứửữự"
_UNIT_AHEAD = rf"(?=\s+(?:ng[{_A}]y|tu[{_A}]n|th[{_A}]ng|qu[yýỳỷỹỵ]|n[{_A}]m)\b)"

# What is written, and what it stands for. A slip counts only where a number or a time word follows, so that
# "quy định", "thẳng" or "tử" stay what they are.
_SLIPS = [(re.compile(found), meant) for found, meant in (
    (r"\bth[aàảãạăắằẳâấ]ng(?=\s*(?:[0-9ol]|[ivx]+\b))", "tháng"),
    (rf"\b[tl][hbn][{_A}]ng(?=\s*(?:[0-9ol]|[ivx]+\b))", "tháng"),
    (r"(?<=[0-9ivx]) va (?=[0-9ivx])", " và "),
    (rf"\bth[{_A}](?:rg|nq|n9|ug|nɡ)\b", "tháng"),
    (r"(tuần [0-9](?:\s?[,-]\s?[0-9])*)\s?/\s?t(?:háng)?\s?(?=[0-9])", r"\1 tháng "),
    (r"\b(?:quí|[qo0g]uý|quỳ|quỷ) (?:l|1)v\b", "quý iv"),
    (rf"\b(?:[qo0g][{_U}][yýỳỷỹỵiíìỉĩị]|[o0g](?:uý|úy)|quí|qú[yi])" + _AFTER_QUARTER, "quý"),
    (r"\b(?:quí|qúy|qúi)\b", "quý"),
    (r"\bng[aáảã]y(?=\s*[0-9])", "ngày"),
    (r"\btu[aàáảãâầấ]n(?=\s*[0-9])", "tuần"),
    (r"\bn[aàãâáạ]m(?=\s*(?:19|20)[0-9]{2})", "năm"),
    (rf"\b[đd][{_E}]n(?=\s*(?:hết|ngày|tháng|quý|năm|[0-9]))", "đến"),
    (rf"\btr[{_U}][{_O}]c\b", "trước"),
    (r"(?<!quý )(?<!tháng )(?<!thứ )(?<!đầu )\bt[ửưùủũữụ](?=\s+(?:ngày|tháng|quý|năm|[0-9]))", "từ"),
    (rf"\bh[aàáảãăằắẳẵâấầ]ng{_UNIT_AHEAD}", "hằng"),
    (r"\bhàng(?= (?:thứ|chủ nhật)\b)", "hằng"),
    (rf"\b[đd][aàáảãâầấẩẫậ]u{_UNIT_AHEAD}", "đầu"),
    (rf"\bcu[{_O}]i{_UNIT_AHEAD}", "cuối"),
    (rf"\bgi[{_U}]a{_UNIT_AHEAD}", "giữa"),
    (r"(?<=[0-9])\s*(?:÷|~|→|->|=>|\.{2,})\s*(?=[0-9tqnđh])", " - "),
    (r"\bquý(?=[0-9ivxl1|])", "quý "),
    (r"(?<![^\W_])(0?[369])\s?t(?=\s?/\s?20|\s(?:đầu|cuối|năm)\b|[\s,;]*$)", r"\1 tháng"),
    (r"\btháng(?=[0-9ol])", "tháng "),
)]  # fmt: skip

# Phrases that mean one thing whatever their accents.
_PHRASES = (
    "thường xuyên", "theo kế hoạch", "theo chỉ đạo", "theo hướng dẫn", "theo yêu cầu", "sau khi", "khi có", "liên tục",
    "đột xuất", "định kỳ", "giai đoạn", "nhiệm kỳ", "dự kiến", "chậm nhất", "hoàn thành", "cả năm", "hằng ngày",
    "hằng tuần", "hằng tháng", "hằng quý", "hằng năm", "kể từ", "trễ nhất",
)  # fmt: skip
# Words that get their accents back only in a text that was typed without any.
_WORDS = (
    "hằng", "mỗi", "các", "tháng", "quý", "năm", "ngày", "tuần", "từ", "đến", "tới", "hết", "trước", "và", "hoặc",
    "đầu", "giữa", "cuối", "trong", "cả", "lần", "thứ", "đợt",
)  # fmt: skip
# "Kì" and "kỉ" are spellings of their own.
_SHORT_I, _ANNIVERSARY = re.compile(r"\bkì\b"), re.compile(r"\bkỉ niệm\b")
_PLAIN_SIX = re.compile(r"\bsau(?= thang (?:dau|cuoi))")


def _bare(text: str) -> str:
    """Without accents, letter for letter, so that places in it are places in `text`."""
    return "".join("d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0] for letter in text)


def _by_bare(words: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    known = {_bare(word): word for word in words}
    return re.compile(r"\b(?:" + "|".join(sorted(known, key=len, reverse=True)) + r")\b"), known


_BARE_PHRASES, _BARE_WORDS = _by_bare(_PHRASES), _by_bare(_PHRASES + _WORDS)


def mend(text: str) -> str:
    """A lower-case text without its slips."""
    text = _SHORT_I.sub("kỳ", _ANNIVERSARY.sub("kỷ niệm", text))
    plain = text.isascii()
    text = _accented(_PLAIN_SIX.sub("6", text) if plain else text, *(_BARE_WORDS if plain else _BARE_PHRASES))
    for slip, meant in _SLIPS:
        text = slip.sub(meant, text)
    return text


def _accented(text: str, found: re.Pattern[str], known: dict[str, str]) -> str:
    parts, at = [], 0
    for match in found.finditer(_bare(text)):
        parts += [text[at : match.start()], known[match.group()]]
        at = match.end()
    return "".join([*parts, text[at:]])
