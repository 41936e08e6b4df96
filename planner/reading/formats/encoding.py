"""Bytes of a text file → its text, in any of the encodings that offices have."""

import codecs
import re

from planner.errors import Refusal
from planner.language import N_

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
# Letters that Vietnamese has and that a wrong guess of the encoding rarely gives.
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u0300\u0301\u0303\u0309\u0323]|[ạ-ỹ]")


def decode(content: bytes) -> str:
    """The text. Raises Refusal when the bytes are no text in an encoding that can be told for sure."""
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, ValueError):
            continue
        if _readable(text, encoding):
            return text
    raise Refusal(
        N_("Không đọc được tệp: đây không phải là văn bản hoặc dùng bảng mã cũ. Xin lưu lại theo Unicode (UTF-8).")
    )


def _candidates(content: bytes) -> list[str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return [encoding]
    sample = content[:4096]
    if sample.count(0) > len(sample) // 5:
        odd = sample[1::2].count(0) >= sample[0::2].count(0)
        return ["utf-16-le" if odd else "utf-16-be"]
    return ["utf-8", "cp1258"]


def _readable(text: str, encoding: str) -> bool:
    if len(_CONTROL.findall(text)) > len(text) // 100 + 2:
        return False
    return encoding != "cp1258" or len(_VIETNAMESE.findall(text)) > len(text) // 50
