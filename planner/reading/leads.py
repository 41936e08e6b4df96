"""A cell of responsible bodies: who leads, who co-operates, and what has to be asked."""

import re

from planner.language import N_
from planner.reading.bodies import (
    WHO_LEADS,
    at_and,
    at_commas,
    clean_name,
    split_bodies,
    starts_body,
    sure_pieces,
    whole_words,
)
from planner.reading.notes import Note
from planner.text import fold, line

A_PERSON = N_("“%(text)s” là người, không phải bộ phận: việc này thuộc bộ phận nào?")
PERSONS = N_("Cột bộ phận ghi tên người (%(count)d dòng): mỗi việc thuộc bộ phận nào?")
_BODY = r"(?:cơ quan |đơn vị |bộ phận )?"
_ROLE = r"(?:chủ trì(?:,? (?:thực hiện|tham mưu))?|tham mưu|đầu mối|(?:tổ chức |triển khai )?thực hiện)"
_LEAD = re.compile(rf"^\s*{_BODY}{_ROLE}\s*:\s*|\s*\(\s*{_BODY}{_ROLE}\s*\)|\s+{_ROLE}\s*$", re.IGNORECASE)
_HELPS = re.compile(
    rf"[;,.\n]?\s*\(?{_BODY}phối hợp(?: với)?\s*:\s*|\s*[;,\n]\s*(?:và )?phối hợp(?: với| cùng)?\s+"
    r"|\s*\(\s*phối hợp(?: với| cùng)?\s+(?!\))|(?<=chủ trì)\s+(?:và )?phối hợp(?: với| cùng)?\s+"
    r"|(?<=\w)\s+phối hợp (?:với|cùng)\s+|(?<=\w)\s+(?-i:phối hợp)\s+(?=(?-i:[A-ZÀ-Ỹ]|các ))",
    re.IGNORECASE,
)
_BULLETS = re.compile(rf"^\s*[-–+•*]\s*(?={_BODY}(?:chủ trì|phối hợp)\b)", re.IGNORECASE | re.MULTILINE)
_HELPER = re.compile(rf"\s*\({_BODY}phối hợp\)|\s+phối hợp\s*$", re.IGNORECASE)
_SLASH = re.compile(r"\s*(?<!đ)/\s*(?!c\b)", re.IGNORECASE)
_EVERYBODY = re.compile(r"các\s(?!.*\bchủ trì)", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:(?:đ/c|đ\.c|đồng chí|ông|bà|anh|chị|cô|thầy)\b|(?:các )?(?:phó )?(?:chủ tịch|bí thư|giám đốc|hiệu trưởng"
    r"|trưởng (?:ban|phòng)|chánh văn phòng)\b)",
    re.IGNORECASE,
)
# Who directs a piece of work does not do it.
_DIRECTS = re.compile(
    r"\s*\(?(?:trực tiếp )?(?:chỉ đạo|phụ trách chung)(?: chung)?\)?\s*$|^\s*chỉ đạo\s*:", re.IGNORECASE
)
_OF_PERSONS = re.compile(r"\b(nguoi|can bo|chuyen vien|dong chi|lanh dao|ho (va )?ten)\b")


def split_lead(text: str, header: str = "") -> tuple[str, list[str], list[str]]:
    """The lead, those who co-operate, and what has to be asked of a cell under a column's header.

    "Chủ trì: A; phối hợp: B, C" and "A (chủ trì), B (phối hợp)" say who leads; a bare list does not: its first is taken
    and a question asked. So it is for "các ban", and for persons, since work belongs to a board.
    """
    text = re.sub(r"[^\S\n]+", " ", "\n".join(filter(None, map(str.strip, whole_words(text).split("\n")))))
    parts = _HELPS.split(_BULLETS.sub("", text), maxsplit=1)
    if len(parts) == 1 and "phoi hop" in fold(header) and _SLASH.search(text):
        parts = _SLASH.split(text, maxsplit=1)
    helpers = split_bodies(parts[1].rstrip(")"))[0] if len(parts) > 1 else []
    names = _names(parts[0])
    if not names:
        return "", helpers, []
    names = [name for name in names if not _DIRECTS.search(name)] or names
    marked = next((name for name in names if _LEAD.search(name)), None)
    lead = marked or next((name for name in names if not _HELPER.search(name)), names[0])
    others = [name for name in names if name is not lead]
    if marked:
        others = [name for other in others for name in at_commas(other)]
    sure = marked is not None or all(_HELPER.search(name) for name in others)
    strip = [clean_name(_HELPER.sub("", _LEAD.sub("", name))) for name in (lead, *others)]
    return strip[0], strip[1:] + helpers, _asked(text, strip[0], header, sure)


def _names(text: str) -> list[str]:
    by_slash = [name for part in _SLASH.split(text) if (name := clean_name(part))]
    for parted in (sure_pieces(text), by_slash if all(map(starts_body, by_slash)) else [], at_commas(line(text))):
        if len(parted) > 1:
            return parted
    return at_and(line(text))


def _asked(text: str, lead: str, header: str, sure: bool) -> list[str]:
    if not sure or _EVERYBODY.match(lead):
        return [Note(WHO_LEADS, text=line(text))]
    if _PERSON.match(lead) or (_OF_PERSONS.search(fold(header)) and not starts_body(lead)):
        return [Note(A_PERSON, text=lead)]
    return []


def is_person(text: str) -> bool:
    """Whether a cell names a person or a post, and no body."""
    return bool(_PERSON.match(line(text)))


def asked_of_persons(asked: list[list[str]]) -> list[str]:
    """One question for the whole plan where most rows would ask the same: their own ones are taken away.

    `asked` are the rows' questions.
    """
    named = [questions for questions in asked if any(_is_of_person(question) for question in questions)]
    if len(named) < 2 or len(named) * 2 < len(asked):
        return []
    for questions in named:
        questions[:] = [question for question in questions if not _is_of_person(question)]
    return [Note(PERSONS, count=len(named))]


def _is_of_person(question: str) -> bool:
    return isinstance(question, Note) and question.message == A_PERSON
