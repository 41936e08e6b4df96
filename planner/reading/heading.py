"""A plan's title, number, date and issuing body, from the lines above its table and from its first page."""

import datetime
import re
from dataclasses import dataclass, field

from planner.language import N_
from planner.reading.leads import is_person
from planner.reading.letterhead import issuing_body, parted, without_cut_motto
from planner.reading.naming import ONLY_APPENDIX, YEAR, is_plan, title_above, title_from, title_of_page
from planner.reading.notes import Note
from planner.reading.papers import DAY, ISSUED, ISSUED_BLANK, NUMBER, NUMBER_BLANK, PAPER, date_of, paper_number
from planner.reading.same_body import is_called
from planner.text import fold, line

NO_DATE = N_("Văn bản chưa ghi đủ ngày ban hành.")
NO_NUMBER = N_("Văn bản chưa ghi số hiệu.")
_ATTACHED = re.compile(
    rf"k[èé]m (?:theo )?(?P<paper>[^()\d]{{2,80}}?)\s*số\s*:?\s*(?:{PAPER})?[^()]{{0,20}}?,?\s*ngày\s*(?:{DAY})?"
    r"(?:[^()]{0,40}?\s+của\s+(?P<body>[^()]{3,200}))?",
    re.IGNORECASE,
)
_WITH_PAPER = re.compile(
    r"k[èé]m (theo|kế hoạch|chương trình|công văn|quyết định|tờ trình|nghị quyết|thông báo)\b", re.IGNORECASE
)
_YEARS_OF_PLAN = re.compile(r"\(?năm kế hoạch\s*:?\s*20\d\d(\s*[-–]\s*20\d\d)?\)?", re.IGNORECASE)
# Under the title of a week's timetable: "(Từ ngày 16/3/2026 đến ngày 20/3/2026)"
_DAYS_OF_PLAN = re.compile(
    r"\(?(?:tuần \w{1,4}\s*[:,(]?\s*)?từ (?:ngày )?\d[\d/.-]*\s*(?:đến|-)\s*(?:hết )?(?:ngày )?\d[\d/.-]*20\d\d\)?",
    re.IGNORECASE,
)
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
    lines = [piece for text in without_cut_motto(lines) for piece in parted(text)]
    attached_at = _attached(lines, heading)
    above, below = (lines, []) if attached_at is None else (lines[:attached_at], lines[attached_at + 1 :])
    title = title_above(above)
    if ONLY_APPENDIX.fullmatch(title) and (rest := title_from(below)):
        title = rest
    of_page = title_of_page(lines[:_FIRST_PAGE])
    if attached_at is None and of_page and YEAR.search(of_page) and not YEAR.search(title):
        title, of_page = of_page, title  # a table's own caption inside the paper
    if is_plan(of_page) and not is_plan(title) and YEAR.search(of_page) and _has_own_number(lines, heading):
        title, of_page = of_page, title  # the list of tasks that the plan itself has as its appendix
    heading.titles = [title for title in (title, of_page) if title]
    heading.title = heading.titles[0] if heading.titles else ""
    heading.titles = [*(text for text in lines if _YEARS_OF_PLAN.fullmatch(text)), *heading.titles]
    heading.titles += [text for text in above if _DAYS_OF_PLAN.fullmatch(text)]
    _first_page(lines[:_FIRST_PAGE], heading)
    return heading


def _attached(lines: list[str], heading: Heading) -> int | None:
    """Reads "(kèm theo Chương trình số 10 /CTr-MTTQ, ngày 12/01/2023 của …)": the last one above the table."""
    for n in range(len(lines) - 1, -1, -1):
        if _is_proposed(lines, n):
            continue
        if _WITH_PAPER.search(lines[n]) and (found := _ATTACHED.search(" ".join(lines[n : n + 3])[:_LONGEST])):
            heading.number = paper_number(found["number"])
            heading.date = date_of(found)
            body = line(found["body"]).rstrip(" .;,")
            heading.organisation = body if body and not is_person(body) else None
            if not heading.number:
                heading.questions.append(_no_number())
            return n
    return None


def _is_proposed(lines: list[str], at: int) -> bool:
    """Whether a line only names the proposal that a plan with a number of its own came with ("Tờ trình số …")."""
    return "to trinh so" in fold(lines[at]) and any(NUMBER.match(text) for text in lines[:at][:_FIRST_PAGE])


def _first_page(lines: list[str], heading: Heading) -> None:
    for text in lines:
        if not heading.number and (found := NUMBER.match(text)):
            heading.number = paper_number(found["number"])
        elif not heading.number and NUMBER_BLANK.match(text) and _no_number() not in heading.questions:
            heading.questions.append(_no_number())
        if not heading.date and (found := ISSUED.match(text)):
            heading.date = date_of(found)
        elif not heading.date and ISSUED_BLANK.match(text) and NO_DATE not in heading.questions:
            heading.questions.append(Note(NO_DATE))
    if heading.date:
        heading.questions = [question for question in heading.questions if question != NO_DATE]
    if heading.number:
        heading.questions = [question for question in heading.questions if question != _no_number()]
    heading.organisation = _issuer(lines, heading)


def _issuer(lines: list[str], heading: Heading) -> str | None:
    """The body of the letterhead where it is that of the same paper; an appendix may call it by a shorter name."""
    own = _has_own_number(lines, heading)
    named = heading.organisation
    body = issuing_body(lines)
    own = own or bool(body and named and is_called(body, named))
    return body or named if own else named or body


def _has_own_number(lines: list[str], heading: Heading) -> bool:
    """Whether the letterhead holds the number of the paper that the plan is attached to."""
    numbers = (found for text in lines[:_FIRST_PAGE] if (found := NUMBER.match(text)))
    return bool(heading.number) and any(paper_number(found["number"]) == heading.number for found in numbers)


def _no_number() -> Note:
    return Note(NO_NUMBER)
