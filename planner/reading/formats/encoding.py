"""Bytes of a text file → its text, in any of the encodings that offices have."""

import codecs
import re
import unicodedata

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.blocks import Unread
from planner.reading.formats.letters import letters_in_doubt
from planner.reading.formats.old_letters import modern
from planner.reading.formats.syllables import likeness

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_SAMPLE = 100_000  # letters
_CERTAIN, _LIKELY = 0.9, 0.6


def decode(content: bytes) -> tuple[str, list[Unread]]:
    """The text, and what has to be asked about its letters.

    Raises Refusal when the bytes are no text in an encoding that can be told.
    """
    encoding = _encoding(content)
    text = _decoded(content, encoding) if encoding else None
    if text is None and encoding in (None, "utf-8"):
        return _of_one_byte_each(content)
    if text is None or not _is_text(text):
        raise _unknown()
    return _in_letters_of_today(text)


def _encoding(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    sample = content[:4096]
    if sample.count(0) > len(sample) // 5:
        odd = sample[1::2].count(0) >= sample[0::2].count(0)
        return "utf-16-le" if odd else "utf-16-be"
    return "utf-8"


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, ValueError):
        return None


def _is_text(text: str) -> bool:
    return len(_CONTROL.findall(text)) <= len(text) // 100 + 2


def _in_letters_of_today(text: str) -> tuple[str, list[Unread]]:
    found = modern(text.split("\n"))
    return "\n".join(found.texts), [] if found.is_certain else [letters_in_doubt()]


def _of_one_byte_each(content: bytes) -> tuple[str, list[Unread]]:
    """Windows-1258, or Western letters that stand for those of TCVN3 or VNI: whatever gives Vietnamese."""
    texts = [text for name in ("cp1258", "cp1252", "latin-1") if (text := _decoded(content, name)) and _is_text(text)]
    found: list[tuple[str, list[Unread]]] = [(unicodedata.normalize("NFC", text), []) for text in texts[:1]]
    found += [_in_letters_of_today(text) for text in texts[1:]]
    best = max(found, key=_looks, default=None)
    if best is None or _looks(best) < _LIKELY:
        raise _unknown()
    return best if _looks(best) >= _CERTAIN or best[1] else (best[0], [letters_in_doubt()])


def _looks(found: tuple[str, list[Unread]]) -> float:
    said = likeness(found[0][:_SAMPLE])
    return 1.0 if said is None else said


def _unknown() -> Refusal:
    return Refusal(
        N_("Không đọc được tệp: đây không phải là văn bản hoặc dùng bảng mã cũ. Xin lưu lại theo Unicode (UTF-8).")
    )
