"""What dated work is called: the clause before its time, else the one after it, else the work above."""

import re

from planner.reading.dated import Dated
from planner.text import line

LONGEST = 300  # characters
_EDGE = " ;,.:-–—("
# Words that say only that the time follows.
_TAIL = re.compile(
    r"(?:(?:[,:;.–-]\s*|^)(?:hoàn thành|thực hiện|thời gian|thời hạn|bắt đầu|kết thúc|diễn ra|tiến hành|tổ chức"
    r"|triển khai)"
    r"(?:\s(?:xong|thực hiện|tổ chức|là))*|(?:\s|^)(?:dự kiến|xong|chậm nhất|được|diễn ra|ngay|bắt đầu))\s*$",
    re.IGNORECASE,
)
_PUNCTUATED = re.compile(r"^(?:[,:;.()–-]|$)")
_HEAD = re.compile(r"^(?:[,;:.–-]\s*)?(?:(?:và|hoặc|đồng thời|rồi|sau đó)\s+)?", re.IGNORECASE)
_ONLY_TIME = re.compile(
    r"^(?:thời gian|tiến độ|thời hạn|lịch)\b[^:]{0,40}(?::\s*(?:trong\s)?\d+\s(?:ngày|buổi|đợt)[^:]{0,20})?$",
    re.IGNORECASE,
)
# "Giai đoạn 1 (từ tháng 01 đến tháng 6): tuyên truyền": what is done in it follows
_STAGE = re.compile(r"(?:giai đoạn|đợt|bước|vòng|lần)\s(?:thứ\s)?\w+", re.IGNORECASE)
# "với các huyện, thành phố": kinds of bodies are one list
_PART = re.compile(r";|,(?! (?:thành phố|phường|thị|xã|đặc khu|thôn|bản|tổ dân phố|ban|ngành|đơn vị|đoàn thể)\b)")
_NEXT = re.compile(r"\s*,?\s*(?:và|rồi|sau đó)\s")  # what follows is dated by the next time
_FOR_WHOM = re.compile(r"\s*(?:đối với|với|cho|ở|tại)\b")  # "trước ngày 15/5 đối với cấp xã"
_EXPLAINS = re.compile(r"^\s*\([^()]{1,60}\)(?=\s*[,;]|\s+và\b)")  # the time before: "ngày 10/3 (xã), …"
_CLAUSE = re.compile(r"[;.]\s|;$")


def name_of(sentence: str) -> str:
    """What later times in the same section may be about, unless the sentence itself is only about time."""
    text = line(sentence).strip(_EDGE)
    return shortened(text) if not _ONLY_TIME.match(text.split(":")[0]) else ""


def shortened(title: str, longest: int = LONGEST) -> str:
    """A title cut at the end of a clause where it is too long, else at that of a word; the whole is in the sentence."""
    if len(title) <= longest:
        return title
    head = title[: max(longest - 1, 1)]
    clauses = max(head.rfind(", "), head.rfind("; "))
    at = clauses if clauses > longest // 3 else head.rfind(" ")
    return f"{head[: at if at > 0 else len(head)].rstrip(_EDGE)}…"


def title_of(sentence: str, start: int, dated: Dated, until: int) -> tuple[str, int]:
    """The title of a dated clause, and where the next one begins."""
    *earlier, head = _CLAUSE.split(
        _EXPLAINS.sub("", sentence[start : dated.start]) if start else sentence[: dated.start]
    )
    if earlier and line(head).strip(_EDGE) and not _bare(head):  # "Lập sổ; hoàn thành trong quý I"
        head = earlier[-1]
    bare = _closed(_bare(head))
    after = sentence[dated.end : until]
    if bare and _ONLY_TIME.match(bare):
        return "", dated.end
    if not bare:
        return _nameless(after, dated.end, until < len(sentence))
    if _STAGE.fullmatch(bare) and after.startswith(":") and (rest := _bare(_clause(after))):
        return f"{bare}: {rest}", dated.end + len(_clause(after))
    if _PUNCTUATED.match(after.strip()) or sentence[dated.start] == "(":
        return bare, dated.end
    clause = _PART.split(_clause(after))[0]
    rest = "" if until < len(sentence) else _bare(clause)
    return (line(f"{head.strip(_EDGE)} {rest}") if rest else bare), dated.end + (len(clause) if rest else 0)


def title_above(before: str, head: str) -> str:
    """The work above, with the words that say what of it is dated ("Thu Quỹ từ tháng 5, kết thúc trước 27/7")."""
    before, words = before.strip(_EDGE), _HEAD.sub("", line(_CLAUSE.split(head)[-1]).strip(_EDGE))
    return f"{shortened(before, LONGEST - len(words) - 2)}: {words}" if before and words else before


def _nameless(after: str, begins: int, is_dated: bool) -> tuple[str, int]:
    """The title for a time with no work before it, unless what follows is the next time's ("…, và báo cáo trước …")."""
    if is_dated and _NEXT.match(after):
        return "", begins
    return _behind(_clause(after), begins, is_dated and ";" not in after)


def _behind(clause: str, begins: int, is_dated: bool) -> tuple[str, int]:
    """The title that follows its time ("Quý IV: Sơ kết, báo cáo …"), and where the next clause begins.

    Where another time follows, the clause's last part is that time's, or both times' where it has no parts.
    """
    if _FOR_WHOM.match(clause):
        return "", begins + len(clause)
    if not is_dated:
        return _bare(clause), begins + len(clause)
    first, comma, _ = clause.rpartition(",")
    return (_bare(first), begins + len(first)) if comma and _bare(first) else (_bare(clause), begins)


def _bare(text: str) -> str:
    """A clause without the words and marks at its edges that only lead to a time or to the next clause."""
    text = _HEAD.sub("", line(text).strip(_EDGE))
    while (cut := _TAIL.sub("", text)) != text:
        text = cut
    return text.strip(_EDGE)


def _closed(text: str) -> str:
    """ "Tập huấn: 02 đợt (đợt 1" was cut inside its brackets."""
    return f"{text})" if text.count("(") > text.count(")") else text


def _clause(text: str) -> str:
    found = _CLAUSE.search(text)
    return text[: found.start()] if found else text
