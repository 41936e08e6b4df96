"""How much a text looks like Vietnamese: the share of its words with marks that are Vietnamese syllables."""

import re
import unicodedata

# What parts words; letters of old code pages may look like any other sign, so only plain signs part.
_BETWEEN = re.compile(r"[\x00-@\[-`{-\x7f\xa0–—…“”‘’•]+")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ONSET = r"(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
_NUCLEUS = (
    "(iêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ"
    "|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
)
_SYLLABLE = re.compile(f"{_ONSET}{_NUCLEUS}(ch|ng|nh|[cmnpt])?")


def likeness(text: str) -> float | None:
    """0 to 1; None when no word has a mark."""
    words = [word for word in _BETWEEN.split(unicodedata.normalize("NFC", text)) if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if words else None


def is_syllable(word: str) -> bool:
    """Whether a word, with its marks, could be Vietnamese ("nghiệp", "Quý"; not "ho¹ch", "Keá")."""
    parted = unicodedata.normalize("NFD", word.lower())
    if len(_TONES.findall(parted)) > 1:
        return False
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONES.sub("", parted))))
