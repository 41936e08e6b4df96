"""How much a text looks like Vietnamese: the share of its words with marks that are Vietnamese syllables."""

import re
import unicodedata

# What parts words; letters of old code pages may look like any other sign, so only plain signs part.
_BETWEEN = re.compile(r"[\x00-@\[-`{-\x7f\xa0–—…“”‘’•]+")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
# The vowels of a syllable by where the tone is written: on the first, the second or the third of them
_FIRST = "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu oi oo ôi ơi ua ui ưa ưi ưu oa oe uy"
_SECOND = "iê oă uâ uê uô uơ ươ yê oa oe oo uy iêu oai oao oay oeo uây uôi uya uyu ươi ươu yêu"
_THIRD = "uyê"
_PLACES = [set(vowels.split()) for vowels in (_FIRST, _SECOND, _THIRD)]
_VOWELS = "|".join(sorted(set.union(*_PLACES), key=len, reverse=True))
_SYLLABLE = re.compile(f"({_ONSET})({_VOWELS})(?:ch|ng|nh|[cmnpt])?")


def likeness(text: str) -> float | None:
    """0 to 1; None when no word has a mark."""
    words = [word for word in _BETWEEN.split(unicodedata.normalize("NFC", text)) if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if words else None


def is_syllable(word: str) -> bool:
    """Whether a word, with its marks, could be Vietnamese ("nghiệp", "Quý"; not "ho¹ch", "Keá")."""
    letters = [unicodedata.normalize("NFD", letter) for letter in unicodedata.normalize("NFC", word.lower())]
    toned = [n for n, letter in enumerate(letters) if _TONES.search(letter)]
    plain = unicodedata.normalize("NFC", _TONES.sub("", "".join(letters)))
    found = _SYLLABLE.fullmatch(plain) if len(toned) < 2 and len(plain) == len(letters) else None
    if not found or not toned:
        return bool(found)
    place = toned[0] - found.end(1)
    return 0 <= place < len(_PLACES) and found[2] in _PLACES[place]
