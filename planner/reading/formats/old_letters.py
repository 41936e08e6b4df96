"""The letters of before Unicode: TCVN 5712:1993 (ABC, fonts ".VnTime") and VNI (fonts "VNI-Times").

Both put Vietnamese letters in the places of Western ones: a TCVN3 letter is one sign, a VNI letter a vowel with a
sign behind it. Read by Western code pages "Kế hoạch" is "KÕ ho¹ch" in the one and "Keá hoaïch" in the other.
"""

import re
import unicodedata
from dataclasses import dataclass

from planner.reading.formats.syllables import likeness

_TCVN3_SIGNS = (
    "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
)  # fmt: skip
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)  # fmt: skip
_TCVN3 = dict(zip(map(ord, _TCVN3_SIGNS), _TCVN3_LETTERS, strict=True))

# VNI: the sign behind a vowel → its marks; letters that are one sign
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT, _HAT, _BREVE = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306"
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _HAT, "á": _HAT + _ACUTE, "à": _HAT + _GRAVE, "å": _HAT + _HOOK, "ã": _HAT + _TILDE, "ä": _HAT + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = re.compile("([aeouyôö])([" + "".join(_VNI_MARKS) + "])|([" + "".join(_VNI_LETTERS) + "])", re.IGNORECASE)

# Signs that stand in no Vietnamese text of today
_ODD = re.compile("[¡-¦¨-¯µ¶¸¹º¼-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöøûüþÿ]")
# The Icelandic letter looks like the Vietnamese one and is often typed for it; a soft hyphen is not seen
_SLIPS = str.maketrans("Ðð", "Đđ", "\xad")
_SLIP = re.compile("[Ðð\xad]")
_SAMPLE = 50_000  # letters
_CERTAIN, _LIKELY = 0.9, 0.6


def from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    return unicodedata.normalize("NFC", _VNI.sub(_letter, text))


def _letter(found: "re.Match[str]") -> str:
    vowel, mark, letter = found.groups()
    if letter:
        return _cased(letter, _VNI_LETTERS[letter.lower()])
    return _cased(vowel, _VNI_LETTERS.get(vowel.lower(), vowel.lower())) + _VNI_MARKS[mark.lower()]


def _cased(like: str, letter: str) -> str:
    return letter.upper() if like.isupper() else letter


def is_old_font(name: str) -> bool:
    return name.lower().startswith((".vn", "vni"))


def in_font(text: str, font: str) -> str:
    """A text that is shown in a font; text of an old font that is Unicode already stays as it is."""
    if not is_old_font(font) or text.isascii() or _is_modern(text):
        return _capitals(text, font)
    found = from_tcvn3(text) if font.lower().startswith(".vn") else from_vni(text)
    return _capitals(found, font) if (likeness(found) or 0) >= (likeness(text) or 0) else text


def _capitals(text: str, font: str) -> str:
    """The fonts ".VnTimeH", ".VnArialH" … show small letters as capitals."""
    return text.upper() if font.lower().startswith(".vn") and font.endswith("H") else text


def _has_letters(text: str) -> bool:
    """A cell that holds nothing but "×" is marked; it is no word of one old letter."""
    return any(map(str.isalpha, text))


def _is_modern(text: str) -> bool:
    """Whether a letter stands there that only Unicode has."""
    return any(ord(sign) > 0xFF and sign.isalpha() for sign in text)


@dataclass(frozen=True)
class Modern:
    """Texts in the letters of today, and whether that is certain; those of today stay as they are."""

    texts: list[str]
    is_certain: bool = True


def modern(texts: list[str]) -> Modern:
    """The pieces of one document, in which some or all may be in old letters.

    Certain is what gives Vietnamese nearly everywhere where the text as it stands does not.
    """
    odd = "\n".join(text for text in texts if _ODD.search(text) and _has_letters(text))[:_SAMPLE]
    before = likeness(odd.translate(_SLIPS))
    if before is None or before >= _CERTAIN:
        return Modern([_without_slips(text) for text in texts])
    change = max((from_tcvn3, from_vni), key=lambda each: likeness(each(odd)) or 0)
    after = likeness(change(odd)) or 0
    if after <= before or after < _LIKELY:
        return Modern([_without_slips(text) for text in texts])
    # A word such as "Quý" is one in both: where nothing is in today's letters it is in those of its neighbours
    all_old = not any(map(_is_modern, texts))
    changed = [change(text) if _gains(text, change(text), all_old) else _without_slips(text) for text in texts]
    return Modern(changed, is_certain=after >= _CERTAIN)


def _without_slips(text: str) -> str:
    return text.translate(_SLIPS) if _SLIP.search(text) else text


def _gains(text: str, changed: str, all_old: bool) -> bool:
    before, after = likeness(text) or 0, likeness(changed) or 0
    return _has_letters(text) and not _is_modern(text) and (after > before or (after == before and all_old))
