"""Text is normalised once, at the boundary: NFC, no control characters, plain spaces."""

import re
import unicodedata

# Control characters, marks that show nothing, and bidirectional controls, which would let a title show other words
# than it holds
_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_BLANKS = re.compile(r"\s+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]")
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f\u0483-\u0487\u1ab0-\u1abd\u1dc0-\u1dff\u20d0-\u20dc\ufe20-\ufe2f]")
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
    text = _DROPPED.sub("", (text or "").replace("\r\n", "\n").replace("\r", "\n"))
    # What is dropped may have stood between a letter and its accent, so NFC comes after it
    return _SURROGATES.sub("\ufffd", unicodedata.normalize("NFC", text)).strip()


def line(text: str | None) -> str:
    """Text of one line: clean, without soft hyphens, with every run of blanks (also non-breaking ones) as one space.

    In several lines soft hyphens stay: in the letters of before Unicode they are the letter "ư".
    """
    return _BLANKS.sub(" ", clean(text).replace("\xad", "")).strip()


def plain_dashes(text: str) -> str:
    """Every dash as a hyphen-minus, for grammars and keys; what is stored keeps its own."""
    return _DASHES.sub("-", text)


def one_tone(text: str) -> str:
    """Lower-case text with one of the two placements of tone marks (hòa, not hoà; ủy, not uỷ)."""
    return _TONES.sub(lambda m: _OLD_TONES[m.group()], text)


def fold(text: str | None) -> str:
    """A key for searching and sorting: lower case, without accents, đ as d, blanks as one space."""
    text = unicodedata.normalize("NFD", line(text).casefold().replace("đ", "d"))
    return _ACCENTS.sub("", text)


def name_key(name: str | None) -> str:
    """A key under which spellings of one name meet: case, dashes, blanks and tone places do not count.

    "Ban Dân chủ- Pháp luật" and "Ban\\n\\nDân chủ – Pháp luật" have one key.
    """
    return re.sub(r"[\W_]+", "", one_tone(line(name).casefold()))
