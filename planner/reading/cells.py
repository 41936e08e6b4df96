"""The body of a plan table, row by row: sections, rows cut in two, merged and ditto cells."""

import re
from collections.abc import Iterator

from planner.reading.finer_times import one_time
from planner.reading.formats.blocks import GridRow
from planner.reading.guess import looks_like_time
from planner.reading.marked import marked_time
from planner.reading.marked_bodies import who_is_marked
from planner.reading.meanings import BESIDE, MEANINGS, TIMES
from planner.reading.own import is_own
from planner.reading.parts import BULLET, RawRow, add_text, append, below, continues, heads
from planner.reading.section_times import time_of_section
from planner.reading.sections import Sections, is_signature, section_of
from planner.reading.table import Table
from planner.reading.torn import mended
from planner.text import line

_OWN = ("board", "cooperating", *TIMES)
_DITTO = re.compile(r"[-–—.\s]*(nt|n/t|như trên|[\"”“″'’]{1,2}|〃|//)[-–—.\s]*", re.IGNORECASE)
_NOTHING = re.compile(r"[-–—_.…/\s]+|không( có)?", re.IGNORECASE)
_TOTAL = re.compile(
    r"(tổng số|tổng cộng|tổng|cộng)\b\s*(\d|:|\(|kinh phí|$)|\(?\s*(số tiền )?(viết )?bằng chữ\s*:", re.IGNORECASE
)
_FIGURES = re.compile(r"\d{1,3},\d{1,3}")
_OWN_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})*)[.)]\s+(?=\D)")


def raw_rows(table: Table) -> list[RawRow]:
    """The table's rows of work, in order, each with its section."""
    rows: list[RawRow] = []
    sections = Sections(table.headings)
    parent: RawRow | None = None
    body = [row for row in table.body if row.filled]
    raws = [_raw(row, table) for row in body]
    signed, total, own = False, False, is_own(table.columns)  # in a plan of ours no row goes on with the one above
    for raw, row, following in zip(raws, body, [*raws, RawRow({})][1:], strict=True):
        signed = signed or _is_signed(row)
        total = _is_total(raw, row) or (total and _goes_on_alone(raw, row))
        if total or _ends(raw, row) or (signed and not _is_numbered(raw)):
            continue
        if rows and not own and not heads(raw, following) and continues(raw, rows[-1]):
            append(rows[-1], raw)
        elif heading := section_of(raw.texts, row, following.texts):
            sections.enter(*heading)
        else:
            raw.section = _within(sections.text_for(raw.texts.get("number", "")), row, table)
            raw = _without_dittos(raw, rows)
            parent = below(raw, parent, sections.board)
            rows.append(raw)
    return list(_numbered(rows, table))


def _within(section: str | None, row: GridRow, table: Table) -> str | None:
    """The section of a row, with the merged cell that heads it and the rows around it."""
    return " › ".join(filter(None, (section, line(row.cell(table.group))))) or None


def _raw(row: GridRow, table: Table) -> RawRow:
    asked = row.asked
    row, torn = mended(row, table)
    torn = [*asked, *torn]
    texts: dict[str, str] = {}
    title = row.cell(table.place("title"))
    several = [column.role for column in table.columns.values()]
    extras: dict[str, str] = {}
    for n, column in table.columns.items():
        old, text = texts.get(column.role, ""), row.cell(n)
        if text == title and column.role not in ("number", "title"):
            text = ""  # a section's title that reaches over the row
        if text and column.role in BESIDE:
            add_text(extras, column.header or MEANINGS[column.role], text)
        if text and column.role in BESIDE and several.count(column.role) > 1:
            text = f"{column.header}: {text}"
        texts[column.role] = f"{old}\n{text}" if old and text and text != old else old or text
    if several.count("execute") > 1 and not table.marked:
        places = [n for n, column in table.columns.items() if column.role == "execute" and row.cell(n) != title]
        times = [(table.columns[n].header, line(row.cell(n))) for n in places]
        texts["execute"] = one_time(times) or texts["execute"]
    if table.bodies_marked:
        doers = {n: name for n, name in table.bodies_marked.items() if not title or row.cell(n) != title}
        texts["board"] = who_is_marked(row, doers)
    if table.marked:
        marks = {n: time for n, time in table.marked.items() if not title or row.cell(n) != title}
        texts["execute"], of_marks = marked_time(row, marks)
        return RawRow(texts, row.place, asked=[*asked, *of_marks], extras=extras)
    joined = {column.role for n, column in table.columns.items() if n in row.joined}
    return RawRow(texts, row.place, joined=joined, asked=torn, extras=extras)


def _ends(raw: RawRow, row: GridRow) -> bool:
    """Rows that are no work: signatures and notes below the table, a number alone."""
    if _is_signed(row):
        return True
    return len(row.filled) == 1 and raw.has("number") and line(row.filled[0]).isdecimal()


def _is_total(raw: RawRow, row: GridRow) -> bool:
    first = row.filled[0]
    dated = any(raw.texts.get(role) not in ("", None, first) for role in TIMES)
    return not dated and any(_TOTAL.match(line(text)) for text in (raw.texts.get("title"), first))


def _goes_on_alone(raw: RawRow, row: GridRow) -> bool:
    """The rest of a total's words, cut off by a page's end."""
    return len(row.filled) == 1 and not raw.has("number", *TIMES) and row.filled[0][:1].islower()


def _is_numbered(raw: RawRow) -> bool:
    """Whether a row has a number of its own: the recipients below a table begin with dashes."""
    return raw.has("number") and raw.texts["number"][0] not in "-–+•*"


def _is_signed(row: GridRow) -> bool:
    """Where the plan has ended inside its table: place and date, recipients, signatures; no work follows."""
    return is_signature(row) and not any(map(looks_like_time, row.filled))


def _without_dittos(raw: RawRow, rows: list[RawRow]) -> RawRow:
    for role, text in raw.texts.items():
        if rows and role not in ("number", "title") and _DITTO.fullmatch(text):
            raw.texts[role] = rows[-1].texts.get(role, "")
        elif role in _OWN and _NOTHING.fullmatch(text):
            raw.texts[role] = ""
    for header, text in raw.extras.items():
        if rows and _DITTO.fullmatch(text):
            raw.extras[header] = rows[-1].extras.get(header, "")
    return raw


def _take_number(raw: RawRow) -> None:
    """The number of a row in a table without a column of numbers stands before its title, or nowhere."""
    if own := _OWN_NUMBER.match(raw.texts.get("title", "")):
        raw.texts["number"], raw.texts["title"] = own[1], raw.texts["title"][own.end() :]


def _numbered(rows: list[RawRow], table: Table) -> Iterator[RawRow]:
    """Tidies what the document leaves out or adds: numbers, bullets, times that only the section tells."""
    has_numbers = table.place("number") is not None
    for raw in rows:
        if not has_numbers:
            _take_number(raw)
        number = line(raw.texts.get("number"))
        number = number.replace(",", ".") if _FIGURES.fullmatch(number) else number  # 1.1 as a sheet's figure
        raw.texts["number"] = re.sub(r"^\((?=\w+\)$)|(?<=\w)[.)]+$", "", number)
        if not number:
            raw.texts["title"] = BULLET.sub("", raw.texts.get("title", ""))
        if not raw.has(*TIMES) and (time := time_of_section(raw.section)):
            raw.texts["execute"] = time
        yield raw
