"""What stands around a whole time and says nothing about it: brackets, quotation marks, "dự kiến", a full stop."""

import re

_LEAD = re.compile(r"(?:dự kiến|thời gian(?: thực hiện| tổ chức)?|thời điểm)\s*:?\s+(?=\S)", re.IGNORECASE)
_TAIL = re.compile(r"(?<=\S)\s*(?:\(dự kiến\)|\./\.|[;.])$", re.IGNORECASE)
_PAIRS = {"(": ")", "[": "]", "“": "”", '"': '"', "‘": "’"}
_MOST = 6  # layers


def unwrapped(text: str) -> str:
    """The time itself; `text` where nothing else would be left."""
    for _ in range(_MOST):
        inner = _without_pair(_TAIL.sub("", _LEAD.sub("", text, count=1) if _LEAD.match(text) else text).strip())
        if inner == text or not re.search(r"\w", inner):
            return text
        text = inner
    return text


def _without_pair(text: str) -> str:
    """ "(Tháng 5)" without its brackets; "(1) tháng 3 (2) tháng 9" keeps them."""
    closing = _PAIRS.get(text[:1])
    if len(text) < 3 or closing is None or not text.endswith(closing):
        return text
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == text[0]) - (letter == closing and closing != text[0])
        if depth == 0 and at < len(text) - 1:
            return text
    return text[1:-1].strip() if text.count(text[0]) == text.count(closing) or closing == text[0] else text
