"""A row as it stands in the document: its cells, under the headers of their columns → its reading."""

import re
from functools import lru_cache

from planner.language import N_
from planner.period import Years
from planner.reading.bodies import split_bodies, starts_body
from planner.reading.dated import time_within
from planner.reading.drafts import RowDraft
from planner.reading.guess import looks_like_time
from planner.reading.leads import split_lead
from planner.reading.notes import Note
from planner.reading.parts import RawRow
from planner.reading.rows import NO_BODY, row_from_texts
from planner.reading.times import in_words, join_times, submit_and_execute
from planner.text import line

TIME_IN_NOTE = N_("Thời gian chỉ ghi ở ghi chú: “%(text)s”. Có phải thời gian thực hiện không?")
TIME_IN_TITLE = N_("Thời gian chỉ ghi trong nội dung: “%(text)s”. Có phải thời gian thực hiện không?")
SLIP = N_("“%(found)s” được đọc là “%(read)s”, có đúng không?")
# Slips of scanning that can mean only one thing.
_SLIPS = {"MITQ": "MTTQ", "MTTO": "MTTQ", "MTIQ": "MTTQ", "UBMTTO": "UBMTTQ"}
_SLIP = re.compile(r"\b(" + "|".join(_SLIPS) + r")\b")


# A plan names the same few bodies over and over.
_lead, _bodies = lru_cache(maxsize=4096)(split_lead), lru_cache(maxsize=4096)(split_bodies)


def read_row(raw: RawRow, headers: dict[str, str], years: Years, is_whole: bool = False, owner: str = "") -> RowDraft:
    """Reads a row as it stands in the document, under the header texts of its columns by role; `owner` leads where no
    column names bodies.

    `is_whole` says that each cell says all there is: a time that is missing is not looked for in notes and titles.
    """
    slips: list[str] = []
    texts = {role: _corrected(text, slips) for role, text in raw.texts.items()}
    lead = texts.get("board", "") if "board" in headers else body_of_section(raw.section) or owner
    board, helpers, lead_questions = _lead(lead, headers.get("board", ""))
    cooperating, asked = _bodies(texts.get("cooperating", ""))
    submit, execute = _time(texts, headers, "submit"), _execute(texts, headers)
    if not submit:
        submit, execute = submit_and_execute(execute)
    is_dated = bool(submit or execute or is_whole)
    noted = "" if is_dated else _time_in_note(texts.get("note", ""))
    within = "" if is_dated or noted else time_within(texts.get("title", ""), years)
    row = row_from_texts(
        texts.get("number", ""),
        texts.get("title", ""),
        board,
        submit,
        execute or noted or within,
        years,
        section=raw.section,
        cooperating=[*helpers, *cooperating],
        source=raw.place,
    )
    row.board_text = line(lead)
    if "board" not in headers:
        row.questions = [question for question in row.questions if question != NO_BODY]  # asked once for the plan
    row.cells = {role: text for role, text in raw.texts.items() if text}
    row.extras = {header: text for header, text in raw.extras.items() if text}
    row.questions += [Note(TIME_IN_NOTE, text=noted)] if noted else []
    row.questions += [Note(TIME_IN_TITLE, text=within)] if within else []
    row.questions += [*raw.asked, *lead_questions, *asked, *slips]
    return row


def body_of_section(section: str | None) -> str:
    """The body that a section is headed by ("II. Ban Dân chủ"), in a table that has no column of bodies."""
    text = re.sub(r"^(?:[\w.]{1,5}[.)]|[IVXLC]{1,6}|[A-H]|\d{1,2})\s+", "", (section or "").rpartition(" › ")[2])
    return text if len(text) < 80 and starts_body(text) and not text.lower().startswith(("các ", "cả ")) else ""


def _time_in_note(note: str) -> str:
    """The first line of the notes that begins as a time."""
    texts = (line(each.rpartition(": ")[2]) for each in note.split("\n"))
    return next((text for text in texts if looks_like_time(text)), "")


def _corrected(text: str, slips: list[str]) -> str:
    for found in sorted(set(_SLIP.findall(text))):
        slip = Note(SLIP, found=found, read=_SLIPS[found])
        if slip not in slips:
            slips.append(slip)
    return _SLIP.sub(lambda match: _SLIPS[match[1]], text)


def _time(texts: dict[str, str], headers: dict[str, str], role: str) -> str:
    return in_words(texts.get(role, ""), headers.get(role, ""))


def _execute(texts: dict[str, str], headers: dict[str, str]) -> str:
    """One column for the work, or a start and a finish; a column beside a lone finish tells the start."""
    execute, start, finish = (_time(texts, headers, role) for role in ("execute", "start", "finish"))
    if "start" not in headers and "finish" not in headers:
        return execute
    if "start" in headers and "finish" in headers:
        return join_times(start, finish) if start or finish else execute
    return join_times(start or execute, finish) if start or finish else execute
