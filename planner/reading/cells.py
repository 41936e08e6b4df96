"""The body of a plan table, row by row: sections, rows cut in two, merged and ditto cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from planner.reading.formats.blocks import GridRow
from planner.reading.guess import looks_like_time
from planner.reading.marked import marked_time
from planner.reading.meanings import TIMES
from planner.reading.sections import Sections, is_signature, section_of, time_of_section
from planner.reading.table import Table
from planner.reading.torn import mended
from planner.text import line

_OWN = ("board", "cooperating", *TIMES)
_DITTO = re.compile(r"[-–—.\s]*(nt|n/t|như trên|[\"”“″'’]{1,2}|〃|//)[-–—.\s]*", re.IGNORECASE)
_NOTHING = re.compile(r"[-–—_.…/\s]+|không( có)?", re.IGNORECASE)
_TOTAL = re.compile(r"(tổng số|tổng cộng|tổng|cộng)\b\s*(\d|:|\(|kinh phí|$)", re.IGNORECASE)
_SUB = re.compile(r"[a-zđ][.)]?|[-–+•*]")
_OWN_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})*)[.)]\s+(?=\D)")
_BULLET = re.compile(r"^[-–+•*]\s+")
_NEW_TIME = re.compile(r"(Từ |Trước )?(Tháng|Quý|Năm|Ngày|\d)", re.IGNORECASE)
_WHOLE_TIME = re.compile(r"(\d|\b[IVX]+)\.?$")


@dataclass
class RawRow:
    """A row's texts by role, the section it stands in and its place in the document."""

    texts: dict[str, str]
    place: str = ""
    section: str | None = None
    joined: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)

    def has(self, *roles: str) -> bool:
        return any(self.texts.get(role) for role in roles)


def raw_rows(table: Table) -> list[RawRow]:
    """The table's rows of work, in order, each with its section."""
    rows: list[RawRow] = []
    sections = Sections()
    parent: RawRow | None = None
    body = [row for row in table.body if row.filled]
    raws = [_raw(row, table) for row in body]
    signed = False
    for raw, row, following in zip(raws, body, [*raws, RawRow({})][1:], strict=True):
        signed = signed or _is_signed(raw, row)
        if _ends(raw, row) or (signed and not raw.has("number")):
            continue
        if rows and not _heads(raw, following) and _continues(raw, rows[-1]):
            _append(rows[-1], raw)
        elif heading := section_of(raw.texts, row, following.texts):
            sections.enter(*heading)
        else:
            raw.section = sections.text_for(raw.texts.get("number", ""))
            raw = _without_dittos(raw, rows)
            parent = _below(raw, parent, sections.board)
            rows.append(raw)
    return list(_numbered(rows, table))


def _raw(row: GridRow, table: Table) -> RawRow:
    row, torn = mended(row, table)
    texts: dict[str, str] = {}
    several = [column.role for column in table.columns.values()]
    for n, column in table.columns.items():
        old, text = texts.get(column.role, ""), row.cell(n)
        if text and column.role in ("note", "product") and several.count(column.role) > 1:
            text = f"{column.header}: {text}"
        texts[column.role] = f"{old}\n{text}" if old and text and text != old else old or text
    if table.marked:
        texts["execute"], asked = marked_time(row, table.marked)
        return RawRow(texts, row.place, asked=asked)
    joined = {column.role for n, column in table.columns.items() if n in row.joined}
    return RawRow(texts, row.place, joined=joined, asked=torn)


def _is_cut(title: str, before: RawRow) -> bool:
    """A title that goes on with the one before: it begins small or as a bullet, or that one was open."""
    return title[:1].islower() or title[:1] in "-+•–" or line(before.texts.get("title")).endswith((",", "và", ";", ":"))


def _ends(raw: RawRow, row: GridRow) -> bool:
    """Rows that are no work: totals, signatures and notes below the table, a number alone."""
    first = row.filled[0]
    dated = any(raw.texts.get(role) not in ("", None, first) for role in TIMES)
    if not dated and any(_TOTAL.match(line(text)) for text in (raw.texts.get("title"), first)):
        return True
    if _is_signed(raw, row):
        return True
    return len(row.filled) == 1 and raw.has("number") and line(row.filled[0]).isdecimal()


def _is_signed(raw: RawRow, row: GridRow) -> bool:
    """Where the plan has ended inside its table: place and date, recipients, signatures; no work follows."""
    return is_signature(row) and not any(looks_like_time(raw.texts.get(role, "")) for role in TIMES)


def _continues(raw: RawRow, before: RawRow) -> bool:
    """A row cut in two by a page, or one whose number and title are merged with the row above."""
    if {"number", "title"} <= raw.joined or ("title" in raw.joined and not raw.has("number")):
        return True
    if raw.has("number"):
        return _is_detail(raw, before)
    if not raw.has("title"):
        return True
    title = line(raw.texts["title"])
    return title[:1].islower() or (not raw.has("board", *TIMES) and _is_cut(title, before))


def _heads(raw: RawRow, following: RawRow) -> bool:
    """ "b | Công tác kiểm tra" above a row numbered 1 anew."""
    bare = not raw.has("board", "cooperating", *TIMES)
    return bare and raw.has("number") and re.fullmatch("0?1[.)]?", line(following.texts.get("number"))) is not None


def _is_detail(raw: RawRow, before: RawRow) -> bool:
    """ "a) Chuẩn bị" below a dated row, without a body or a time of its own: it says more about that row."""
    number = line(raw.texts["number"])
    if not _SUB.fullmatch(number) or raw.has("board", "cooperating", *TIMES) or not before.has(*TIMES):
        return False
    if _SUB.fullmatch(line(before.texts.get("number")) or "0"):
        return False
    raw.texts["title"] = f"{number} {raw.texts.get('title', '')}"
    raw.texts["number"] = ""
    return True


def _append(before: RawRow, raw: RawRow) -> None:
    """Adds the texts of a row's second part; a time beside a time is another time."""
    for role, text in raw.texts.items():
        old = before.texts.get(role, "")
        if not text or role in raw.joined or (old == text and role != "title"):
            continue
        between = "; " if role in TIMES and _NEW_TIME.match(text) and _WHOLE_TIME.search(old) else "\n"
        before.texts[role] = f"{old}{between}{text}" if old else text


def _without_dittos(raw: RawRow, rows: list[RawRow]) -> RawRow:
    for role, text in raw.texts.items():
        if rows and role not in ("number", "title") and _DITTO.fullmatch(text):
            raw.texts[role] = rows[-1].texts.get(role, "")
        elif role in _OWN and _NOTHING.fullmatch(text):
            raw.texts[role] = ""
    return raw


def _below(raw: RawRow, parent: RawRow | None, board: str) -> RawRow | None:
    """Gives a part of a row, or of a section with a board, that board; returns the row that further parts belong to."""
    number, title = line(raw.texts.get("number")), line(raw.texts.get("title"))
    above = line(parent.texts.get("number")).rstrip(".)") if parent else ""
    inside = bool(_SUB.fullmatch(number)) or (not number and bool(_BULLET.match(title)))
    inside = inside or bool(above and number.startswith(above + "."))
    if "board" in raw.texts and not raw.texts["board"] and (inside or board):
        raw.texts["board"] = board or (parent.texts.get("board", "") if parent else "")
    return parent if inside else raw


def _take_number(raw: RawRow, place: int) -> None:
    """The number of a row in a table without a column of numbers: the title's own, or else its place."""
    own = _OWN_NUMBER.match(raw.texts.get("title", ""))
    raw.texts["number"] = own[1] if own else str(place)
    if own:
        raw.texts["title"] = raw.texts["title"][own.end() :]


def _numbered(rows: list[RawRow], table: Table) -> Iterator[RawRow]:
    """Tidies what the document leaves out or adds: numbers, bullets, times that only the section tells."""
    has_numbers = table.place("number") is not None
    for n, raw in enumerate(rows, start=1):
        if not has_numbers:
            _take_number(raw, n)
        number = line(raw.texts.get("number"))
        raw.texts["number"] = re.sub(r"^\((?=\w+\)$)|(?<=\w)[.)]+$", "", number)
        if not number:
            raw.texts["title"] = _BULLET.sub("", raw.texts.get("title", ""))
        if not raw.has(*TIMES) and (time := time_of_section(raw.section)):
            raw.texts["execute"] = time
        yield raw
