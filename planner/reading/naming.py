"""The title of a document: the lines above its table, or on its first page, that name what kind of paper it is."""

import re

from planner.reading.columns import is_number_header
from planner.text import line

KIND = re.compile(
    r"(biểu |bảng |phụ lục |dự thảo )?(kế hoạch|chương trình|đề án|lịch công tác|lịch|danh mục|phân công"
    r"|nhiệm vụ trọng tâm|lộ trình|tiến độ|biểu|phụ lục)\b",
    re.IGNORECASE,
)
KIND_OF_PAGE = re.compile(
    r"(nghị quyết|quyết định|thông báo|hướng dẫn|phương án|dự kiến|bảng|kết luận)\b", re.IGNORECASE
)
_PLAN = re.compile(r"(kế hoạch|chương trình|đề án|lịch)\b", re.IGNORECASE)
_NOT_TITLE = re.compile(r"(căn cứ|nơi nhận|số\b|đơn vị tính|\(|-|[ivx]+\.|\d+\.)", re.IGNORECASE)
ONLY_APPENDIX = re.compile(r"(biểu|phụ lục|bảng)( số)?( \w{1,4})?", re.IGNORECASE)
YEAR = re.compile(r"\b20\d\d\b")


def is_plan(title: str) -> bool:
    """Whether a title names a plan or programme, and not only the list of its tasks."""
    return bool(_PLAN.match(title))


def title_above(lines: list[str]) -> str:
    """The lines just above the table, up to the one that says what kind of paper it is."""
    for n in range(len(lines) - 1, max(len(lines) - 9, -1), -1):
        if (
            KIND.match(lines[n])
            and (lines[n].isupper() or len(lines[n]) < 160)
            and not lines[n].endswith((".", ";", ":"))
        ):
            above = lines[n - 1] if n else ""
            joins = KIND.match(above) and above.isupper() and not ONLY_APPENDIX.fullmatch(above)
            return title_from(lines[n - 1 if joins else n :])
    return _other_title(lines)


def _other_title(lines: list[str]) -> str:
    """Where no line begins with the kind of paper: the last one in capitals that names it or the year."""
    for n in range(len(lines) - 1, max(len(lines) - 9, -1), -1):
        text = lines[n]
        speaks = KIND.search(text) or (YEAR.search(text) and " " in text)
        if text.isupper() and speaks and not _NOT_TITLE.match(text) and not text.endswith((".", ";", ":")):
            return title_from(lines[n:])
    return ""


def title_of_page(lines: list[str]) -> str:
    """The title on the first page: the kind of paper in capitals on a line, and what follows until the text begins."""
    for n, text in enumerate(lines):
        kind = KIND.match(text) or KIND_OF_PAGE.match(text)
        if kind and (text.isupper() or _goes_on(kind, text)) and not text.endswith(":"):
            return title_from(lines[n : n + 6])
    return ""


def title_from(lines: list[str]) -> str:
    """The lines of a title: until the text begins, another caption, or the table's header."""
    taken: list[str] = []
    for text in lines:
        if taken and (_NOT_TITLE.match(text) or text.endswith((".", ";", ":")) or len(text) > 250):
            break
        if is_number_header(text) or (taken and YEAR.search(taken[-1]) and not _joins(taken[-1], text)):
            break
        taken.append(text)
    return line(" ".join(taken)).strip(" *_")


def _goes_on(kind: re.Match[str], text: str) -> bool:
    """ "NGHỊ QUYẾT về nhiệm vụ năm 2026": the lines of a title that a PDF puts into one."""
    return kind[0].isupper() and bool(YEAR.search(text)) and len(text) < 250 and not text.endswith((".", ";"))


def _joins(before: str, text: str) -> bool:
    """Whether a line goes on with a title that has named its year already."""
    return text[:1].islower() or (before.isupper() and text.isupper() and not KIND.match(text))
