"""The letters of before Unicode: TCVN 5712:1993 (ABC, fonts ".VnTime") and VNI (fonts "VNI-Times").

Both put Vietnamese letters in the places of Western ones: a TCVN3 letter is one sign, a VNI letter a vowel with a
sign behind it. Read by Western code pages "Kế hoạch" is "KÕ ho¹ch" in the one and "Keá hoaïch" in the other.
"""

import re
import unicodedata

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


def _is_modern(text: str) -> bool:
    """Whether a letter stands there that only Unicode has."""
    return any(ord(sign) > 0xFF and sign.isalpha() for sign in text)


def modern(text: str) -> tuple[str, bool]:
    """The text in the letters of today, and whether that is certain; a text of today comes back as it is.

    Certain is what gives Vietnamese nearly everywhere where the text as it stands does not.
    """
    as_it_is = likeness(text)
    if as_it_is is None or as_it_is >= _CERTAIN:
        return text, True
    found = max((from_tcvn3(text), from_vni(text)), key=lambda each: likeness(each) or 0)
    looks = likeness(found) or 0
    if looks <= as_it_is or looks < _LIKELY:
        return text, True
    return found, looks >= _CERTAIN and as_it_is < _LIKELY
