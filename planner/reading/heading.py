"""A plan's title, number, date and issuing body, from the lines above its table and from its first page."""

import datetime
import re
from dataclasses import dataclass, field

from planner.language import N_
from planner.reading.bodies import starts_body
from planner.reading.columns import is_number_header
from planner.reading.notes import Note
from planner.text import fold, line

NO_DATE = N_("Văn bản chưa ghi đủ ngày ban hành.")
NO_NUMBER = N_("Văn bản chưa ghi số hiệu.")
_DAY = r"(?P<day>\d{1,2})\s*(?:/|-|\.|tháng)\s*(?P<month>\d{1,2})\s*(?:/|-|\.|năm)\s*(?P<year>\d{4})"
_PAPER = (
    r"(?P<number>\d+[\w.]*\s*[-/]\s*[^\s,;)]*(?:\s*[-/]\s*[^\s,;)]+)*"
    r"|\d+\s+[A-ZĐ][A-Za-zĐđ]{0,5}\s*[-/]\s*[A-ZĐ][^\s,;)]*)"
)
_ATTACHED = re.compile(
    rf"k[èé]m (?:theo )?(?P<paper>[^()\d]{{2,80}}?)\s*số\s*:?\s*(?:{_PAPER})?[^()]{{0,20}}?,?\s*ngày\s*(?:{_DAY})?"
    r"(?:[^()]{0,40}?\s+của\s+(?P<body>[^()]{3,200}))?",
    re.IGNORECASE,
)
_WITH_PAPER = re.compile(
    r"k[èé]m (theo|kế hoạch|chương trình|công văn|quyết định|tờ trình|nghị quyết|thông báo)\b", re.IGNORECASE
)
_NUMBER = re.compile(rf"^Số\s*:?\s*{_PAPER}", re.IGNORECASE)
_NUMBER_BLANK = re.compile(r"^Số\s*:?\s*[….\s_]*[-/]\s*[A-ZĐ]", re.IGNORECASE)
_ISSUED = re.compile(rf"^(?:[^,:;]{{2,60}},\s*)?ngày\s*{_DAY}\s*$", re.IGNORECASE)
_ISSUED_BLANK = re.compile(
    r"^(?:[^,:;]{2,60},\s*)?ngày[\s….\d_]*(?:tháng|/)[\s….\d_]*(?:năm|/)[\s….\d_]*$", re.IGNORECASE
)
_KIND = re.compile(
    r"(biểu |bảng |phụ lục |dự thảo )?(kế hoạch|chương trình|đề án|lịch công tác|lịch|danh mục|phân công"
    r"|nhiệm vụ trọng tâm|lộ trình|tiến độ|biểu|phụ lục)\b",
    re.IGNORECASE,
)
_KIND_OF_PAGE = re.compile(
    r"(nghị quyết|quyết định|thông báo|hướng dẫn|phương án|dự kiến|bảng|kết luận)\b", re.IGNORECASE
)
_NOT_TITLE = re.compile(r"(căn cứ|nơi nhận|số\b|đơn vị tính|\(|-|[ivx]+\.|\d+\.)", re.IGNORECASE)
_ONLY_APPENDIX = re.compile(r"(biểu|phụ lục|bảng)( số)?( \w{1,4})?", re.IGNORECASE)
_ORGAN = re.compile(r"BAN (THƯỜNG TRỰC|CHẤP HÀNH|THƯỜNG VỤ)")  # of the body that is named above or below it
_STATE = re.compile(r"(CỘNG H|ĐẢNG CỘNG SẢN|ĐỘC LẬP)")
_PLACE = re.compile(r"(tinh|thanh pho|xa|phuong|huyen|quan|thi xa|dac khu)\b")
_YEAR = re.compile(r"\b20\d\d\b")
_YEARS_OF_PLAN = re.compile(r"\(?năm kế hoạch\s*:?\s*20\d\d(\s*[-–]\s*20\d\d)?\)?", re.IGNORECASE)
# What stands on the right of a letterhead: the state's two lines, and place and day beside the number
_BESIDE = re.compile(r"\s+(?=CỘNG H[ÒO][AÀ] XÃ|ĐẢNG CỘNG SẢN VIỆT|Độc lập\s*[-–]\s*Tự do)")
_PLACE_BESIDE = re.compile(r"(?<=\S)\s+(?=[A-ZÀ-Ỹ][^,/:]{1,40},\s*ngày[\s\d….])")
_LONGEST = 1_000  # letters that name the paper to which a plan is attached
_FIRST_PAGE = 40  # lines


@dataclass
class Heading:
    """What the document says of itself."""

    title: str = ""
    number: str | None = None
    date: datetime.date | None = None
    organisation: str | None = None
    titles: list[str] = field(default_factory=list)  # what names the years: a line that says just that, the titles
    questions: list[str] = field(default_factory=list)


def read_heading(lines: list[str]) -> Heading:
    """The heading from the lines of text above the plan table, in order."""
    heading = Heading()
    lines = [piece for text in lines for piece in _parted(text)]
    attached_at = _attached(lines, heading)
    above, below = (lines, []) if attached_at is None else (lines[:attached_at], lines[attached_at + 1 :])
    title = _title_above(above)
    if _ONLY_APPENDIX.fullmatch(title) and (rest := _title(below)):
        title = rest
    of_page = _title_of_page(lines[:_FIRST_PAGE])
    if attached_at is None and of_page and _YEAR.search(of_page) and not _YEAR.search(title):
        title, of_page = of_page, title  # a table's own caption inside the paper
    heading.titles = [title for title in (title, of_page) if title]
    heading.title = heading.titles[0] if heading.titles else ""
    heading.titles = [*(text for text in lines if _YEARS_OF_PLAN.fullmatch(text)), *heading.titles]
    _first_page(lines[:_FIRST_PAGE], heading)
    return heading


def _parted(text: str) -> list[str]:
    """The two sides of a letterhead that stand on one line, apart by tabs or many blanks."""
    pieces: list[str] = []
    for piece in (part for wide in re.split(r"\t+|\s{3,}", text) for part in _sides(wide)):
        if pieces and not piece[:1].isupper():
            pieces[-1] += f" {piece}"  # a place left open in "Số:      /KH-UBND"
        else:
            pieces.append(piece)
    return [piece for piece in pieces if piece]


def _sides(text: str) -> list[str]:
    return _PLACE_BESIDE.split(text, maxsplit=1) if text.startswith("Số") else _BESIDE.split(text)


def _attached(lines: list[str], heading: Heading) -> int | None:
    """Reads "(kèm theo Chương trình số 10 /CTr-MTTQ, ngày 12/01/2023 của …)": the last one above the table."""
    for n in range(len(lines) - 1, -1, -1):
        if _WITH_PAPER.search(lines[n]) and (found := _ATTACHED.search(" ".join(lines[n : n + 3])[:_LONGEST])):
            heading.number = paper_number(found["number"])
            heading.date = _date(found)
            heading.organisation = line(found["body"]).rstrip(" .;,") or None if found["body"] else None
            if not heading.number:
                heading.questions.append(_no_number())
            return n
    return None


def _no_number() -> Note:
    return Note(NO_NUMBER)


def paper_number(text: str | None) -> str | None:
    """A paper's number without stray blanks: "10 /CTr-MTTQ" is 10/CTr-MTTQ."""
    return re.sub(r"\s*([-/])\s*", r"\1", text).strip(" .,") if text else None


def _date(found: re.Match[str]) -> datetime.date | None:
    if not found["year"]:
        return None
    try:
        return datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _title_above(lines: list[str]) -> str:
    """The lines just above the table, up to the one that says what kind of paper it is."""
    for n in range(len(lines) - 1, max(len(lines) - 9, -1), -1):
        if (
            _KIND.match(lines[n])
            and (lines[n].isupper() or len(lines[n]) < 160)
            and not lines[n].endswith((".", ";", ":"))
        ):
            above = lines[n - 1] if n else ""
            joins = _KIND.match(above) and above.isupper() and not _ONLY_APPENDIX.fullmatch(above)
            return _title(lines[n - 1 if joins else n :])
    return ""


def _title_of_page(lines: list[str]) -> str:
    """The title on the first page: the kind of paper in capitals on a line, and what follows until the text begins."""
    for n, text in enumerate(lines):
        if text.isupper() and (_KIND.match(text) or _KIND_OF_PAGE.match(text)) and not text.endswith(":"):
            return _title(lines[n : n + 6])
    return ""


def _title(lines: list[str]) -> str:
    """The lines of a title: until the text begins, another caption, or the table's header."""
    taken: list[str] = []
    for text in lines:
        if taken and (_NOT_TITLE.match(text) or text.endswith((".", ";", ":")) or len(text) > 250):
            break
        if is_number_header(text) or (taken and _YEAR.search(taken[-1]) and not _joins(taken[-1], text)):
            break
        taken.append(text)
    return line(" ".join(taken)).strip(" *_")


def _joins(before: str, text: str) -> bool:
    """Whether a line goes on with a title that has named its year already."""
    return text[:1].islower() or (before.isupper() and text.isupper() and not _KIND.match(text))


def _first_page(lines: list[str], heading: Heading) -> None:
    for text in lines:
        if not heading.number and (found := _NUMBER.match(text)):
            heading.number = paper_number(found["number"])
        elif not heading.number and _NUMBER_BLANK.match(text) and _no_number() not in heading.questions:
            heading.questions.append(_no_number())
        if not heading.date and (found := _ISSUED.match(text)):
            heading.date = _date(found)
        elif not heading.date and _ISSUED_BLANK.match(text) and NO_DATE not in heading.questions:
            heading.questions.append(Note(NO_DATE))
    if heading.date:
        heading.questions = [question for question in heading.questions if question != NO_DATE]
    if heading.number:
        heading.questions = [question for question in heading.questions if question != _no_number()]
    heading.organisation = heading.organisation or _body(lines)


def _body(lines: list[str]) -> str | None:
    """The issuing body at the top: the one below its superior, with a second line where it goes on."""
    end = next((n for n, text in enumerate(lines) if _KIND.match(text)), len(lines))
    top = [text for text in lines[: min(end, 12)] if not _STATE.match(text) and not _ORGAN.fullmatch(text)]
    top = [text for text in top if text.isupper()] or [text for text in top[:4] if len(text) < 80]
    found: str | None = None
    for n, text in enumerate(top):
        if starts_body(text):
            goes_on = n + 1 < len(top) and _PLACE.match(fold(top[n + 1]))
            found = line(f"{text} {top[n + 1]}" if goes_on else text).rstrip(" .;,")
    return found
