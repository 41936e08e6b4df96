"""Text is normalised once, at the boundary: NFC, no control characters, plain spaces."""

import re
import unicodedata

_CONTROL = dict.fromkeys(
    [c for c in range(0x20) if c not in (0x09, 0x0A)] + [0x7F] + list(range(0x80, 0xA0)) + [0xFEFF, 0x200B, 0x2060]
)
_BLANKS = re.compile(r"\s+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]")
# Bidirectional controls would let a title show other words than it holds.
_BIDI = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# A lone surrogate cannot be written as UTF-8 anywhere.
_SURROGATES = re.compile("[\ud800-\udfff]")

# Tone marks on oa, oe, uy are written in two ways (hoà, hòa); both are right and mean the same.
_OLD_TONES = {
    new: old
    for pair in ("oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa", "oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe")
    for new, old in [pair.split()]
} | {"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
_TONES = re.compile(r"(?<!q)(?:" + "|".join(_OLD_TONES) + r")(?![\w])")


def clean(text: str | None) -> str:
    """Text of several lines as it is stored: NFC, without control characters, line ends as LF."""
    text = unicodedata.normalize("NFC", (text or "").replace("\r\n", "\n").replace("\r", "\n"))
    return _SURROGATES.sub("\ufffd", text.translate(_CONTROL).translate(_BIDI)).strip()


def line(text: str | None) -> str:
    """Text of one line: clean, with every run of blanks (also non-breaking ones) as one space."""
    return _BLANKS.sub(" ", clean(text)).strip()


def plain_dashes(text: str) -> str:
    """Every dash as a hyphen-minus, for grammars and keys; what is stored keeps its own."""
    return _DASHES.sub("-", text)


def one_tone(text: str) -> str:
    """Lower-case text with one of the two placements of tone marks (hòa, not hoà; ủy, not uỷ)."""
    return _TONES.sub(lambda m: _OLD_TONES[m.group()], text)


def fold(text: str | None) -> str:
    """A key for searching and sorting: lower case, without accents, đ as d, blanks as one space."""
    text = unicodedata.normalize("NFD", line(text).casefold().replace("đ", "d"))
    return "".join(c for c in text if not unicodedata.combining(c))


def name_key(name: str | None) -> str:
    """A key under which spellings of one name meet: case, dashes, blanks and tone places do not count.

    "Ban Dân chủ- Pháp luật" and "Ban\\n\\nDân chủ – Pháp luật" have one key.
    """
    return re.sub(r"[\W_]+", "", one_tone(line(name).casefold()))
